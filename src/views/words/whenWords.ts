import { type DateTimeInput, dateTimeFormat } from '@grafana/data';

import type { Translate } from '../../rule/translate';

/** What a time is told against. Without a `now` (a past range) there is no "today". */
export interface Clock {
  now?: number;
  timeZone: string;
}

/** Times in words, bound to one clock. */
export interface TimeWords {
  /** "today 14:05", "yesterday 14:05", "Fri 20 Nov 05:00", "3 Mar 18:00", "3 Mar 2025 18:00". */
  at: (time: number) => string;
  /** The same after "since", where "today" goes without saying: "05:00". */
  since: (time: number) => string;
}

const DAY_FORMAT = 'YYYY-MM-DD';
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** An instant as people say it, seen from the clock's now: near days by name, far ones by date. */
export function whenWords(t: Translate, time: number, clock: Clock): string {
  const hour = format(time, clock, 'HH:mm');
  const day = nearDay(time, clock);
  switch (day) {
    case 'today':
      return t('views.when.today', 'today {{hour}}', { hour });
    case 'yesterday':
      return t('views.when.yesterday', 'yesterday {{hour}}', { hour });
    case 'tomorrow':
      return t('views.when.tomorrow', 'tomorrow {{hour}}', { hour });
    default:
      return format(time, clock, farFormat(time, clock));
  }
}

/** Binds `whenWords` to a clock. */
export function timeWords(t: Translate, clock: Clock): TimeWords {
  return {
    at: (time) => whenWords(t, time, clock),
    since: (time) => (nearDay(time, clock) === 'today' ? format(time, clock, 'HH:mm') : whenWords(t, time, clock)),
  };
}

function nearDay(time: number, clock: Clock): 'today' | 'yesterday' | 'tomorrow' | undefined {
  if (clock.now === undefined) {
    return undefined;
  }
  const days = dayNumber(time, clock) - dayNumber(clock.now, clock);
  return days === 0 ? 'today' : days === -1 ? 'yesterday' : days === 1 ? 'tomorrow' : undefined;
}

/** Calendar days are counted in the clock's zone, so that a day of 23 hours is one day. */
function dayNumber(time: number, clock: Clock): number {
  return Date.parse(`${format(time, clock, DAY_FORMAT)}T00:00:00Z`) / (WEEK / 7);
}

function farFormat(time: number, clock: Clock): string {
  if (clock.now !== undefined && Math.abs(time - clock.now) < WEEK) {
    return 'ddd D MMM HH:mm';
  }
  const sameYear = clock.now !== undefined && format(time, clock, 'YYYY') === format(clock.now, clock, 'YYYY');
  return sameYear ? 'D MMM HH:mm' : 'D MMM YYYY HH:mm';
}

function format(time: DateTimeInput, { timeZone }: Clock, pattern: string): string {
  return dateTimeFormat(time, { timeZone, format: pattern });
}
