import fc from 'fast-check';

import { fingerprintOf } from './fingerprint';

const RULE = {
  operator: '<',
  warning: 24,
  critical: 20,
  recovery: { critical: 21 },
  for: '1h',
  owner: 'Demand Gen of ${__field.labels.team}',
  action: '1. Pause\n2. Call',
  automation: 'None',
  escalateAfter: '2d',
  escalateTo: 'VP Sales',
};

/** A rule that is marked as agreed. */
function agreed<T extends object>(rule: T) {
  return { ...rule, agreedOn: '2026-03-03', agreedFingerprint: fingerprintOf(rule) };
}

const text = fc.string({ minLength: 1, maxLength: 12 }).filter((words) => words.trim() !== '');
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const duration = fc.integer({ min: 0, max: 5000 }).map((minutes) => `${minutes}m`);
const anyRule = fc.record(
  {
    operator: fc.constantFrom('<', '>', 'outside'),
    critical: fc.oneof(number, fc.tuple(number, number)),
    warning: number,
    recovery: fc.record({ critical: number, warning: number }, { requiredKeys: [] }),
    for: duration,
    escalateAfter: duration,
    owner: text,
    action: text,
    automation: text,
    due: fc.constant('weekdays 07:00 Europe/Berlin'),
    minVolume: fc.nat(),
  },
  { requiredKeys: [] }
);

describe('fingerprintOf', () => {
  it('is short and stays the same from one release to the next', () => {
    expect(fingerprintOf(RULE)).toBe('f1-e429f4f1');
  });

  it.each([
    ['keys in another order', Object.fromEntries(Object.entries(RULE).reverse())],
    [
      'blank fields',
      { ...RULE, contact: ' ', runbook: '', notify: null, due: undefined, recovery: { critical: 21, warning: '' } },
    ],
    ['numbers as text', { ...RULE, warning: '24', critical: ' 2e1', recovery: { critical: '21.0' } }],
    ['a duration in other units', { ...RULE, for: '60m' }],
    [
      'the line ends of a spreadsheet, and space around',
      { ...RULE, action: ' 1. Pause\r\n2. Call\n', escalateTo: 'VP Sales ' },
    ],
    ['who agreed, when, and until when', { ...RULE, agreedBy: 'Ana', agreedOn: '2026-03-03', reviewBy: '2027-01-01' }],
    ['a key, by which it is one on several screens', { ...RULE, key: 'lead-conversion' }],
    ['the days off of another year', { ...RULE, holidays: '2026-12-25, 2027-01-01' }],
    ['from when it is in force, and what was before', { ...RULE, validFrom: '2026-09-01', earlier: [{ critical: 5 }] }],
    ['its own fingerprint', agreed(RULE)],
    ['fields that it does not know', { ...RULE, colour: 'red' }],
  ])('is the same with %s', (_, same) => {
    expect(fingerprintOf(same)).toBe(fingerprintOf(RULE));
  });

  it.each([
    ['a level', { critical: 19 }],
    ['a level of 0 instead of none', { warning: undefined }],
    ['a range', { critical: [1, 20] }],
    ['a recovery', { recovery: { warning: 21 } }],
    ['how long', { for: '2h' }],
    ['the owner', { owner: 'Demand Gen of emea' }],
    ['a step', { action: '1. Pause\n2. Mail' }],
    ['what happens by itself', { automation: 'Routing switches' }],
    // A day of working time is none of 24 hours.
    ['the escalation', { escalateAfter: '48h' }],
    ['a schedule', { due: 'weekdays 07:00 Europe/Berlin' }],
    ['a field moved to another', { escalateTo: undefined, notify: 'VP Sales' }],
  ])('is another with another of %s', (_, change) => {
    expect(fingerprintOf({ ...RULE, ...change })).not.toBe(fingerprintOf(RULE));
  });

  it('is the same in any order of keys and with any blanks, and another after any change', () => {
    fc.assert(
      fc.property(anyRule, fc.constantFrom('owner', 'action', 'automation'), text, (rule, field, words) => {
        const shuffled = Object.fromEntries(Object.entries(rule).reverse());
        expect(fingerprintOf({ contact: '', ...shuffled, warning: shuffled.warning ?? '' })).toBe(fingerprintOf(rule));
        const isSame = (rule[field] ?? '').trim() === words.trim();
        expect(fingerprintOf({ ...rule, [field]: words }) === fingerprintOf(rule)).toBe(isSame);
      })
    );
  });

  it('takes whatever is stored, changes nothing of it, and outlives being saved', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyRule), (stored) => {
        const before = JSON.stringify(stored);
        expect(fingerprintOf(JSON.parse(before))).toBe(fingerprintOf(stored));
        expect(fingerprintOf(stored)).toMatch(/^f1-[0-9a-f]{8}$/);
        expect(JSON.stringify(stored)).toBe(before);
      })
    );
  });
});
