import type { Day } from '../../time/calendar';
import { dayAt, parseDay } from '../../time/calendar';
import { parseMoment } from '../../time/moment';
import type { Refusal } from '../../rule/cells/quantity';
import { DAY } from '../../time/units';

/** A day, or a moment: what a cell with a date says. */
export type DateReading =
  /** A calendar day, without a time. */
  | { day: Day }
  /** A moment, epoch ms. `text` says it, with its zone. */
  | { moment: number; text: string };

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = '([a-z]{3,9})\\.?';

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/;
/** With dots no locale of the CLDR writes the month first. */
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})$`, 'i');
const MONTH_DAY = new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'i');
/** How databases write a date that has become a time. */
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?$/;

/** From 1973 to the year 9999; serial numbers of spreadsheets end long before. */
const LEAST_EPOCH = 1e11;
const MOST_EPOCH = 2.5e14;
const MOST_SERIAL = 200_000;

/**
 * Reads a cell with a date: ISO (`2026-09-01`, with a time and an offset or an IANA zone), a month in words (`1 Sep
 * 2026`), epoch ms from a time column, a `Date`. `03/04/2026` can be the third of April and the fourth of March, and is
 * refused; `31/12/2026` can be read in one way only, and so can `1.12.2026`: with dots the day comes first.
 *
 * @param today - Where somebody writes it now, their day: then `today`, `yesterday` and `tomorrow` can be read. In a sheet
 *   they would be another day each day.
 */
export function readDateCell(cell: unknown, today?: Day): DateReading | Refusal {
  const value = cell instanceof Date ? cell.getTime() : cell;
  if (typeof value === 'number') {
    return readEpoch(value);
  }
  if (typeof value !== 'string' || value.length > 80) {
    return { code: 'notADate' };
  }
  const text = value.trim();
  return readNearDay(text, today) ?? readDay(text) ?? readMoment(text) ?? { code: 'notADate' };
}

/**
 * The calendar day of a date, as ISO `YYYY-MM-DD`.
 *
 * @param timeZone - Of a moment, the day is the one of this zone; of UTC, where there is no such zone.
 */
export function isoDay(date: DateReading, timeZone: string): string {
  const day = 'day' in date ? date.day : dayAt(timeZone, date.moment);
  return dayText(Number.isNaN(day) ? Math.floor(momentStart(date) / DAY) : day);
}

/** A date as a rule's `validFrom` says it: the day, or the moment with its zone. */
export function momentText(date: DateReading): string {
  return 'day' in date ? dayText(date.day) : date.text;
}

/** When a date begins, epoch ms: a day at midnight UTC. */
export function momentStart(date: DateReading): number {
  return 'day' in date ? date.day * DAY : date.moment;
}

function dayText(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function readEpoch(value: number): DateReading | Refusal {
  if (value > 0 && value < MOST_SERIAL) {
    return { code: 'serialDate' };
  }
  if (!(value >= LEAST_EPOCH && value <= MOST_EPOCH)) {
    return { code: 'notADate' };
  }
  // Columns of dates arrive as midnights UTC.
  return value % DAY === 0 ? { day: value / DAY } : { moment: value, text: new Date(Math.trunc(value)).toISOString() };
}

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

function readNearDay(text: string, today: Day | undefined): DateReading | undefined {
  const away = NEAR_DAYS.get(text.toLowerCase());
  return away === undefined || today === undefined ? undefined : { day: today + away };
}

function readDay(text: string): DateReading | Refusal | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) {
    return dayOf(first[1], Number(first[2]), Number(first[3]));
  }
  const dotted = DOTTED.exec(text);
  if (dotted) {
    return dayOf(dotted[3], Number(dotted[2]), Number(dotted[1]));
  }
  const last = YEAR_LAST.exec(text);
  if (last) {
    return eitherDay(last[3], Number(last[1]), Number(last[2]));
  }
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) {
    return dayOf(dayMonth[3], monthOf(dayMonth[2]), Number(dayMonth[1]));
  }
  const monthDay = MONTH_DAY.exec(text);
  return monthDay ? dayOf(monthDay[3], monthOf(monthDay[1]), Number(monthDay[2])) : undefined;
}

function dayOf(year: string, month: number, date: number): { day: Day } | Refusal {
  const day = parseDay([year, twoDigits(month), twoDigits(date)].join('-'));
  return day === undefined ? { code: 'notADate' } : { day };
}

/** Two numbers and a year: the day first or the month first. */
function eitherDay(year: string, a: number, b: number): { day: Day } | Refusal {
  const dayFirst = dayOf(year, b, a);
  const monthFirst = dayOf(year, a, b);
  if ('code' in dayFirst || 'code' in monthFirst) {
    return 'code' in dayFirst ? monthFirst : dayFirst;
  }
  return a === b ? dayFirst : { code: 'ambiguousDate', readings: [dayText(dayFirst.day), dayText(monthFirst.day)] };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** 1 to 12 by a name or its beginning of at least three letters; 0 for anything else. */
function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function readMoment(text: string): DateReading | Refusal | undefined {
  const { time, problem } = parseMoment(text);
  if (time !== undefined) {
    return { moment: time, text };
  }
  const midnight = MIDNIGHT.exec(text);
  if (problem.code === 'noZone') {
    return midnight ? readDay(midnight[1]) : { code: 'momentWithoutZone' };
  }
  return undefined;
}
