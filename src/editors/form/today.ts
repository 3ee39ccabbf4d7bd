import { dayAt } from '../../time/calendar';
import { panelZone } from '../../time/timeZone';
import { DAY } from '../../time/units';
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
  const zone = panelZone(timeZone);
  const date = new Date(dayAt(zone, now) * DAY).toISOString().slice(0, 10);
  return { now, date, start: zone === 'UTC' ? date : `${date} ${zone}` };
}

/** The zone in which the day begins that a version begins on today, as people read it: "UTC", "Asia/Tokyo". */
export function zoneOfStart({ date, start }: Pick<Today, 'date' | 'start'>): string {
  return start.slice(date.length).trim() || 'UTC';
}
