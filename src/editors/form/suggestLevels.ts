import type { Samples, Span } from '../../evaluation/evaluation';
import { percentile } from '../../evaluation/percentile';
import { directionOf } from '../../rule/condition';
import type { Operator, Severity } from '../../rule/level';

/** A level to start from: the value at a percentile of what was seen. */
export interface SuggestedLevel {
  severity: Severity;
  level: number;
  /** The percentile. */
  rank: 1 | 5 | 95 | 99;
}

const RANKS = { above: { critical: 99, warning: 95 }, below: { critical: 1, warning: 5 } } as const;

/**
 * Levels that the past suggests: above them only few values were. A starting point, as the past may have been bad.
 *
 * @returns Undefined where there is nothing to go by: a range, or no values.
 */
export function suggestLevels(
  operator: Operator,
  { samples, span }: { samples: Samples; span: Span }
): SuggestedLevel[] | undefined {
  const direction = directionOf(operator);
  if (direction !== 'above' && direction !== 'below') {
    return undefined;
  }
  const levels = (['critical', 'warning'] as const).flatMap((severity) => {
    const rank = RANKS[direction][severity];
    const value = percentile(samples, rank / 100, span);
    return value === undefined ? [] : [{ severity, level: Number(value.toPrecision(3)), rank }];
  });
  return levels.length > 0 ? levels : undefined;
}
