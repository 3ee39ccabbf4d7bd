import type { Breach, Samples, Span } from './evaluation';
import { firesFrom } from './figures';

/**
 * How often an owner is called for breaches: once for each stretch in which a level fires or is recovering, levels
 * united. A stretch that fired before `from`, or since before what is known, was called for then.
 *
 * @param breaches - Ascending by the moment from which they fire.
 */
export function countCalls(breaches: readonly Breach[], from: number): number {
  let calls = 0;
  let until = -Infinity;
  for (const breach of breaches) {
    const isNew = firesFrom(breach) > until;
    if (isNew && breach.firingSince !== null && breach.firingSince >= from) {
      calls++;
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
