import { isoDayAt } from '../protocol/coverage';
import type { Translate } from './translate';
import { WEEK } from '../time/units';

/** What a time is told against. Without a `now` (a past range) there is no "today". */
export interface Clock {
  now?: number;
  timeZone: string;
  /** Writes a time (epoch ms) of a zone by a pattern (`ddd D MMM HH:mm`), in the reader's language. */
  format: (time: number, timeZone: string, pattern: string) => string;
}

/** Times in words, bound to one clock. */
export interface TimeWords {
  /** "today 14:05", "yesterday 14:05", "Fri 20 Nov 05:00", "3 Mar 18:00", "3 Mar 2025 18:00". */
  at: (time: number) => string;
  /** The same after "since", where "today" goes without saying: "05:00". */
  since: (time: number) => string;
  /**
   * The same without the hour where a date is meant: "today", "Fri 20 Nov", "3 Mar". A time that is midnight in UTC is
   * a date, because dates are stored so; so is midnight in the clock's zone. Any other time keeps its hour.
   */
  day: (time: number) => string;
  /** The calendar day of a time by its date alone, however near: "2 Dec", "2 Dec 2027". */
  date: (time: number) => string;
  /** A date that is stored as midnight in UTC, in full: "3 March 2026". */
  fullDate: (time: number) => string;
  /** The calendar day of a time, as an ISO date. */
  isoDay: (time: number) => string;
}

const DAY_FORMAT = 'YYYY-MM-DD';

/** An instant as people say it, seen from the clock's now: near days by name, far ones by date. */
function whenWords(t: Translate, time: number, clock: Clock): string {
  const hour = format(time, clock, 'HH:mm');
  switch (nearDay(time, clock)) {
    case 'today':
      return t('views.when.today', 'today {{hour}}', { hour });
    case 'yesterday':
      return t('views.when.yesterday', 'yesterday {{hour}}', { hour });
    case 'tomorrow':
      return t('views.when.tomorrow', 'tomorrow {{hour}}', { hour });
    default:
      return format(time, clock, `${dateFormat(time, clock)} HH:mm`);
  }
}

/** Times in words, bound to a clock. */
export function timesBy(t: Translate, clock: Clock): TimeWords {
  return {
    at: (time) => whenWords(t, time, clock),
    since: (time) => (nearDay(time, clock) === 'today' ? format(time, clock, 'HH:mm') : whenWords(t, time, clock)),
    day: (time) => dayWords(t, time, clock),
    date: (time) => format(time, clock, isThisYear(time, clock, clock.timeZone) ? 'D MMM' : 'D MMM YYYY'),
    fullDate: (time) => clock.format(time, 'utc', 'D MMMM YYYY'),
    isoDay: (time) => isoDayAt(time, clock.timeZone),
  };
}

function dayWords(t: Translate, time: number, clock: Clock): string {
  const timeZone = ['utc', clock.timeZone].find((zone) => clock.format(time, zone, 'HH:mm:ss') === '00:00:00');
  if (timeZone === undefined) {
    return whenWords(t, time, clock);
  }
  switch (nearDay(time, clock, timeZone)) {
    case 'today':
      return t('views.when.this-day', 'today');
    case 'yesterday':
      return t('views.when.last-day', 'yesterday');
    case 'tomorrow':
      return t('views.when.next-day', 'tomorrow');
    default:
      return clock.format(time, timeZone, dateFormat(time, clock, timeZone));
  }
}

/** @param timeZone - The zone of the time's own calendar day, where it is not the clock's. */
function nearDay(
  time: number,
  clock: Clock,
  timeZone = clock.timeZone
): 'today' | 'yesterday' | 'tomorrow' | undefined {
  if (clock.now === undefined) {
    return undefined;
  }
  const days = dayNumber(time, { ...clock, timeZone }) - dayNumber(clock.now, clock);
  return days === 0 ? 'today' : days === -1 ? 'yesterday' : days === 1 ? 'tomorrow' : undefined;
}

/** Calendar days are counted in the clock's zone, so that a day of 23 hours is one day. */
function dayNumber(time: number, clock: Clock): number {
  return Date.parse(`${format(time, clock, DAY_FORMAT)}T00:00:00Z`) / (WEEK / 7);
}

/** Of a day within a week its weekday is told, too; of one in another year its year. */
function dateFormat(time: number, clock: Clock, timeZone = clock.timeZone): string {
  const isNear = clock.now !== undefined && Math.abs(time - clock.now) < WEEK;
  return `${isNear ? 'ddd ' : ''}D MMM${isThisYear(time, clock, timeZone) ? '' : ' YYYY'}`;
}

/** @param timeZone - The zone of the time's own calendar day. */
function isThisYear(time: number, clock: Clock, timeZone: string): boolean {
  return clock.now !== undefined && clock.format(time, timeZone, 'YYYY') === format(clock.now, clock, 'YYYY');
}

function format(time: number, clock: Clock, pattern: string): string {
  return clock.format(time, clock.timeZone, pattern);
}
