/** What the clocks and calendars of a time zone show at a moment, asked from the runtime: slow and obvious. */
export function wallClock(timeZone: string, time: number): { date: string; minutes: number; weekday: number } {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value])
  );
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  const minutes = Number(parts.hour) * 60 + Number(parts.minute);
  return { date, minutes, weekday: new Date(date).getUTCDay() };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  return format;
}

/** Zones with summer time on either half of the globe, by half an hour, at midnight, and without. */
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'UTC',
] as const;

/** Mondays 00:00 UTC before changes of clocks, and one without any near. */
export const WEEKS = [
  '2026-03-02',
  '2026-03-23',
  '2026-03-30',
  '2026-06-01',
  '2026-08-31',
  '2026-09-21',
  '2026-10-19',
  '2026-10-26',
].map((date) => Date.parse(date));
