import { tzOffset } from '@date-fns/tz/tzOffset';

import type { Weekday, WorkingDays } from './schedule';
import { DAY, MINUTE } from './units';

export const MINUTES_A_DAY = 1440;

/** The Thursday on which the days begin to be counted. */
const FIRST_WEEKDAY = 4;

/** A calendar day, as the number of days since 1970-01-01. Which moments it holds depends on the time zone. */
export type Day = number;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an ISO date, `YYYY-MM-DD`. Undefined for anything else, and for days that do not exist. */
export function parseDay(text: string): Day | undefined {
  if (!ISO_DATE.test(text)) {
    return undefined;
  }
  const [year, month, date] = text.split('-').map(Number);
  const time = Date.UTC(year, month - 1, date);
  // A day that does not exist runs over into the next month; a year below 100 into the last century.
  return new Date(time).toISOString().startsWith(text) ? time / DAY : undefined;
}

/** The calendar day that a moment (epoch ms) falls on in a time zone. NaN where either can't be used. */
export function dayAt(timeZone: string, time: number): Day {
  return Math.floor((time + offsetAt(timeZone, time)) / DAY);
}

/** What the clocks of a time zone show at a moment (epoch ms), in whole minutes after midnight, 0 to 1439. */
export function minutesAt(timeZone: string, time: number): number {
  return Math.floor((time + offsetAt(timeZone, time) - dayAt(timeZone, time) * DAY) / MINUTE);
}

/** The calendar day of a moment (epoch ms) as an ISO date. Blank where either can't be used. */
export function isoDay(timeZone: string, time: number): string {
  const date = new Date(dayAt(timeZone, time) * DAY);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/**
 * The first moment of a calendar day at which the clocks of a time zone show this time, or a later one: where summer
 * time skips it, the moment of the jump; where it comes twice, the first.
 *
 * @param minutes - After midnight, 0 to 1440; 1440 is the midnight that ends the day.
 * @returns Epoch ms; NaN where the zone is unknown or the day too far away. Ascending with `minutes`.
 */
export function momentOf(timeZone: string, day: Day, minutes: number): number {
  const wall = day * DAY + minutes * MINUTE;
  const before = offsetAt(timeZone, wall - DAY);
  const after = offsetAt(timeZone, wall + DAY);
  if (before === after || offsetAt(timeZone, wall - before) === before) {
    return wall - before;
  }
  return offsetAt(timeZone, wall - after) === after ? wall - after : jumpIn(timeZone, wall - after, wall - before);
}

/** The moment between two others from which on the later one's offset holds. */
function jumpIn(timeZone: string, from: number, to: number): number {
  const offset = offsetAt(timeZone, to);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle) === offset) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}

/**
 * The first of some working days on or after a day: of one of their weekdays, and no holiday.
 *
 * @returns Undefined where there is none: no weekdays, or a day that is no number.
 */
export function workingDayFrom(days: WorkingDays, from: Day): Day | undefined {
  const holidays = holidaysOf(days);
  // Each holiday takes away one day of one week at most.
  const limit = from + 7 * (holidays.size + 1);
  for (let day = from; day < limit; day++) {
    if (days.weekdays.includes(weekdayOf(day)) && !holidays.has(day)) {
      return day;
    }
  }
  return undefined;
}

function weekdayOf(day: Day): Weekday {
  return (((day % 7) + 7 + FIRST_WEEKDAY) % 7) as Weekday;
}

/** Holidays as days, by the schedule that has them: a list is read once, and asked on every step. */
const holidaysBySchedule = new WeakMap<WorkingDays, ReadonlySet<Day>>();

function holidaysOf(days: WorkingDays): ReadonlySet<Day> {
  const known = holidaysBySchedule.get(days);
  if (known) {
    return known;
  }
  const holidays = new Set(days.holidays.map(parseDay).filter((day) => day !== undefined));
  holidaysBySchedule.set(days, holidays);
  return holidays;
}

/** Offsets at midnight UTC by zone and day, ms: asking the runtime takes microseconds, and schedules ask a lot. */
const offsetsByZone = new Map<string, Map<Day, number>>();
const OFFSETS_KEPT = 50_000;

/** How far a zone's clocks are ahead of UTC at a moment, ms. No zone changes its clocks twice within a day. */
function offsetAt(timeZone: string, time: number): number {
  const day = Math.floor(time / DAY);
  const before = offsetAtMidnight(timeZone, day);
  return before === offsetAtMidnight(timeZone, day + 1) ? before : tzOffset(timeZone, new Date(time)) * MINUTE;
}

function offsetAtMidnight(timeZone: string, day: Day): number {
  let offsets = offsetsByZone.get(timeZone);
  if (!offsets || offsets.size >= OFFSETS_KEPT) {
    offsets = new Map();
    offsetsByZone.set(timeZone, offsets);
  }
  const known = offsets.get(day);
  if (known !== undefined) {
    return known;
  }
  const offset = tzOffset(timeZone, new Date(day * DAY)) * MINUTE;
  offsets.set(day, offset);
  return offset;
}
