import { dayAt, momentOf } from '../../time/calendar';

/** From when on a handover tells: a moment that people name, or one of their own, epoch ms. */
export type Since = 'yesterday' | 'monday' | number;

/** When the shift before this one is taken to have begun, minutes of the day. */
const MORNING = 9 * 60;

/**
 * The moment from which a handover tells, epoch ms: yesterday at 9, the beginning of the last Monday before today (on a
 * Monday that of a week ago), or the moment itself.
 *
 * @param timeZone - An IANA name: of whose days and hours it is.
 */
export function sinceMoment(since: Since, now: number, timeZone: string): number {
  const today = dayAt(timeZone, now);
  switch (since) {
    case 'yesterday':
      return momentOf(timeZone, today - 1, MORNING);
    case 'monday':
      return momentOf(timeZone, lastMondayBefore(today), 0);
    default:
      return since;
  }
}

/** Day 0 of the epoch was a Thursday. */
function lastMondayBefore(day: number): number {
  const yesterday = day - 1;
  return yesterday - ((((yesterday + 3) % 7) + 7) % 7);
}
