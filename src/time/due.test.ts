import fc from 'fast-check';

import { inTimeUntil, lateFrom, nextDue } from './due';
import { lastDue } from '../testing/lastDue';
import { parseDue } from './parseSchedule';
import type { DueSchedule, Weekday } from './schedule';
import { WEEKS, ZONES, wallClock } from '../testing/wallClock';
import { DAY } from './units';

const STEP = 15 * 60_000;

function schedule(text: string, holidays: string[] = []): DueSchedule {
  return parseDue(text, holidays).schedule!;
}

describe('lateFrom', () => {
  const weekdays = 'weekdays 07:00 Europe/Berlin';
  it.each([
    // 2026-11-23 is a Monday; Berlin is an hour ahead of UTC then.
    ['Monday’s value on Wednesday', weekdays, [], '2026-11-23T12:00Z', '2026-11-25T06:00Z'],
    ['a date as its whole day', weekdays, [], '2026-11-23T00:00Z', '2026-11-25T06:00Z'],
    ['just before midnight', weekdays, [], '2026-11-23T22:59Z', '2026-11-25T06:00Z'],
    ['just after midnight', weekdays, [], '2026-11-23T23:00Z', '2026-11-26T06:00Z'],
    ['Thursday’s value over the weekend', weekdays, [], '2026-11-19T12:00Z', '2026-11-23T06:00Z'],
    ['Friday’s value on Tuesday', weekdays, [], '2026-11-20T12:00Z', '2026-11-24T06:00Z'],
    ['a value of the weekend on Tuesday', weekdays, [], '2026-11-21T12:00Z', '2026-11-24T06:00Z'],
    ['Monday’s value with a holiday', weekdays, ['2026-11-24'], '2026-11-23T12:00Z', '2026-11-26T06:00Z'],
    ['over the change to summer time', weekdays, [], '2026-03-26T12:00Z', '2026-03-30T05:00Z'],
    ['over the change to winter time', weekdays, [], '2026-10-22T12:00Z', '2026-10-26T06:00Z'],
    ['a date far behind UTC', 'daily 07:00 America/New_York', [], '2026-11-23T00:00Z', '2026-11-25T12:00Z'],
    ['a stamp far behind UTC', 'daily 07:00 America/New_York', [], '2026-11-23T00:01Z', '2026-11-24T12:00Z'],
    ['twice a day, stamped before the first', 'daily 07:00, 12:00 UTC', [], '2026-11-23T06:00Z', '2026-11-23T12:00Z'],
    ['twice a day, stamped at the first', 'daily 07:00, 12:00 UTC', [], '2026-11-23T07:00Z', '2026-11-24T12:00Z'],
    ['twice a day, stamped after the last', 'daily 07:00, 12:00 UTC', [], '2026-11-23T20:00Z', '2026-11-24T12:00Z'],
    ['once a week', 'Monday 07:00 UTC', [], '2026-11-25T12:00Z', '2026-12-07T07:00Z'],
  ])('%s', (_, text, holidays, time, late) => {
    expect(new Date(lateFrom(schedule(text, holidays), Date.parse(time)))).toEqual(new Date(late));
  });

  it('is never before the value itself', () => {
    // The date's day is half over in Auckland when it begins in UTC.
    const time = Date.parse('2026-06-02T00:00Z');
    expect(lateFrom(schedule('daily 07:00, 11:00 Pacific/Auckland'), time)).toBe(time);
  });

  it.each([Infinity, -Infinity, 8.7e15])('is never at %d', (time) => {
    expect(lateFrom(schedule(weekdays), time)).toBe(Infinity);
  });

  it('is never where nothing is due', () => {
    expect(lateFrom({ ...schedule(weekdays), weekdays: [] }, 0)).toBe(Infinity);
    expect(lateFrom({ ...schedule(weekdays), times: [] }, 0)).toBe(Infinity);
    expect(lateFrom({ ...schedule(weekdays), timeZone: 'Nowhere/Land' }, 0)).toBe(Infinity);
  });

  it('is what the definition says, whatever the schedule', () => {
    const property = fc.property(arbitrarySchedule, arbitraryTime, ({ due, week }, offset) => {
      const time = week + 7 * DAY + offset;
      expect(lateFrom(due, time)).toBe(slowLateFrom(due, time, week));
    });
    fc.assert(property, { numRuns: 60 });
  });
});

