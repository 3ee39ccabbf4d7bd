import type { Quantity, Refusal } from './quantity';

/** What is known of a metric's values: what its rule's numbers have to be in. */
export interface ValueUnit {
  /** Grafana's id of the field's unit: `percent`, `percentunit`, `s`, `h`, `currencyUSD`. */
  unit?: string;
  /** What stands before and after the field's values as they are shown: `%`, `€`, `leads`. */
  affixes?: readonly string[];
}

const PERCENT = new Set(['%', '％', 'percent', 'per cent', 'pct']);

/** What each word of a list stands for. */
function byWord(table: ReadonlyArray<readonly [number, string]>): ReadonlyMap<string | undefined, number> {
  return new Map(table.flatMap(([value, words]) => words.split(' ').map((word) => [word, value])));
}

/** Powers of ten by their words. A small "m" is none: milli, million, minute and metre all claim it. */
const MAGNITUDES = byWord([
  [3, 'k K thousand tsd'],
  [6, 'M mn mio million'],
  [9, 'bn billion mrd'],
]);

/** What Grafana's unit "short" writes behind a number. Elsewhere "mil" is a thousand. */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['Mil', 6],
  ['Bil', 9],
  ['Tri', 12],
]);

/** The units of a field whose numbers stand alone, or in Grafana's short form. */
const PLAIN_UNITS: ReadonlyArray<string | undefined> = [undefined, '', 'none', 'short'];

/** The units of time, ms, by Grafana's ids. */
const TIME_MS = byWord([
  [1, 'ms dtdurationms'],
  [1000, 's dtdurations'],
  [60_000, 'm'],
  [3_600_000, 'h'],
  [86_400_000, 'd'],
]);

/** How long, ms, by its words. */
const TIME_WORDS = byWord([
  [1, 'ms'],
  [1000, 's sec second seconds'],
  [60_000, 'm min minute minutes'],
  [3_600_000, 'h hr hour hours'],
  [86_400_000, 'd day days'],
]);

/**
 * A number of a cell in the unit of a metric's values: a percent sign by whether the metric counts to 100 or to 1, a
 * time converted to the metric's unit of time, thousands and millions counted out. The metric's own unit and the sign
 * that it is shown with change nothing. A unit that is not the metric's is refused, for nobody can check it.
 *
 * @param headerUnit - The unit in the column's header, for a number that stands alone. It is only asked whether it is
 * percent: a number alone is in the metric's unit.
 */
export function inUnitOf(quantity: Quantity, metric: ValueUnit, headerUnit = ''): number | Refusal {
  if (quantity.units.length === 0) {
    return isPercent(headerUnit) && metric.unit === 'percentunit' ? { code: 'percentUndecided' } : quantity.value;
  }
  return quantity.units.reduce<number | Refusal>(
    (value, unit) => (typeof value === 'number' ? converted(value, unit, metric) : value),
    quantity.value
  );
}

function converted(value: number, unit: string, metric: ValueUnit): number | Refusal {
  if (isPercent(unit)) {
    return percent(value, metric);
  }
  if (isOwn(unit, metric)) {
    return value;
  }
  // Many shorten a word with a point: "Min.", "Mio.".
  const short = unit.replace(/\.$/, '');
  const word = short.toLowerCase();
  const ms = TIME_WORDS.get(word);
  const own = TIME_MS.get(metric.unit);
  if (ms && own && short !== 'M') {
    return (value * ms) / own;
  }
  const scale = PLAIN_UNITS.includes(metric.unit) ? SHORT_SCALES.get(short) : undefined;
  const power = scale ?? MAGNITUDES.get(short.length === 1 ? short : word);
  return power === undefined ? { code: 'unknownUnit', unit, metric: metric.unit } : shifted(value, power);
}

function percent(value: number, { unit, affixes }: ValueUnit): number | Refusal {
  if (unit === 'percentunit') {
    return shifted(value, -2);
  }
  return unit === 'percent' || affixes?.some(isPercent) ? value : { code: 'percentUndecided' };
}

function isPercent(unit: string): boolean {
  return PERCENT.has(unit.toLowerCase());
}

function isOwn(unit: string, { affixes = [], ...metric }: ValueUnit): boolean {
  const own = [...affixes, ...(metric.unit === undefined ? [] : [metric.unit])].map((affix) => affix.trim());
  // "M" is not "m".
  return own.some((affix) => affix === unit || (unit.length > 1 && affix.toLowerCase() === unit.toLowerCase()));
}

/** A number with its decimal point moved, without the rounding of a division: 0.7 % is 0.007. */
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
