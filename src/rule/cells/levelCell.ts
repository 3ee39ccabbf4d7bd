import type { Operator } from '../level';
import type { DecimalMark } from './decimal';
import { leadingOperator } from './operatorWords';
import type { Quantity, Refusal } from './quantity';
import { isRefusal, readQuantity } from './quantity';

/** What a cell says of a level: one number, or two for a range, and the operator where the cell says that, too. */
export interface LevelCell {
  operator?: Operator;
  quantities: readonly [Quantity] | readonly [Quantity, Quantity];
}

const LONGEST = 120;

/** Between two numbers: "to", "and", dots, a dash; not the minus of an exponent or at the beginning. */
const BETWEEN = /\s+(?:to|and|until)\s+|\s*(?:\.{2,3}|…|–|—|;)\s*|(?<=[^\s])(?<!\d[eE])\s*[-−]\s*(?=\S)/i;

/** How the names of months begin where spreadsheets make one of `2.3` or `1-20`: in English, German, French, Spanish. */
const MONTH =
  '(?:jan|ene|feb|fév|mar|mrz|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|ago|aoû|sep|oct|okt|nov|dec|dez|déc|dic)[a-zé]{0,6}\\.?';

/** A date: what a spreadsheet takes some numbers and ranges for. */
const DATE = new RegExp(
  `^(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{1,2}\\.?[ -]?${MONTH}(?:[ -]\\d{2,4})?|${MONTH}[ -]?\\d{2,4})$`,
  'i'
);

/**
 * Reads the cell of a level: `20`, `< 20 %`, `below 20`, `2 to 4`, `2..4`, `2–4`, `2-4`, `[2, 4]`, `outside 2 % to 4 %`.
 * In a range, a unit behind the second number is the first one's, too.
 *
 * @param cell - Text, a number, or a list of two numbers.
 */
export function readLevelCell(cell: unknown, decimal?: DecimalMark): LevelCell | Refusal {
  if (typeof cell === 'number' || typeof cell === 'bigint') {
    return Number.isFinite(Number(cell)) ? { quantities: [alone(Number(cell))] } : { code: 'notANumber' };
  }
  if (Array.isArray(cell)) {
    const [low, high] = cell as unknown[];
    const isPair = cell.length === 2 && Number.isFinite(low) && Number.isFinite(high);
    return isPair ? { quantities: [alone(Number(low)), alone(Number(high))] } : { code: 'notANumber' };
  }
  return typeof cell === 'string' && cell.length <= LONGEST ? readText(cell, decimal) : { code: 'notANumber' };
}

function alone(value: number): Quantity {
  return { value, units: [] };
}

function readText(text: string, decimal: DecimalMark | undefined): LevelCell | Refusal {
  const { operator, rest } = leadingOperator(text);
  if (DATE.test(rest.trim())) {
    return { code: 'dateForNumber' };
  }
  const quantities = readQuantities(rest, decimal);
  if (isRefusal(quantities)) {
    return quantities;
  }
  return operator === undefined ? { quantities } : { operator, quantities };
}

function readQuantities(text: string, decimal: DecimalMark | undefined): LevelCell['quantities'] | Refusal {
  const single = readQuantity(text, decimal);
  const ends = isRefusal(single) && single.code === 'notANumber' ? endsOf(text) : undefined;
  if (!ends) {
    return isRefusal(single) ? single : [single];
  }
  const low = readQuantity(ends[0], decimal);
  const high = readQuantity(ends[1], decimal);
  if (isRefusal(low) || isRefusal(high)) {
    return isRefusal(low) ? low : (high as Refusal);
  }
  return [low.units.length === 0 ? { ...low, units: high.units } : low, high];
}

/** The texts of the two ends of a range; undefined where there are not two. */
function endsOf(text: string): [string, string] | undefined {
  const inside = /^\[([^,;[\]]*)[,;]([^,;[\]]*)\]$/.exec(text.trim());
  if (inside) {
    return [inside[1], inside[2]];
  }
  const between = BETWEEN.exec(text);
  return between ? [text.slice(0, between.index), text.slice(between.index + between[0].length)] : undefined;
}
