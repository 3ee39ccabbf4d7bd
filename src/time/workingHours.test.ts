import fc from 'fast-check';

import { deadlineAfter } from '../rule/deadline';
import { parseWorkingHours } from './parseSchedule';
import type { Weekday, WorkingHours } from './schedule';
import { mergeRule } from '../rule/sources';
import { WEEKS, ZONES, wallClock } from '../testing/wallClock';
import { addWorkingTime, nextWork, parseWorkingTime } from './workingHours';
import { DAY, HOUR, MINUTE } from './units';

function hours(text: string, holidays: string[] = []): WorkingHours {
  return parseWorkingHours(text, holidays).schedule!;
}

describe('addWorkingTime', () => {
  const office = 'weekdays 09:00-17:30 Europe/Berlin';
  it.each([
    // 2026-11-20 is a Friday; Berlin is an hour ahead of UTC then.
    ['within a day', office, [], '2026-11-20T09:00Z', 2 * HOUR, '2026-11-20T11:00Z'],
    ['up to its end', office, [], '2026-11-20T15:30Z', HOUR, '2026-11-20T16:30Z'],
    ['over a weekend', office, [], '2026-11-20T16:00Z', HOUR, '2026-11-23T08:30Z'],
    ['over a holiday', office, ['2026-11-23'], '2026-11-20T16:00Z', HOUR, '2026-11-24T08:30Z'],
    ['from the night', office, [], '2026-11-20T02:00Z', HOUR, '2026-11-20T09:00Z'],
    ['from a Saturday', office, [], '2026-11-21T12:00Z', HOUR, '2026-11-23T09:00Z'],
    ['nothing, even from a Saturday', office, [], '2026-11-21T12:00Z', 0, '2026-11-21T12:00Z'],
    ['less than nothing', office, [], '2026-11-21T12:00Z', -5, '2026-11-21T12:00Z'],
    ['over lunch', 'daily 09:00-12:00, 13:00-17:00 UTC', [], '2026-11-20T11:30Z', HOUR, '2026-11-20T13:30Z'],
    ['over a change of clocks', office, [], '2026-03-27T16:00Z', HOUR, '2026-03-30T07:30Z'],
    [
      'in an hour that is skipped',
      'daily 01:00-04:00 Europe/Berlin',
      [],
      '2026-03-29T00:00Z',
      2 * HOUR,
      '2026-03-29T02:00Z',
    ],
    [
      'in an hour that comes twice',
      'daily 01:00-04:00 Europe/Berlin',
      [],
      '2026-10-24T23:00Z',
      4 * HOUR,
      '2026-10-25T03:00Z',
    ],
    ['all day', 'daily 00:00-24:00 UTC', [], '2026-11-20T09:00Z', 9 * DAY + 1, '2026-11-29T09:00:00.001Z'],
  ])('%s', (_, text, holidays, from, ms, to) => {
    expect(new Date(addWorkingTime(hours(text, holidays), Date.parse(from), ms))).toEqual(new Date(to));
  });

  it('is never where nobody works, or for longer than anybody waits', () => {
    expect(addWorkingTime({ ...hours(office), weekdays: [] }, 0, 1)).toBe(Infinity);
    expect(addWorkingTime({ ...hours(office), hours: [] }, 0, 1)).toBe(Infinity);
    expect(addWorkingTime({ ...hours(office), timeZone: 'Nowhere/Land' }, 0, 1)).toBe(Infinity);
    expect(addWorkingTime(hours(office), 0, Number.MAX_SAFE_INTEGER)).toBe(Infinity);
    expect(addWorkingTime(hours(office), 0, Infinity)).toBe(Infinity);
  });

  it('is what the clocks count, minute by minute', () => {
    const property = fc.property(
      arbitraryHours,
      fc.nat(7 * 1440),
      fc.nat(900),
      ({ working, week }, offset, minutes) => {
        const from = week + offset * MINUTE;
        expect(addWorkingTime(working, from, minutes * MINUTE)).toBe(slowlyAdded(working, from, minutes));
      }
    );
    fc.assert(property, { numRuns: 40 });
  });

  it('adds up, and never goes back', () => {
    const ms = fc.integer({ min: 0, max: 40 * HOUR });
    const property = fc.property(arbitraryHours, fc.nat(7 * DAY), ms, ms, ({ working, week }, offset, a, b) => {
      const from = week + offset;
      const first = addWorkingTime(working, from, a);
      expect(addWorkingTime(working, first, b)).toBe(addWorkingTime(working, from, a + b));
      expect(first).toBeGreaterThanOrEqual(from + a);
      expect(addWorkingTime(working, from + b, a)).toBeGreaterThanOrEqual(first);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('parseWorkingTime', () => {
  const office = hours('Mon-Thu 09:00-12:00, 13:00-18:00 UTC');
  it.each([
    ['4h', 4 * HOUR],
    ['1d', 8 * HOUR],
    ['1w', 32 * HOUR],
    ['1d4h', 12 * HOUR],
    ['1y', 52 * 32 * HOUR],
    ['0', 0],
    ['2 dayz', undefined],
  ])('%s', (text, ms) => {
    expect(parseWorkingTime(office, text)).toBe(ms);
  });
});

describe('dueAfter', () => {
  const saturday = Date.parse('2026-11-21T12:00Z');
  it('counts in the working hours that the rule has', () => {
    const rule = mergeRule({
      default: {
        respondWithin: '1d',
        escalateAfter: '2d',
        workingHours: 'weekdays 09:00-17:00 UTC',
        holidays: '2026-11-24',
      },
    });
    expect(new Date(deadlineAfter(rule, 'respondWithin', saturday)!)).toEqual(new Date('2026-11-23T17:00Z'));
    expect(new Date(deadlineAfter(rule, 'escalateAfter', saturday)!)).toEqual(new Date('2026-11-25T17:00Z'));
  });

  it('counts at all times without them', () => {
    expect(deadlineAfter(mergeRule({ default: { escalateAfter: '2d' } }), 'escalateAfter', saturday)).toBe(
      saturday + 2 * DAY
    );
  });

  it('is nothing without a delay', () => {
    expect(deadlineAfter(mergeRule({ default: { respondWithin: '2d' } }), 'escalateAfter', saturday)).toBeUndefined();
  });
});

const arbitraryHours = fc
  .record({
    week: fc.constantFrom(...WEEKS),
    timeZone: fc.constantFrom(...ZONES),
    weekdays: fc.uniqueArray(fc.nat(6), { minLength: 3 }),
    edges: fc.uniqueArray(fc.nat(96), { minLength: 4, maxLength: 6 }),
    holidays: fc.uniqueArray(fc.nat(13), { maxLength: 2 }),
  })
  .map(({ week, timeZone, weekdays, edges, holidays }) => {
    const times = edges.map((edge) => edge * 15).sort((a, b) => a - b);
    const working: WorkingHours = {
      text: '',
      timeZone,
      weekdays: weekdays.sort() as Weekday[],
      hours: times.flatMap((to, index) => (index % 2 === 1 ? [{ from: times[index - 1], to }] : [])),
      holidays: holidays.map((day) => new Date(week + day * DAY).toISOString().slice(0, 10)).sort(),
    };
    return { week, working };
  });

/** The first whole minute by which so many minutes have been worked, counted one by one. */
function slowlyAdded(
  { timeZone, weekdays, hours: stretches, holidays }: WorkingHours,
  from: number,
  minutes: number
): number {
  const start = from - DAY * 2;
  let [today, latest, worked] = ['', -1, 0];
  for (let time = start; time < from + 90 * DAY; time += MINUTE) {
    if (time >= from && worked === minutes) {
      return time;
    }
    const { date, minutes: shown, weekday } = wallClock(timeZone, time);
    latest = date === today ? Math.max(latest, shown) : shown;
    today = date;
    const isWorking = weekdays.includes(weekday as Weekday) && !holidays.includes(date);
    const isInHours = stretches.some((stretch) => latest >= stretch.from && latest < stretch.to);
    worked += time >= from && isWorking && isInHours ? 1 : 0;
  }
  return Infinity;
}

describe('the next moment at which somebody works', () => {
  const office = 'weekdays 09:00-17:30 Europe/Berlin';
  it.each([
    ['in the middle of a day', office, '2026-11-20T12:00Z', '2026-11-20T12:00Z'],
    ['as it begins', office, '2026-11-20T08:00Z', '2026-11-20T08:00Z'],
    ['just before', office, '2026-11-20T07:59:59.999Z', '2026-11-20T08:00Z'],
    ['as it ends on a Friday', office, '2026-11-20T16:30Z', '2026-11-23T08:00Z'],
    ['on a Sunday before the clocks change', office, '2026-03-28T22:00Z', '2026-03-30T07:00Z'],
    ['at lunch', 'daily 09:00-12:00, 13:00-17:00 UTC', '2026-11-20T12:00Z', '2026-11-20T13:00Z'],
    ['in hours without an end', 'daily 00:00-24:00 UTC', '2026-11-20T00:00Z', '2026-11-20T00:00Z'],
  ])('%s', (_, text, from, expected) => {
    expect(nextWork(hours(text), Date.parse(from))).toBe(Date.parse(expected));
  });
});
