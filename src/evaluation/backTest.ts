import type { Breach, Samples, Span } from './evaluation';
import { firesFrom } from './figures';

/** How often an owner is called, as far as the data tell. */
export interface Calls {
  /** Those that are certain. */
  fewest: number;
  /** With those that only what happened before the data could tell from a breach that was called for then. */
  most: number;
  /** Of those that are certain: in how many the critical level was in breach, from their beginning or later. */
  critical: number;
}

/**
 * How often an owner is called for breaches: once for each stretch in which a level fires or is recovering, levels
 * united. A stretch that fired before `from` was called for then. One whose beginning is not known may have been.
 *
 * @param breaches - Ascending by the moment from which they fire.
 */
export function countCalls(breaches: readonly Breach[], from: number): Calls {
  const calls: Calls = { fewest: 0, most: 0, critical: 0 };
  let until = -Infinity;
  // Whether a critical breach would make the present stretch a critical call: it is one, and not yet.
  let countsCritical = false;
  for (const breach of breaches) {
    const begins = firesFrom(breach);
    if (begins > until) {
      countsCritical = breach.firingSince !== null && begins >= from;
      calls.most += begins >= from ? 1 : 0;
      calls.fewest += countsCritical ? 1 : 0;
    }
    if (countsCritical && breach.severity === 'critical') {
      calls.critical++;
      countsCritical = false;
    }
    until = Math.max(until, breach.end === undefined ? Infinity : (breach.recoveredAt ?? breach.end));
  }
  return calls;
}

/** From the first sample in a span to the moment judged, ms; 0 where there is none. */
export function lengthOf({ times }: Samples, { from, to, now = to }: Span): number {
  let first = Infinity;
  for (let row = 0; row < times.length; row++) {
    if (times[row] >= from && times[row] < first) {
      first = times[row];
    }
  }
  return Math.max(0, Math.min(to, now) - first);
}
