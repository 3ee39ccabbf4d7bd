import type { DueSchedule } from './schedule';

/**
 * From when on a value is late, if no newer one has come: the first due moment at which it no longer suffices.
 *
 * @param time - The value's own time, epoch ms.
 * @returns Epoch ms; Infinity where no due moment comes.
 */
export function lateFrom(schedule: DueSchedule, time: number): number {
  return schedule.times.length === 0 ? time : Infinity;
}
