import type { Rule } from '../../src/rule/rule';

import { samplesInView } from './holds';
import type { Judged } from './judgeExample';

const AIR = 0.12;

/** From value to y: 0 at the top, `height` at the bottom, all values and levels in between. */
export function valueScale(judged: Judged, height: number): (value: number) => number {
  const values = samplesInView(judged).map(({ value }) => value);
  const all = [...values, ...judged.history.versions.flatMap(({ rule }) => boundsOf(rule))];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const air = (high - low || 1) * AIR;
  return (value) => ((high + air - value) / (high - low + 2 * air)) * height;
}

function boundsOf({ levels }: Rule): number[] {
  return levels.flatMap(({ condition, hold }) => [...condition.bounds, ...hold.bounds]);
}
