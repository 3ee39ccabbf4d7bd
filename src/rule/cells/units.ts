import type { Quantity, Refusal } from './quantity';

/** What is known of a metric's values: what its rule's numbers have to be in. */
export interface ValueUnit {
  /** Grafana's id of the field's unit: `percent`, `percentunit`, `s`, `h`, `currencyUSD`. */
  unit?: string;
  /** What stands before and after the field's values as they are shown: `%`, `€`, `leads`. */
  affixes?: readonly string[];
}

const PERCENT = new Set(['%', '％', 'percent', 'per cent', 'pct']);

/** Words for powers of ten. A small "m" is none: milli, million, minute and metre all claim it. */
const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  thousand: 3,
  M: 6,
  mn: 6,
  mio: 6,
  million: 6,
  bn: 9,
  billion: 9,
};

/** The units of time, ms, by Grafana's ids. */
const TIME_MS: Readonly<Record<string, number>> = {
  ms: 1,
  dtdurationms: 1,
  s: 1000,
  dtdurations: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const TIME_WORDS: Readonly<Record<string, keyof typeof TIME_MS>> = {
  ms: 'ms',
  s: 's',
  sec: 's',
  second: 's',
  seconds: 's',
  m: 'm',
  min: 'm',
  minute: 'm',
  minutes: 'm',
  h: 'h',
  hr: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
};

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
  const from = Object.hasOwn(TIME_WORDS, unit.toLowerCase()) ? TIME_WORDS[unit.toLowerCase()] : undefined;
  if (from && metric.unit !== undefined && Object.hasOwn(TIME_MS, metric.unit) && unit !== 'M') {
    return (value * TIME_MS[from]) / TIME_MS[metric.unit];
  }
  const power = magnitudeOf(unit);
  return power === undefined ? { code: 'unknownUnit', unit } : shifted(value, power);
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

function magnitudeOf(unit: string): number | undefined {
  const word = unit.length === 1 ? unit : unit.toLowerCase();
  return Object.hasOwn(MAGNITUDES, word) ? MAGNITUDES[word] : undefined;
}

/** A number with its decimal point moved, without the rounding of a division: 0.7 % is 0.007. */
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
