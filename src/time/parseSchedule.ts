import { MINUTES_A_DAY, parseDay } from './calendar';
import type { DueSchedule, Hours, ScheduleProblemCode, Weekday, WorkingDays, WorkingHours } from './schedule';
import { lacksSummerTime, zoneName } from './timeZone';

/** A text that was read, with what is to be minded of it; or the part of it that can't be read and why. */
export type ScheduleReading<T> =
  | { schedule: T; minded?: ScheduleProblem; problem?: never }
  | { schedule?: never; minded?: never; problem: ScheduleProblem };

interface ScheduleProblem {
  code: ScheduleProblemCode;
  found: string;
}

/**
 * Reads when data is due: days, times and a time zone, in this order or with the zone first: "weekdays 07:00
 * Europe/Berlin", "Mon-Fri 07:00, 12:00 Europe/Berlin", "daily 06:00 UTC". Case and spacing do not matter.
 *
 * @param holidays - ISO dates, ascending.
 * @returns The schedule with its times ascending, or the first thing that is wrong with the text.
 */
export function parseDue(text: string, holidays: readonly string[] = []): ScheduleReading<DueSchedule> {
  const words = readWords(text);
  if (words instanceof Refusal) {
    return words;
  }
  if (words.hours.length > 0 || words.times.length === 0) {
    return new Refusal('noTime', text);
  }
  const times = words.times.map(({ minutes }) => minutes).sort((a, b) => a - b);
  const twice = words.times.find(({ minutes }, index) => words.times.findIndex((t) => t.minutes === minutes) < index);
  return twice ? new Refusal('timeTwice', twice.token) : withDays(text, words, holidays, { times });
}

/**
 * Reads when people work: days, hours and a time zone: "weekdays 09:00-17:30 Europe/Berlin", "Mon-Thu 09:00-12:00,
 * 13:00-17:00 UTC". As {@link parseDue}. Hours end on their own day, by 24:00.
 */
export function parseWorkingHours(text: string, holidays: readonly string[] = []): ScheduleReading<WorkingHours> {
  const words = readWords(text);
  if (words instanceof Refusal) {
    return words;
  }
  if (words.times.length > 0 || words.hours.length === 0) {
    return new Refusal('noHours', text);
  }
  const sorted = [...words.hours].sort((a, b) => a.from - b.from);
  const overlapping = sorted.find(({ from }, index) => index > 0 && from < sorted[index - 1].to);
  const hours = sorted.map(({ from, to }) => ({ from, to }));
  return overlapping ? new Refusal('hoursOverlap', overlapping.token) : withDays(text, words, holidays, { hours });
}

/** Days of a text of holidays, separated by commas, semicolons, spaces or line breaks. */
export interface Holidays {
  /** ISO dates, ascending, each once. */
  dates: string[];
  /** Words that are none. */
  bad: string[];
}

/** Reads holidays: ISO dates. Words that are none are told apart, and the others count. */
export function parseHolidays(text: string): Holidays {
  const words = [...new Set(text.split(/[\s,;]+/))].filter((word) => word !== '').sort();
  const isDate = (word: string) => parseDay(word) !== undefined;
  return { dates: words.filter(isDate), bad: words.filter((word) => !isDate(word)) };
}

/** A reading that failed, told apart from words that were read by its class. */
class Refusal {
  readonly problem: { code: ScheduleProblemCode; found: string };

  constructor(code: ScheduleProblemCode, found: string) {
    this.problem = { code, found: found.trim() };
  }
}

/** The words of a schedule, as they were found. */
interface Words {
  days: Set<Weekday>;
  times: Array<{ minutes: number; token: string }>;
  hours: Array<Hours & { token: string }>;
  timeZone?: string;
}

