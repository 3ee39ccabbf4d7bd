/** The clock of whoever sits before the screen. */
export interface Today {
  /** Epoch ms. */
  now: number;
  /** The day of their calendar, as an ISO date. */
  date: string;
  /** When that day begins, as `validFrom` is written: in force already, in whatever zone they sit. */
  start: string;
}

/** Today, by the calendar of whoever sits before the screen. */
export function today(): Today {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  // A date without a zone begins at midnight UTC: east of there not before some hours into the day.
  const isBegun = Date.parse(date) <= now.getTime();
  return {
    now: now.getTime(),
    date,
    start: isBegun ? date : `${date} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
  };
}

/** The zone in which the day begins that a version begins on today, as people read it: "UTC", "Asia/Tokyo". */
export function zoneOfStart({ date, start }: Pick<Today, 'date' | 'start'>): string {
  return start.slice(date.length).trim() || 'UTC';
}
