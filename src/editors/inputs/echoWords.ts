import { dateTimeFormat } from '@grafana/data';

import { readLevelCell } from '../../rule/cells/levelCell';
import { isRefusal } from '../../rule/cells/quantity';
import type { ValueUnit } from '../../rule/cells/units';
import { inUnitOf } from '../../rule/cells/units';
import { toCondition } from '../../rule/condition';
import type { RuleField } from '../../rule/fields';
import { FIELDS, isOf } from '../../rule/fields';
import { hasVariable } from '../../rule/textProblem';
import { parseDay } from '../../time/calendar';
import { DURATION_PATTERN, parseDuration } from '../../time/duration';
import { parseDue, parseWorkingHours } from '../../time/parseSchedule';
import { DAY } from '../../time/units';
import type { Format } from '../../words/conditionWords';
import { conditionWords } from '../../words/conditionWords';
import { durationWords } from '../../words/durationWords';
import { scheduleWords } from '../../words/scheduleWords';
import type { Translate } from '../../words/translate';
import { toldOtherwise } from './levelReading';
import type { TypedBy } from './readTyped';
import { isPlainNumber, readTyped } from './readTyped';

/** More days than these are counted. */
const MOST_DAYS = 3;

/**
 * What was understood of a text: "2 days" of "48 hours", "20.5%" of "20,5", "Tue 1 Dec 2026" of "1 Dec 2026". Undefined
 * where the text is the canonical writing, where the words would only repeat it, and where it can't be read. A duration in
 * words is told even so: one word more or less decides how long it is.
 *
 * @param formatLevel - How the levels of the metric are told.
 */
export function echoWords(
  t: Translate,
  field: RuleField,
  text: string,
  { formatLevel = String, ...by }: TypedBy & { formatLevel?: Format }
): string | undefined {
  if (text.trim() === '' || hasVariable(text)) {
    return undefined;
  }
  const words = understood(t, field, text, { ...by, formatLevel });
  const isRepeated =
    words !== undefined && isSame(words, text) && !(isOf(field, 'duration', 'delay') && /\d/.test(text));
  return words === undefined || isRepeated ? undefined : t('editors.echo', '= {{words}}', { words });
}

interface Understanding extends TypedBy {
  formatLevel: Format;
}

function understood(t: Translate, field: RuleField, text: string, by: Understanding): string | undefined {
  switch (FIELDS[field].kind) {
    case 'level':
    case 'recovery':
      return levelEcho(t, field, text, by);
    case 'volume': {
      const volume = readTyped(field, text, by);
      return typeof volume === 'number' && !isPlainNumber(text) ? String(volume) : undefined;
    }
    case 'duration':
    case 'delay':
      return durationEcho(t, field, readTyped(field, text, by), text);
    case 'date':
    case 'moment':
    case 'holidays':
      return daysEcho(t, readTyped(field, text, by), text);
    case 'due':
      return scheduleEcho(t, parseDue(text));
    case 'workingHours':
      return scheduleEcho(t, parseWorkingHours(text));
    default:
      return undefined;
  }
}

function levelEcho(t: Translate, field: RuleField, text: string, by: Understanding): string | undefined {
  const stored = readTyped(field, text, by);
  if (typeof stored !== 'number') {
    return levelTextEcho(t, text, by);
  }
  if (!isPlainNumber(text)) {
    return by.formatLevel(stored);
  }
  return readAsFraction(text, by) ?? toldOtherwise(by.formatLevel, stored);
}

/** A point that might set thousands apart is one of fractions: that is worth a word to those who write fractions otherwise. */
function readAsFraction(text: string, { decimal, formatLevel }: Understanding): string | undefined {
  const reading = decimal === ',' ? readLevelCell(text) : undefined;
  return reading && isRefusal(reading) && reading.code === 'ambiguousNumber'
    ? `${formatLevel(Number(text))} ≠ ${formatLevel(Number(text.replace('.', '')))}`
    : undefined;
}

/** A level with its operator, or a range: "below 20%", "2% to 4%". */
function levelTextEcho(t: Translate, text: string, { units, formatLevel }: Understanding): string | undefined {
  const level = readLevelCell(text);
  if (isRefusal(level)) {
    return undefined;
  }
  const numbers = level.quantities.map((quantity) => inUnitOf(quantity, units[0] ?? ({} satisfies ValueUnit)));
  const [low, high] = numbers.filter((number) => typeof number === 'number');
  if (low === undefined || numbers.some((number) => typeof number !== 'number')) {
    return undefined;
  }
  const condition = level.operator && toCondition(level.operator, high === undefined ? low : [low, high]);
  return condition ? conditionWords(t, condition, formatLevel) : rangeWords(t, [low, high], formatLevel);
}

function rangeWords(t: Translate, [low, high]: [number, number | undefined], formatLevel: Format): string | undefined {
  return high === undefined
    ? undefined
    : t('editors.echo-range', '{{low}} to {{high}}', { low: formatLevel(low), high: formatLevel(high) });
}

function durationEcho(t: Translate, field: RuleField, stored: unknown, text: string): string | undefined {
  const ms = typeof stored === 'string' && !DURATION_PATTERN.test(text) ? parseDuration(stored) : undefined;
  if (field === 'settleAfter' && ms === 0) {
    return t('editors.echo-final', 'they are final');
  }
  return ms === undefined ? undefined : durationWords(t, ms);
}

/** Days by their names, as a wrong one is seen by its weekday; of many how many they are. */
function daysEcho(t: Translate, stored: unknown, text: string): string | undefined {
  const days = typeof stored === 'string' && stored !== text.trim() ? stored.split(', ').map(parseDay) : [];
  if (days.length > MOST_DAYS) {
    return t('editors.echo-days', '{{count}} days', { count: days.length });
  }
  const names = days.map((day) =>
    day === undefined ? undefined : dateTimeFormat(day * DAY, { timeZone: 'utc', format: 'ddd D MMM YYYY' })
  );
  return names.length > 0 && names.every((name) => name !== undefined) ? names.join(', ') : undefined;
}

function scheduleEcho(t: Translate, { schedule }: ReturnType<typeof parseDue | typeof parseWorkingHours>) {
  return schedule && scheduleWords(t, schedule);
}

/** Whether two texts say the same in the same words: spaces, brackets and the kind of a dash do not matter. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s()]/g, '')
    .replace(/[–—−]/g, '-');
}
