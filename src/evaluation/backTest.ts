import type { Breach, Samples, Span } from './evaluation';
import { firesFrom } from './figures';

/** How often an owner is called, as far as the data tell. */
export interface Calls {
  /** Those that are certain. */
  fewest: number;
  /** With those that only what happened before the data could tell from a breach that was called for then. */
  most: number;
}

/**
 * How often an owner is called for breaches: once for each stretch in which a level fires or is recovering, levels
 * united. A stretch that fired before `from` was called for then. One whose beginning is not known may have been.
 *
 * @param breaches - Ascending by the moment from which they fire.
 */
export function countCalls(breaches: readonly Breach[], from: number): Calls {
  const calls: Calls = { fewest: 0, most: 0 };
  let until = -Infinity;
  for (const breach of breaches) {
    const begins = firesFrom(breach);
    if (begins > until && begins >= from) {
      calls.most++;
      calls.fewest += breach.firingSince === null ? 0 : 1;
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