function withDays<T>(text: string, { days, timeZone }: Words, holidays: readonly string[], rest: T) {
  if (days.size === 0) {
    return new Refusal('noDay', text);
  }
  if (timeZone === undefined) {
    return new Refusal('noZone', text);
  }
  const common: WorkingDays = { text: text.trim(), weekdays: [...days].sort(), timeZone, holidays };
  const minded = lacksSummerTime(timeZone) ? { minded: { code: 'noSummerTime', found: timeZone } as const } : {};
  return { schedule: { ...common, ...rest }, ...minded };
}

function readWords(text: string): Words | Refusal {
  const words: Words = { days: new Set(), times: [], hours: [] };
  const tokens = toTokens(text);
  for (const [index, token] of tokens.entries()) {
    const refused = /^\d/.test(token) ? readTimes(words, token) : readName(words, token, index === tokens.length - 1);
    if (refused) {
      return refused;
    }
  }
  return words;
}

/** Words that make a schedule easier to say and change nothing. */
const FILLERS = new Set(['at', 'on', 'every', 'and']);

function toTokens(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[‐-―−]/g, '-')
    .replace(/ ?- ?/g, '-')
    .split(/[ ,;()]+/)
    .filter((token) => token !== '' && !FILLERS.has(token.toLowerCase()));
}

function readTimes(words: Words, token: string): Refusal | undefined {
  const [first, last, more] = token.split('-');
  const from = parseTime(first);
  if (last === undefined) {
    if (from === undefined || from === MINUTES_A_DAY) {
      return new Refusal('notATime', token);
    }
    words.times.push({ minutes: from, token });
    return undefined;
  }
  const to = parseTime(last);
  if (from === undefined || to === undefined || more !== undefined) {
    return new Refusal('notATime', from === undefined ? first : token);
  }
  if (to <= from) {
    return new Refusal('hoursReversed', token);
  }
  words.hours.push({ from, to, token });
  return undefined;
}

/** Minutes after midnight of "07:00", "7:00" or "24:00". */
function parseTime(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  return time <= MINUTES_A_DAY ? time : undefined;
}

function readName(words: Words, token: string, isLast: boolean): Refusal | undefined {
  const days = parseDays(token.toLowerCase());
  if (days) {
    days.forEach((day) => words.days.add(day));
    // "Mon 09:00, Tue 13:00" would lose which time is whose.
    return words.times.length + words.hours.length > 0 ? new Refusal('dayAfterTime', token) : undefined;
  }
  const timeZone = zoneName(token);
  if (timeZone === undefined) {
    const isMeantAsZone = token.includes('/') || (isLast && words.timeZone === undefined);
    return new Refusal(isMeantAsZone ? 'unknownZone' : 'notInASchedule', token);
  }
  if (words.timeZone !== undefined) {
    return new Refusal('twoZones', token);
  }
  words.timeZone = timeZone;
  return undefined;
}

const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const EVERY_DAY: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [0, 6];
const GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: EVERY_DAY,
  day: EVERY_DAY,
  everyday: EVERY_DAY,
  weekday: WEEKDAYS,
  weekdays: WEEKDAYS,
  weekend: WEEKEND,
  weekends: WEEKEND,
};

/** The days of "weekdays", "mon", "mondays" or "mon-fri"; a range may run over the weekend. */
function parseDays(text: string): readonly Weekday[] | undefined {
  if (Object.hasOwn(GROUPS, text)) {
    return GROUPS[text];
  }
  const [first, last, more] = text.split('-').map(parseDayName);
  if (first === undefined || (last === undefined && text.includes('-')) || more !== undefined) {
    return undefined;
  }
  const length = last === undefined ? 1 : ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => ((first + index) % 7) as Weekday);
}

/** A day by its name or the beginning of it, from three letters on. */
function parseDayName(text: string): Weekday | undefined {
  const name = text.length > 3 ? text.replace(/s?\.?$/, '') : text;
  const index = name.length < 3 ? -1 : DAY_NAMES.findIndex((day) => day.startsWith(name));
  return index < 0 ? undefined : (index as Weekday);
}
