import type { DecimalMark } from '../../rule/cells/decimal';
import { readDurationCell } from '../../rule/cells/durationCell';
import { readLevelCell } from '../../rule/cells/levelCell';
import type { Quantity, Refusal } from '../../rule/cells/quantity';
import { isRefusal } from '../../rule/cells/quantity';
import type { ValueUnit } from '../../rule/cells/units';
import { inUnitOf } from '../../rule/cells/units';
import type { RuleField } from '../../rule/fields';
import { FIELDS } from '../../rule/fields';
import { hasVariable } from '../../rule/textProblem';
import { isoDay, momentText, readDateCell } from '../../tables/sheet/dateCell';
import { parseDay } from '../../time/calendar';

/** What is known of who types, and of what the rule is for. */
export interface TypedBy {
  /** What the values of its metrics are in; none where they are not known. */
  units: readonly ValueUnit[];
  /** How the person writes fractions: it decides what could be read in two ways. */
  decimal: DecimalMark;
  /** Their day, as an ISO date, and their time zone. */
  date: string;
  timeZone: string;
}

/**
 * Reads what a person types into an input with the reader of a sheet's cells, and gives what is stored: the canonical
 * writing (`2 days` is `2d`, `1 Dec 2026` is `2026-12-01`, `20 %` the number in the metric's unit). What can't be read,
 * or for metrics of several units not be made one number, is stored as it was typed, so that nothing typed is lost.
 *
 * @returns Undefined for an empty text: the field is not given.
 */
export function readTyped(field: RuleField, text: string, by: TypedBy): unknown {
  if (text === '') {
    return undefined;
  }
  switch (FIELDS[field].kind) {
    case 'level':
    case 'recovery':
      return text.trim() === '' ? undefined : readLevel(text, by);
    case 'volume':
      return readLevel(text, { ...by, units: [] });
    case 'duration':
    case 'delay':
      return readDuration(field, text, by);
    case 'date':
    case 'moment':
      return hasVariable(text) ? text : readDate(field, text, by);
    case 'holidays':
      return readHolidays(text, by);
    default:
      return text;
  }
}

/** Whether a text is a number as it is stored: with a point, whatever the language. */
export function isPlainNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function readLevel(text: string, { units, decimal }: TypedBy): number | string {
  if (isPlainNumber(text)) {
    return Number(text);
  }
  const level = eitherWay((mark) => readLevelCell(text, mark), decimal);
  if (isRefusal(level) || level.operator !== undefined || level.quantities.length > 1) {
    return text;
  }
  return inAllUnits(level.quantities[0], units) ?? text;
}

/** The number in the unit of all metrics; undefined where it is not the same in all. */
function inAllUnits(quantity: Quantity, units: readonly ValueUnit[]): number | undefined {
  const numbers = (units.length > 0 ? units : [{}]).map((unit) => inUnitOf(quantity, unit));
  const [first] = numbers;
  return typeof first === 'number' && numbers.every((number) => number === first) ? first : undefined;
}

function readDuration(field: RuleField, text: string, { decimal }: TypedBy): string {
  const asksWhether = field === 'settleAfter';
  const duration = eitherWay((mark) => {
    const reading = readDurationCell(text, { decimal: mark, asksWhether });
    return typeof reading === 'string' ? { text: reading } : reading;
  }, decimal);
  return isRefusal(duration) ? text : duration.text;
}

/** Reads without a decimal mark, and with the person's where that can be read in two ways. */
function eitherWay<T extends object>(read: (mark?: DecimalMark) => T | Refusal, decimal: DecimalMark): T | Refusal {
  const reading = read();
  return isRefusal(reading) && reading.code === 'ambiguousNumber' ? read(decimal) : reading;
}

function readDate(field: RuleField, text: string, { date: today, timeZone }: TypedBy): string {
  const date = readDateCell(text, parseDay(today));
  if (isRefusal(date)) {
    return text;
  }
  return FIELDS[field].kind === 'moment' ? momentText(date) : isoDay(date, timeZone);
}

/** Days between commas, semicolons or line breaks. What is in that writing already stays as it is. */
function readHolidays(text: string, by: TypedBy): string {
  const days = text.split(/[,;\n]/).filter((day) => day.trim() !== '');
  const read = days.map((day) => readDate('agreedOn', day, by));
  const isNew = read.some((day, index) => day !== days[index]);
  return isNew && read.every((day) => parseDay(day) !== undefined) ? read.join(', ') : text;
}
