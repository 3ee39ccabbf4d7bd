import type { Operator } from '../level';

/** Words of an operator, longer ones before those that they begin with. Lower case. */
const WORDS: ReadonlyArray<readonly [Operator, readonly string[]]> = [
  [
    '<=',
    ['at or below', 'at most', 'no more than', 'not more than', 'less than or equal to', 'up to', '<=', '=<', '≤', '⩽'],
  ],
  [
    '>=',
    ['at or above', 'at least', 'no less than', 'not less than', 'greater than or equal to', '>=', '=>', '≥', '⩾'],
  ],
  ['outsideIncluded', ['at or outside', 'outside included', 'outside or at', 'outsideincluded']],
  ['insideIncluded', ['inside included', 'from', 'insideincluded']],
  ['outside', ['outside of', 'outside', 'out of range', 'out of', 'not between', 'not within', 'not in']],
  ['inside', ['inside', 'within range', 'within', 'between', 'in range']],
  [
    '<',
    ['below', 'under', 'less than', 'lower than', 'fewer than', 'smaller than', 'is below', 'falls below', 'lt', '<'],
  ],
  ['>', ['above', 'over', 'greater than', 'more than', 'higher than', 'exceeds', 'is above', 'rises above', 'gt', '>']],
];

/** Alone, these do not say which of the two bounds of a range they mean. */
const NEEDS_NUMBERS = new Set(['from', 'up to']);

const PHRASES = WORDS.flatMap(([operator, words]) => words.map((word) => ({ operator, word }))).sort(
  (a, b) => b.word.length - a.word.length
);

/** An operator at the beginning of a text, with what follows it: "below 20 %". */
export interface LeadingOperator {
  operator?: Operator;
  rest: string;
}

/**
 * Takes the operator off the beginning of a text: `< 20`, `below 20 %`, `outside 2 to 4`. "min" and "max" are none:
 * they may name a goal as well as the condition of an alarm.
 */
export function leadingOperator(text: string): LeadingOperator {
  const rest = text.trim();
  const low = rest.toLowerCase();
  const found = PHRASES.find(({ word }) => low.startsWith(word) && endsAt(low, word.length));
  return found ? { operator: found.operator, rest: rest.slice(found.word.length).trim() } : { rest };
}

/**
 * Reads a cell of an operator column: signs, words in any case, `auto`.
 *
 * @returns The operator with what follows it ("below 20" is an operator with a level); undefined where it is none.
 */
export function readOperator(text: string): { operator: Operator | 'auto'; rest: string } | undefined {
  const plain = text.trim().replaceAll('_', ' ');
  const low = plain.toLowerCase();
  if (low === 'auto' || low === 'automatic') {
    return { operator: 'auto', rest: '' };
  }
  const { operator, rest } = leadingOperator(plain);
  return operator === undefined || (rest === '' && NEEDS_NUMBERS.has(low)) ? undefined : { operator, rest };
}

/** A word ends before anything but a letter, so that "overdue" is not "over"; a sign ends at once. */
function endsAt(text: string, end: number): boolean {
  return !/\p{L}/u.test(text.charAt(end - 1)) || !/\p{L}/u.test(text.charAt(end));
}
