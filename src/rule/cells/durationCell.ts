import { DURATION_PATTERN } from '../../time/duration';
import type { DecimalMark } from './decimal';
import { readNumber } from './decimal';
import type { Refusal } from './quantity';
import { refusedNumber } from './quantity';

const MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 } as const;
type Unit = keyof typeof MS;

const WORDS: Readonly<Record<Unit, readonly string[]>> = {
  ms: ['ms', 'msec', 'millisecond', 'milliseconds'],
  s: ['s', 'sec', 'secs', 'second', 'seconds'],
  m: ['m', 'min', 'mins', 'minute', 'minutes'],
  h: ['h', 'hr', 'hrs', 'hour', 'hours'],
  d: ['d', 'day', 'days'],
  w: ['w', 'wk', 'wks', 'week', 'weeks'],
  y: ['y', 'yr', 'year', 'years'],
};
const UNITS = new Map(Object.entries(WORDS).flatMap(([unit, words]) => words.map((word) => [word, unit as Unit])));

/** These have no fixed length. */
const AMBIGUOUS = /\d\s*(?:M|months?|mon|mo|quarters?|qtr|fortnights?)(?![a-z])/;
const WORKING = /\b(?:working|business|work)[\s-]*(?:days?|hours?|weeks?)\b|\d\s*bd\b/i;
const AT_ONCE = new Set(['at once', 'immediately', 'now', 'none']);
const NO = new Set(['no', 'never', 'final', 'they are final']);

/** The units in which a sum is written, from the largest. */
const WRITTEN: readonly Unit[] = ['d', 'h', 'm', 's', 'ms'];
const LONGEST = 80;

/**
 * Reads the cell of a duration and writes it in the grammar of Grafana and Prometheus: `2 days` is `2d`, `1 hour 30
 * minutes` is `1h30m`, `1.5 h` is `1h30m`; what is in that grammar already stays as it is.
 *
 * @param headerUnit - The unit in the column's header ("days"), for a number that stands alone.
 * @param asksWhether - Whether the field also asks if at all, as for how long values still change: then `no` is an answer.
 */
export function readDurationCell(
  cell: unknown,
  { decimal, headerUnit = '', asksWhether }: { decimal?: DecimalMark; headerUnit?: string; asksWhether?: boolean }
): string | Refusal {
  const text = typeof cell === 'number' ? String(cell) : cell;
  if (typeof text !== 'string' || text.length > LONGEST) {
    return { code: 'notADuration' };
  }
  const plain = text.trim();
  if (DURATION_PATTERN.test(plain)) {
    return plain;
  }
  if (AT_ONCE.has(plain.toLowerCase()) || (asksWhether && NO.has(plain.toLowerCase()))) {
    return '0';
  }
  const alone = readNumber(plain, typeof cell === 'number' ? '.' : decimal);
  const isAlone = 'value' in alone || alone.code !== 'notANumber';
  if (isAlone && headerUnit === '') {
    return { code: 'durationWithoutUnit' };
  }
  return readWords(isAlone ? `${plain} ${headerUnit}` : plain, typeof cell === 'number' ? '.' : decimal);
}

function readWords(text: string, decimal: DecimalMark | undefined): string | Refusal {
  if (WORKING.test(text)) {
    return { code: 'workingDuration' };
  }
  if (AMBIGUOUS.test(text)) {
    return { code: 'ambiguousDuration' };
  }
  const parts = partsOf(text);
  let ms = 0;
  for (const { digits, unit } of parts ?? []) {
    const reading = readNumber(digits, decimal);
    if (!('value' in reading)) {
      return refusedNumber(reading);
    }
    ms += reading.value * MS[unit];
  }
  const [first] = parts ?? [];
  if (!first || !Number.isSafeInteger(ms)) {
    return { code: 'notADuration' };
  }
  return parts?.length === 1 && ms % MS[first.unit] === 0 ? `${ms / MS[first.unit]}${first.unit}` : written(ms);
}

/** Numbers with their units, with spaces, commas or "and" between them. Undefined where there is anything else. */
function partsOf(text: string): Array<{ digits: string; unit: Unit }> | undefined {
  const parts: Array<{ digits: string; unit: Unit }> = [];
  const rest = text.toLowerCase().replace(/(\d[\d.,]*)\s*([a-z]+)\.?/g, (whole, digits: string, word: string) => {
    const unit = UNITS.get(word);
    if (!unit) {
      return whole;
    }
    parts.push({ digits: digits, unit });
    return ' ';
  });
  return /^(?:\s|,|\band\b)*$/.test(rest) ? parts : undefined;
}

function written(ms: number): string {
  let rest = ms;
  return WRITTEN.map((unit) => {
    const count = Math.floor(rest / MS[unit]);
    rest -= count * MS[unit];
    return count > 0 ? `${count}${unit}` : '';
  }).join('');
}
