import { directionOf } from '../rule/condition';
import type { Condition } from '../rule/level';

/**
 * How far a value lies beyond a condition's bounds: the larger, the worse. Comparable between values of one condition;
 * 0 on a bound, negative short of it.
 */
export function depth(condition: Condition, value: number): number {
  const [a, b = a] = condition.bounds;
  switch (directionOf(condition.operator)) {
    case 'above':
      return value - a;
    case 'below':
      return a - value;
    case 'outside':
      return Math.max(a - value, value - b);
    case 'inside':
      return Math.min(value - a, b - value);
  }
}
