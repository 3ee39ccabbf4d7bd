import type { Day } from './calendar';
import { dayAt, momentOf, workingDayFrom } from './calendar';
import { parseDuration } from './duration';
import type { WorkingHours } from './schedule';
import { MINUTE } from './units';

const WEEKS_A_YEAR = 52;

/** Nobody waits longer; it keeps the count of days finite whatever a rule says. */
const DAYS_AT_MOST = 50 * 366;

/**
 * The first moment by which so much working time has passed. So 0 is the moment itself, even outside of working hours,
 * the end of a working day belongs to that day, and adding a and then b is adding a + b. Hours run by the wall clock of
 * their zone: where summer time takes an hour out of them, that hour is not worked, where it comes twice it is worked
 * twice.
 *
 * @param from - Epoch ms.
 * @param ms - Working time, ms; negative counts as 0.
 * @returns Epoch ms; Infinity where it never passes, or not within fifty years.
 */
export function addWorkingTime(hours: WorkingHours, from: number, ms: number): number {
  if (!(ms > 0)) {
    return from;
  }
  const today = dayAt(hours.timeZone, from);
  let left = ms;
  for (let day = workingDayFrom(hours, today); isWithin(day, today); day = workingDayFrom(hours, day + 1)) {
    for (const [start, end] of stretchesOf(hours, day)) {
      const begin = Math.max(start, from);
      if (end - begin >= left) {
        return begin + left;
      }
      left -= Math.max(0, end - begin);
    }
  }
  return Infinity;
}

function isWithin(day: Day | undefined, today: Day): day is Day {
  return day !== undefined && day - today < DAYS_AT_MOST;
}

/** The working hours of one day, epoch ms. */
function stretchesOf({ timeZone, hours }: WorkingHours, day: Day): Array<[number, number]> {
  return hours.map(({ from, to }) => [momentOf(timeZone, day, from), momentOf(timeZone, day, to)]);
}

/** The next moment at which somebody works, epoch ms: the given one where that is one; Infinity where there is none. */
export function nextWork(hours: WorkingHours, from: number): number {
  return addWorkingTime(hours, from, 1) - 1;
}

/** How long a working day is by its hours, ms. */
export function workingDayMs({ hours }: WorkingHours): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0) * MINUTE;
}

/**
 * Reads a duration as working time: `d` is the length of a working day, `w` of a working week, `y` of 52 of them; the
 * other units are what they are.
 *
 * @returns Milliseconds of working time; undefined for what is no duration.
 */
export function parseWorkingTime(hours: WorkingHours, text: string): number | undefined {
  const day = workingDayMs(hours);
  const week = day * hours.weekdays.length;
  return parseDuration(text, { day, week, year: week * WEEKS_A_YEAR });
}
