import { fill } from './fill.mjs';

const NOW = Date.parse('2026-03-02T10:17:42Z');

function filled(template: unknown, now = NOW): unknown {
  return fill(template, { now, csvs: { 'a/b': 'Time,Value\n' }, rules: { 'a/rule': { agreedOn: '<date: -1d>' } } });
}

it.each([
  ['<csv: a/b>', 'Time,Value\n'],
  ['<date: -1d>', '2026-03-01'],
  ['<date: 0d>', '2026-03-02'],
  ['<date: quarter>', '2025-10-01'],
  ['<date: quarter -9d> Europe/Berlin', '2025-09-22 Europe/Berlin'],
  ['<date: next quarter>', '2026-04-01'],
  ['from <date: 0d> to <date: 30d>', 'from 2026-03-02 to 2026-04-01'],
  ['daily <clock: -1h> UTC', 'daily 09:17 UTC'],
  ['<clock: +14h>', '00:17'],
  ['<instant: -30m>', '2026-03-02T09:47:00Z'],
  ['<b>no placeholder</b>', '<b>no placeholder</b>'],
  [20, 20],
  [null, null],
])('fills %p with %p', (template, expected) => expect(filled(template)).toBe(expected));

it('fills what is nested, and rules in turn', () => {
  expect(filled({ list: [{ rule: '<rule: a/rule>' }] })).toEqual({ list: [{ rule: { agreedOn: '2026-03-01' } }] });
});

it.each([
  ['<csv: a/c>', 'There is no csv "a/c". Known: a/b'],
  ['<rule: a/b>', 'There is no rule "a/b". Known: a/rule'],
  ['<holidays: Atlantis>', 'There is no holidays "Atlantis". Known: Germany'],
  ['<date: tomorrow>', '"tomorrow" is no distance such as -260d, -1h or 30m'],
])('says of %p what it can not do', (template, message) => expect(() => filled(template)).toThrow(message));

// A rule that changed with the quarter's beginning must not change what is judged of today.
it('begins the quarter of the plan 70 to 163 days ago, and the next one in 7 to 99, on every day of four years', () => {
  const day = 24 * 60 * 60 * 1000;
  for (let now = Date.parse('2025-01-01T23:00:00Z'); now < Date.parse('2029-01-01T00:00:00Z'); now += day) {
    const begun = (now - Date.parse(String(filled('<date: quarter>', now)))) / day;
    const next = (Date.parse(String(filled('<date: next quarter>', now))) - now) / day;
    expect(begun).toBeGreaterThanOrEqual(70);
    expect(begun).toBeLessThan(163);
    expect(next).toBeGreaterThan(6);
    expect(next).toBeLessThanOrEqual(99);
  }
});
