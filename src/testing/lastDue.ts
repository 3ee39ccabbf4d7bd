import type { Day } from '../time/calendar';
import { dayAt, momentOf, workingDayFrom } from '../time/calendar';
import type { DueSchedule, WorkingDays } from '../time/schedule';

/** The last due moment up to a moment, itself included, epoch ms; -Infinity where there was none. */
export function lastDue(schedule: DueSchedule, at: number): number {
  const { timeZone, times } = schedule;
  const today = dayAt(timeZone, at);
  for (let day = workingDayUpTo(schedule, today); day !== undefined; day = workingDayUpTo(schedule, day - 1)) {
    const moments = times.map((minutes) => momentOf(timeZone, day as Day, minutes));
    const last = moments.findLast((moment) => moment <= at);
    if (last !== undefined) {
      return last;
    }
    if (day < today) {
      return -Infinity;
    }
  }
  return -Infinity;
}

/** The last of some working days on or before a day. Undefined where there is none. */
export function workingDayUpTo(days: WorkingDays, to: Day): Day | undefined {
  // Each holiday takes away one day of one week at most.
  const count = 7 * (days.holidays.length + 1);
  return Array.from({ length: count }, (_, back) => to - back).find((day) => workingDayFrom(days, day) === day);
}
