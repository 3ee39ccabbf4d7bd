import type { DecimalMark, NumberReading } from './decimal';
import { readNumber } from './decimal';

/** A number of a cell with what stands beside it: a percent sign, a unit, a currency, "k". */
export interface Quantity {
  value: number;
  /** As written, trimmed; none where the number stands alone. */
  units: readonly string[];
}

/** Why a cell could not be used, with what the words name beside it. */
export type Refusal =
  | { code: PlainRefusalCode }
  /** The two ways in which it could be read. */
  | { code: 'ambiguousNumber' | 'ambiguousDate'; readings: readonly [string, string] }
  /** `metric` is Grafana's id of the metric's own unit, where it has one. */
  | { code: 'unknownUnit'; unit: string; metric?: string };

/** Why a cell could not be used, where there is nothing more to name. */
export type PlainRefusalCode =
  | 'wrongDecimal'
  | 'notANumber'
  | 'dateForNumber'
  | 'percentUndecided'
  | 'noUnit'
  | 'sheetError'
  | 'recoveryOfWhich'
  | 'notADuration'
  | 'ambiguousDuration'
  | 'workingDuration'
  | 'durationWithoutUnit'
  | 'notADate'
  | 'serialDate'
  | 'momentWithoutZone'
  | 'unknownOperator'
  | 'unknownNoData'
  | 'notAText';

/** Whether a cell was refused. */
export function isRefusal(reading: object): reading is Refusal {
  return 'code' in reading;
}

/** A number that could not be read, as a refusal of its cell. */
export function refusedNumber(reading: Exclude<NumberReading, { value: number }>): Refusal {
  if (reading.code !== 'ambiguousNumber') {
    return { code: reading.code };
  }
  const [point, comma] = reading.readings;
  return { code: reading.code, readings: [String(point), String(comma)] };
}

const LONGEST = 80;
const PARTS = /^(\D*?)([+-]?(?:\d(?:[\d.,'’ ]*\d)?\.?|[.,]\d+)(?:e[+-]?\d+)?)(\D*)$/i;

/**
 * Reads a number with its unit: `20`, `20 %`, `€ 1,234.50`, `-$5`, `6 h`, `1.5k`. The unit is not judged here: what it
 * means depends on the metric.
 */
export function readQuantity(text: string, decimal?: DecimalMark): Quantity | Refusal {
  const plain = text.replace(/\s/g, ' ').replaceAll('−', '-').trim();
  const parts = plain.length > LONGEST ? null : PARTS.exec(plain);
  if (!parts) {
    return { code: 'notANumber' };
  }
  const [, before, digits, after] = parts;
  const isNegative = before.startsWith('-') && !/^[+-]/.test(digits);
  const reading = readNumber(isNegative ? `-${digits}` : digits, decimal);
  if ('code' in reading) {
    return refusedNumber(reading);
  }
  const units = [isNegative ? before.slice(1) : before, after].map((unit) => unit.trim()).filter((unit) => unit !== '');
  return { value: reading.value, units };
}
