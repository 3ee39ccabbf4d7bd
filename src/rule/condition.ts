import type { Condition, Operator } from './level';

/** The operators whose condition has two bounds. */
export type RangeOperator = 'outside' | 'inside' | 'outsideIncluded' | 'insideIncluded';

/** On which side of its bounds an operator is met. */
export type Direction = 'above' | 'below' | 'outside' | 'inside';

const DIRECTIONS: Readonly<Record<Operator, Direction>> = {
  '>': 'above',
  '>=': 'above',
  '<': 'below',
  '<=': 'below',
  outside: 'outside',
  outsideIncluded: 'outside',
  inside: 'inside',
  insideIncluded: 'inside',
};

/** Every operator, in the order in which they are offered. */
export const OPERATORS = Object.keys(DIRECTIONS) as readonly Operator[];

/** On which side of its bounds the operator is met. */
export function directionOf(operator: Operator): Direction {
  return DIRECTIONS[operator];
}

/** Whether the operator has two bounds. */
export function isRange(operator: Operator): operator is RangeOperator {
  return DIRECTIONS[operator] === 'outside' || DIRECTIONS[operator] === 'inside';
}

/**
 * The condition of an operator with its bounds.
 *
 * @param bounds - One number, or two in any order.
 * @returns Undefined where the number of bounds is not the operator's.
 */
export function toCondition(operator: Operator, bounds: number | readonly [number, number]): Condition | undefined {
  if (isRange(operator)) {
    if (typeof bounds === 'number') {
      return undefined;
    }
    const [a, b] = bounds;
    return { operator, bounds: a <= b ? [a, b] : [b, a] };
  }
  return typeof bounds === 'number' ? { operator, bounds: [bounds] } : undefined;
}

/**
 * Whether a value meets a condition, as Grafana's threshold expression compares: `>` and `<` are strict, ranges are
 * exclusive (a value on a bound is neither outside nor inside), the `Included` forms take their bounds in. Infinity
 * compares as a number does; NaN meets nothing.
 */
export function meets(condition: Condition, value: number): boolean {
  const [a, b = a] = condition.bounds;
  switch (condition.operator) {
    case '>':
      return value > a;
    case '>=':
      return value >= a;
    case '<':
      return value < a;
    case '<=':
      return value <= a;
    case 'outside':
      return value < a || value > b;
    case 'outsideIncluded':
      return value <= a || value >= b;
    case 'inside':
      return value > a && value < b;
    case 'insideIncluded':
      return value >= a && value <= b;
  }
}

/** What is still breaching while the mirrored operator has not recovered: `>` recovers at `< r`, so it holds at `>= r`. */
const HELD_BY: Readonly<Record<Operator, Operator>> = {
  '>': '>=',
  '>=': '>',
  '<': '<=',
  '<=': '<',
  outside: 'outsideIncluded',
  outsideIncluded: 'outside',
  inside: 'insideIncluded',
  insideIncluded: 'inside',
};

/**
 * The condition that keeps a loaded level loaded: its recovery threshold turned round. A level with `>` has recovered
 * at `< r`, so it holds at `>= r`; `>=` recovers at `<= r` and holds at `> r`; ranges alike (Grafana: a `within_range`
 * evaluator is unloaded by `outside_range`).
 *
 * @param operator - The level's own operator.
 * @param recovery - One number, or two for a range.
 * @returns Undefined where the number of bounds is not the operator's.
 */
export function holdUntil(operator: Operator, recovery: number | readonly [number, number]): Condition | undefined {
  return toCondition(HELD_BY[operator], recovery);
}

/** The operator that every number meets, NaN aside, that does not meet this one. */
const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  outside: 'insideIncluded',
  outsideIncluded: 'inside',
  inside: 'outsideIncluded',
  insideIncluded: 'outside',
};

/**
 * What is left over by a condition: every number meets either the one or the other. NaN meets neither (Prometheus).
 * Grafana writes a recovery threshold as the condition that unloads an alert, which is the opposite of what holds it.
 */
export function oppositeOf({ operator, bounds }: Condition): Condition {
  return { operator: OPPOSITE[operator], bounds } as Condition;
}

/**
 * Whether every value that meets `inner` meets `outer`, too. A recovery threshold is on its right side where the
 * condition implies the hold, and levels are in order where critical implies warning.
 */
export function implies(inner: Condition, outer: Condition): boolean {
  return probes([...inner.bounds, ...outer.bounds]).every((value) => !meets(inner, value) || meets(outer, value));
}

/** A value of every stretch on which conditions with these bounds are constant: the bounds, between them and beyond. */
function probes(bounds: readonly number[]): number[] {
  const sorted = [...bounds].sort((a, b) => a - b);
  const between = sorted.slice(1).map((bound, index) => bound / 2 + sorted[index] / 2);
  return [-Infinity, ...sorted, ...between, Infinity];
}
