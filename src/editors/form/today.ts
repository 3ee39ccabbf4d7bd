import { dateTimeFormat, getTimeZoneInfo } from '@grafana/data';

import { editedPanel } from '../editedPanel';

/** The clock of whoever sits before the screen. */
export interface Today {
  /** Epoch ms. */
  now: number;
  /** The day of their calendar, as an ISO date. */
  date: string;
  /** When that day begins, as `validFrom` is written: with its zone, as a date alone begins at midnight UTC. */
  start: string;
}

/**
 * Today, by the calendar of whoever sits before the screen: in the zone of the dashboard.
 *
 * @param timeZone - As a panel is given it. Left out, that of the panel that is edited, else the browser's.
 */
export function today(timeZone = editedPanel.get()?.timeZone ?? 'browser'): Today {
  const now = Date.now();
  // Grafana guesses the browser's zone from its clock, and calls it by another one's name.
  const known = timeZone === 'browser' ? undefined : getTimeZoneInfo(timeZone, now)?.ianaName;
  const zone = known ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const date = dateTimeFormat(now, { timeZone: zone, format: 'YYYY-MM-DD' });
  return { now, date, start: zone === 'UTC' ? date : `${date} ${zone}` };
}

/** The zone in which the day begins that a version begins on today, as people read it: "UTC", "Asia/Tokyo". */
export function zoneOfStart({ date, start }: Pick<Today, 'date' | 'start'>): string {
  return start.slice(date.length).trim() || 'UTC';
}
