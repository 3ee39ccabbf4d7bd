import { dayAt, isoDay, minutesAt, momentOf, parseDay } from './calendar';
import { DAY, HOUR, MINUTE } from './units';

/** A moment on the wall's clock, `2026-11-27T17:00`, as an input of a date and a time has it. */
const WALL_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;

/** The nearest times that a promise of a next word is made for, ascending, epoch ms: an hour from now, the end of the working day, the next mornings. */
export function nextTimes(timeZone: string, now: number): number[] {
  const today = dayAt(timeZone, now);
  const inAnHour = Math.ceil((now + HOUR) / (5 * MINUTE)) * 5 * MINUTE;
  const evening = momentOf(timeZone, today, 17 * 60);
  const morning = (days: number) => momentOf(timeZone, today + days, 9 * 60);
  const toMonday = daysToMonday(today);
  return [
    inAnHour,
    // What is less than an hour off is the same as the first.
    ...(evening - now > HOUR ? [evening] : []),
    morning(1),
    // Before a day off, the next day on.
    ...(toMonday === 2 || toMonday === 3 ? [morning(toMonday)] : []),
  ];
}

/** How many days it is to the next Monday. */
function daysToMonday(day: number): number {
  const weekday = new Date(day * DAY).getUTCDay();
  return (8 - weekday) % 7 || 7;
}

/** A moment, epoch ms, as an input of a date and a time in a zone has it. */
export function toWallTime(timeZone: string, time: number): string {
  const minutes = minutesAt(timeZone, time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${isoDay(timeZone, time)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Reads what an input of a date and a time holds, in a zone: epoch ms; undefined where it is none. */
export function fromWallTime(timeZone: string, text: string): number | undefined {
  const [, date = '', hours, minutes] = WALL_TIME.exec(text) ?? [];
  const day = parseDay(date);
  const time = day === undefined ? NaN : momentOf(timeZone, day, Number(hours) * 60 + Number(minutes));
  return Number.isNaN(time) ? undefined : time;
}
