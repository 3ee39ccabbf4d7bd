import fc from 'fast-check';

import { dayAt, momentOf, parseDay, workingDayFrom } from './calendar';
import { workingDayUpTo } from '../testing/lastDue';
import type { WorkingDays } from './schedule';
import { WEEKS, ZONES, wallClock } from '../testing/wallClock';

describe('parseDay', () => {
  it.each([
    ['1970-01-01', 0],
    ['2026-11-23', Date.UTC(2026, 10, 23) / 86_400_000],
    ['2024-02-29', Date.UTC(2024, 1, 29) / 86_400_000],
  ])('%s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each(['', '2026-02-29', '2026-13-01', '2026-1-1', '0026-01-01', '2026-01-01T00:00', '23 March'])(
    '%j is none',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    }
  );
});

describe('momentOf', () => {
  it.each([
    ['Europe/Berlin', '2026-03-30', 420, '2026-03-30T05:00Z'],
    ['Europe/Berlin', '2026-03-27', 420, '2026-03-27T06:00Z'],
    // The hour that is skipped: the moment of the jump, for every minute of it.
    ['Europe/Berlin', '2026-03-29', 120, '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-03-29', 180, '2026-03-29T01:00Z'],
    // The hour that comes twice: the first.
    ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30Z'],
    ['Europe/Berlin', '2026-10-25', 180, '2026-10-25T02:00Z'],
    // A day that begins at 01:00, because midnight is skipped.
    ['America/Santiago', '2026-09-06', 0, '2026-09-06T04:00Z'],
    ['UTC', '2026-01-01', 1440, '2026-01-02T00:00Z'],
  ])('%s %s, minute %d', (timeZone, date, minutes, moment) => {
    expect(new Date(momentOf(timeZone, parseDay(date)!, minutes))).toEqual(new Date(moment));
  });

  it('is what the clocks show, and ascends', () => {
    const property = fc.property(
      fc.constantFrom(...ZONES),
      fc.constantFrom(...WEEKS),
      fc.nat(13),
      fc.nat(1439),
      (timeZone, week, days, minutes) => {
        const day = week / 86_400_000 + days;
        const time = momentOf(timeZone, day, minutes);
        const shown = wallClock(timeZone, time);
        const before = wallClock(timeZone, time - 60_000);
        expect(parseDay(shown.date)).toBe(day);
        expect(dayAt(timeZone, time)).toBe(day);
        expect(shown.minutes).toBeGreaterThanOrEqual(minutes);
        expect(parseDay(before.date)! < day || before.minutes < minutes).toBe(true);
        expect(momentOf(timeZone, day, minutes + 1)).toBeGreaterThanOrEqual(time);
      }
    );
    fc.assert(property, { numRuns: 1000 });
  });

  it.each([
    ['Nowhere/Land', 0],
    ['UTC', NaN],
    ['UTC', Infinity],
    ['Europe/Berlin', 1e12],
  ])('is NaN in %s on day %d', (timeZone, day) => {
    expect(momentOf(timeZone, day, 60)).toBeNaN();
  });
});

describe('working days', () => {
  const weekdays: WorkingDays = {
    text: '',
    weekdays: [1, 2, 3, 4, 5],
    timeZone: 'UTC',
    holidays: ['2026-11-23', '2026-11-20'],
  };
  const saturday = parseDay('2026-11-21')!;

  it('leaves out other weekdays and holidays, both ways', () => {
    expect(workingDayFrom(weekdays, saturday)).toBe(parseDay('2026-11-24'));
    expect(workingDayUpTo(weekdays, saturday)).toBe(parseDay('2026-11-19'));
    expect(workingDayFrom(weekdays, parseDay('2026-11-24')!)).toBe(parseDay('2026-11-24'));
  });

  it('ends where there is none', () => {
    expect(workingDayFrom({ ...weekdays, weekdays: [] }, saturday)).toBeUndefined();
    expect(workingDayFrom(weekdays, NaN)).toBeUndefined();
    expect(workingDayUpTo({ ...weekdays, weekdays: [] }, saturday)).toBeUndefined();
  });

  it('counts weekdays before 1970, too', () => {
    expect(workingDayUpTo({ ...weekdays, weekdays: [3] }, -1)).toBe(-1);
    expect(workingDayUpTo({ ...weekdays, weekdays: [4] }, -1)).toBe(-7);
  });
});
