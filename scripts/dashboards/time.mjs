export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The midnight (UTC) at which yesterday began: the newest day whose figures are complete. */
export function yesterdayOf(now) {
  return Math.floor(now / DAY) * DAY - DAY;
}

/** `2026-03-01T00:00:00Z`, as TestData's CSV reads times. */
export function timeText(time) {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** `2026-03-01`, the day (UTC) that lies `days` after now, or before it if negative. */
export function dateText(now, days) {
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}
