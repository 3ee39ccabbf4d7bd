import type { Field, FormattedValue, ValueFormatter } from '@grafana/data';
import { dateTimeFormat, getValueFormat } from '@grafana/data';

/** Numbers with more significant digits than this are told by a power of ten alone, where no digit can get lost. */
const MOST_DIGITS = 11;

/** How many digits a larger unit may need more than the number itself has: 90 s is 1.5 min, but 100 s stays 100 s. */
const MORE_DIGITS = 3;

/** The last place of a JavaScript number, with room for the few roundings on the way. */
const ROUNDING = 1e-14;

/** From years to milliseconds. */
const MOST_PIECES = 8;

/** The last moment that a date can be, epoch ms. */
const LAST_DATE = 8.64e15;

/** Units that write lengths of time with their pieces, and the plain unit for what those would round. */
const PIECES: ReadonlyMap<string, string> = new Map([
  ['dtdurationms', 'ms'],
  ['dtdurations', 's'],
  ['dthms', 's'],
  ['dtdhms', 's'],
  ['clockms', 'ms'],
  ['clocks', 's'],
]);

/** Units that group digits as the reader's language does. */
const GROUPED = /^(locale$|currency:financial:)/;

const HEXADECIMAL = /^hex(0x)?$/;
const BOOLEAN = /^bool/;
const DATE = /^(dateTime|time:)/;

/**
 * How the levels of a field are told: the level's own number, with as many digits as it has, in the field's unit. Never
 * as the field shows its values, rounded to its decimals or replaced by its mappings: "below 99.95%" must not read
 * "below 100.0%" (design: "A level tells its own number"). Two different levels of a field never read alike.
 *
 * A larger unit is used where it tells the same number shortly: 12340 is $12.34K, 5400 s is 1.5 hours, but 1504000000 B
 * would be 1.4007091522216797 GiB, and stays what it is. Dates are told with their offset, so that the hour that comes
 * twice in autumn is two. A switch's level is a number.
 *
 * @param timeZone - of dates; left out, the browser's
 */
export function levelFormatter({ config }: Pick<Field, 'config'>, timeZone?: string): (value: number) => string {
  const unit: unknown = config.unit;
  return typeof unit === 'string' ? (value) => tell(value, unit, timeZone) : String;
}

function tell(value: number, unit: string, timeZone: string | undefined): string {
  try {
    return (Number.isFinite(value) && tellIn(unit, value, timeZone)) || String(value);
  } catch {
    // Units come with the data, and Grafana takes any name for one of its own.
    return String(value);
  }
}

function tellIn(unit: string, value: number, timeZone: string | undefined): string | undefined {
  if (BOOLEAN.test(unit)) {
    return undefined;
  }
  if (DATE.test(unit)) {
    return tellDate(value, timeZone);
  }
  const format = getValueFormat(unit);
  if (unit === 'sci' || (HEXADECIMAL.test(unit) && Number.isSafeInteger(value))) {
    return joined(format(value));
  }
  if (GROUPED.test(unit)) {
    return tellGrouped(value, format);
  }
  const plain = PIECES.get(unit);
  if (plain !== undefined) {
    return tellPieces(value, format) ?? tellScaled(value, getValueFormat(plain));
  }
  return HEXADECIMAL.test(unit) ? undefined : tellScaled(value, format);
}

function tellDate(value: number, timeZone: string | undefined): string | undefined {
  if (!Number.isInteger(value) || Math.abs(value) > LAST_DATE) {
    return undefined;
  }
  const clock = value % 1000 === 0 ? 'HH:mm:ss' : 'HH:mm:ss.SSS';
  return dateTimeFormat(value, { timeZone, format: `YYYY-MM-DD ${clock} Z` });
}

/** "1 hour, 30 minutes". These units round down to their last piece. */
function tellPieces(value: number, format: ValueFormatter): string | undefined {
  const isWhole = Number.isSafeInteger(value) && value >= 0;
  return isWhole ? joined(format(value, MOST_PIECES)).replace(/(, 0 \w+)+$/, '') : undefined;
}

/** With all of its decimals, unless they are more than can be asked for. */
function tellGrouped(value: number, format: ValueFormatter): string | undefined {
  const [, decimals = ''] = String(Math.abs(value)).split('.');
  return /e/.test(String(value)) ? undefined : joined(format(value, decimals.length));
}

/** A unit at one of its scales: " K" is 1000 of what is stored. */
interface Scale {
  affixes: FormattedValue;
  /** What is stored for a shown 1; negative where the sign is in the prefix. */
  one: number;
}

/**
 * The number at the scale that the unit chooses for it, else at the largest smaller one at which it has no more digits,
 * else at that of small numbers. A unit is asked for its scales with the number's own fractions, so that " day" and
 * " days" come out right.
 */
function tellScaled(value: number, format: ValueFormatter): string | undefined {
  const digits = significantDigits(value);
  const own = tellAt(value, scaleAt(value, format), digits + MORE_DIGITS);
  if (own !== undefined || value === 0) {
    return own ?? joined(format(value));
  }
  for (let probe = value / 4; Math.abs(probe) > 1; probe /= 4) {
    const text = tellAt(value, scaleAt(probe, format), digits);
    if (text !== undefined) {
      return text;
    }
  }
  return tellAt(value, scaleAt(2 * Math.sign(value), format), Infinity);
}

function scaleAt(probe: number, format: ValueFormatter): Scale | undefined {
  const affixes = format(probe, 15);
  const shown = Number(affixes.text);
  // Grafana rounds to decimals, so that of a small number nothing may be left to measure with.
  return Math.abs(shown) >= 0.1 ? { affixes, one: probe / shown } : undefined;
}

/** Undefined where the number is another one at this scale, or needs more digits than these. */
function tellAt(value: number, scale: Scale | undefined, most: number): string | undefined {
  if (!scale) {
    return undefined;
  }
  const { affixes, one } = scale;
  const places = Math.log10(Math.abs(one));
  const whole = Math.round(places);
  if (Math.abs(places - whole) < ROUNDING * 10) {
    return joined({ ...affixes, text: movePoint(value * Math.sign(one), -whole) });
  }
  const shown = Number((value / one).toPrecision(MOST_DIGITS + 1));
  const isSame = Math.abs(shown * one - value) <= ROUNDING * Math.abs(value);
  const isShort = significantDigits(shown) <= Math.min(most, MOST_DIGITS + 1);
  return isSame && isShort && significantDigits(value) <= MOST_DIGITS
    ? joined({ ...affixes, text: String(shown) })
    : undefined;
}

/** A number times a power of ten, in decimal writing, so that every digit stays. */
function movePoint(value: number, places: number): string {
  const [, sign, first, rest = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential()) ?? [];
  const digits = first + rest;
  // The place of the point behind the digits' begin.
  const point = Number(exponent) + places + 1;
  if (point > 21 || point < -6) {
    return `${sign}${first}${rest && `.${rest}`}e${point - 1}`;
  }
  if (point <= 0) {
    return `${sign}0.${'0'.repeat(-point)}${digits}`;
  }
  const whole = digits.slice(0, point).padEnd(point, '0');
  return `${sign}${whole}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}

function significantDigits(value: number): number {
  const [mantissa] = value.toExponential().split('e');
  return mantissa.replace(/[-.]/g, '').length;
}

function joined({ prefix = '', text, suffix = '' }: FormattedValue): string {
  return `${prefix}${text}${suffix}`;
}
