import type { Cadence, Samples } from '../evaluation/evaluation';
import { countOf } from '../evaluation/samples';
import { medianStep } from '../evaluation/step';
import { HOUR } from '../time/units';

/** Below a day, as days are short where clocks are put forward, and some figures come twice a day. */
const SLOW = 12 * HOUR;

/**
 * Whether a metric's values come by the day, or more slowly: figures of a business, which often change for some time after
 * they first appear. By the distance of its samples; where there are too few to tell, by the step of its source.
 */
export function isSlow({ samples, intervalMs = 0 }: { samples: Samples } & Cadence): boolean {
  const step = medianStep({ ...samples, length: countOf(samples) }) ?? intervalMs;
  return Math.abs(step) >= SLOW;
}
