import type { Day } from './calendar';
import { dayAt, momentOf, workingDayFrom } from './calendar';
import type { DueSchedule } from './schedule';
import { DAY } from './units';

/**
 * From when on a value is late, if no newer one has come: the first due moment at which it no longer suffices. At a due
 * moment, a value suffices that is stamped on the calendar day of the due moment before, or later; where that one is on
 * the same day, it has to be stamped at or after it. So with "daily 07:00" Monday's value is late from Wednesday 07:00.
 *
 * A value stamped on midnight UTC exactly is read as a date: that calendar day in the schedule's zone, from its start,
 * because that is how columns of dates arrive.
 *
 * @param time - The value's own time, epoch ms.
 * @returns Epoch ms, the due moment; `time` where that lies before it (a date in a zone far ahead of UTC, due several
 * times a day); Infinity where no due moment comes.
 */
export function lateFrom(schedule: DueSchedule, time: number): number {
  const stamp = time % DAY === 0 ? startOfDate(schedule, time) : time;
  return Math.max(time, stampedLateFrom(schedule, stamp));
}

/**
 * Up to when neither a value of this time nor any later one can be late. A date counts for a whole day, so it may be late
 * after a value that is stamped later on the same day.
 *
 * @param time - Epoch ms.
 * @returns Epoch ms; may lie before `time`.
 */
export function inTimeUntil(schedule: DueSchedule, time: number): number {
  const nextDate = Math.ceil(time / DAY) * DAY;
  return Math.min(stampedLateFrom(schedule, time), stampedLateFrom(schedule, startOfDate(schedule, nextDate)));
}

/** The moment from which a date counts, that arrived as its midnight UTC. */
function startOfDate({ timeZone }: DueSchedule, midnight: number): number {
  return momentOf(timeZone, midnight / DAY, 0);
}

/** From when on a value stamped on a moment is late: never before one that is stamped earlier. */
function stampedLateFrom(schedule: DueSchedule, stamp: number): number {
  const { timeZone } = schedule;
  const next = nextDue(schedule, stamp);
  const second = nextDue(schedule, next);
  const isEnough = dayAt(timeZone, next) === dayAt(timeZone, stamp) && dayAt(timeZone, second) > dayAt(timeZone, next);
  return isEnough ? nextDue(schedule, second) : second;
}

/** The first due moment after a moment, epoch ms; Infinity where none comes. */
export function nextDue(schedule: DueSchedule, after: number): number {
  const today = dayAt(schedule.timeZone, after);
  for (let day = workingDayFrom(schedule, today); day !== undefined; day = workingDayFrom(schedule, day + 1)) {
    const next = momentsOf(schedule, day).find((moment) => moment > after);
    if (next !== undefined) {
      return next;
    }
    // Only the day of `after` itself can be over; a moment that is no number never comes.
    if (day > today) {
      return Infinity;
    }
  }
  return Infinity;
}

function momentsOf({ timeZone, times }: DueSchedule, day: Day): number[] {
  return times.map((minutes) => momentOf(timeZone, day, minutes));
}