describe('inTimeUntil', () => {
  it('no value of a time or later is late before, not even after a date that counts for a whole day', () => {
    const property = fc.property(arbitrarySchedule, arbitraryTime, fc.nat({ max: 300 }), (given, offset, steps) => {
      const { due, week } = given;
      const time = week + 7 * DAY + offset;
      const later = time + steps * STEP;
      for (const moment of [time, later, Math.ceil(later / DAY) * DAY]) {
        expect(lateFrom(due, moment)).toBeGreaterThanOrEqual(inTimeUntil(due, time));
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('the due moments', () => {
  it('are found in both directions', () => {
    const due = schedule('weekdays 07:00, 12:00 Europe/Berlin');
    const at = Date.parse('2026-11-23T06:00Z');
    expect(new Date(lastDue(due, at))).toEqual(new Date('2026-11-23T06:00Z'));
    expect(new Date(lastDue(due, at - 1))).toEqual(new Date('2026-11-20T11:00Z'));
    expect(new Date(nextDue(due, at))).toEqual(new Date('2026-11-23T11:00Z'));
    expect(new Date(nextDue(due, at - 1))).toEqual(new Date('2026-11-23T06:00Z'));
  });

  it('follow each other', () => {
    const property = fc.property(arbitrarySchedule, arbitraryTime, ({ due, week }, offset) => {
      const time = week + 7 * DAY + offset;
      const next = nextDue(due, time);
      expect(next).toBeGreaterThan(time);
      expect(lastDue(due, next)).toBe(next);
      expect(lastDue(due, next - 1)).toBeLessThanOrEqual(time);
      expect(nextDue(due, lastDue(due, time))).toBe(next);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('are none without days', () => {
    expect(lastDue({ ...schedule('daily 07:00 UTC'), weekdays: [] }, 0)).toBe(-Infinity);
    expect(lastDue({ ...schedule('daily 07:00 UTC'), times: [] }, 0)).toBe(-Infinity);
  });
});

it('a year of holidays is no reason to look for ever', () => {
  const holidays = Array.from({ length: 366 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1) + day * DAY).toISOString().slice(0, 10)
  );
  expect(new Date(nextDue(schedule('daily 07:00 UTC', holidays), Date.UTC(2026, 0, 1)))).toEqual(
    new Date('2027-01-02T07:00Z')
  );
});

const arbitrarySchedule = fc
  .record({
    week: fc.constantFrom(...WEEKS),
    timeZone: fc.constantFrom(...ZONES),
    weekdays: fc.uniqueArray(fc.nat(6), { minLength: 2 }),
    times: fc.uniqueArray(fc.nat(95), { minLength: 1, maxLength: 3 }),
    holidays: fc.uniqueArray(fc.nat(20), { maxLength: 3 }),
  })
  .map(({ week, timeZone, weekdays, times, holidays }) => ({
    week,
    due: {
      text: '',
      timeZone,
      weekdays: weekdays.sort() as Weekday[],
      times: times.map((time) => time * 15).sort((a, b) => a - b),
      holidays: holidays.map((day) => new Date(week + day * DAY).toISOString().slice(0, 10)).sort(),
    },
  }));

const arbitraryTime = fc.oneof(
  fc.nat(7 * 96).map((steps) => steps * STEP),
  fc.nat(7 * DAY),
  fc.nat(7).map((days) => days * DAY)
);

/** The definition, read quarter of an hour by quarter of an hour: every zone's clocks change on one. */
function slowLateFrom(due: DueSchedule, time: number, week: number): number {
  const moments = slowMoments(due, week, week + 60 * DAY);
  const dateOf = (moment: number) => wallClock(due.timeZone, moment).date;
  const isDate = time % DAY === 0;
  const suffices = (now: number, before: number) => {
    if (dateOf(before) === dateOf(now)) {
      // A date is its day's beginning, before every time of it but midnight's.
      return isDate
        ? new Date(time).toISOString().slice(0, 10) > dateOf(before) || isMidnightOf(due, before, time)
        : time >= before;
    }
    return (isDate ? new Date(time).toISOString().slice(0, 10) : dateOf(time)) >= dateOf(before);
  };
  const late = moments.find((moment, index) => index > 0 && !suffices(moment, moments[index - 1]));
  return Math.max(time, late ?? Infinity);
}

function isMidnightOf(due: DueSchedule, moment: number, time: number): boolean {
  const { date } = wallClock(due.timeZone, moment);
  const isFirst = wallClock(due.timeZone, moment - STEP).date !== date;
  return isFirst && new Date(time).toISOString().slice(0, 10) === date;
}

function slowMoments({ timeZone, weekdays, times, holidays }: DueSchedule, from: number, to: number): number[] {
  const moments: number[] = [];
  let [today, latest] = ['', -1];
  for (let time = from; time < to; time += STEP) {
    const { date, minutes, weekday } = wallClock(timeZone, time);
    if (date !== today) {
      [today, latest] = [date, -1];
    }
    const isWorking = weekdays.includes(weekday as Weekday) && !holidays.includes(date);
    if (isWorking && times.some((due) => due > latest && due <= minutes)) {
      moments.push(time);
    }
    latest = Math.max(latest, minutes);
  }
  return moments;
}
