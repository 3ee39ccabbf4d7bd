import { sortBy } from 'lodash';

import type { Breach } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import type { MetricProtocol } from '../protocol';

/**
 * The breaches that a metric's state speaks of, ascending by when they fire: those that overlap the span that is judged,
 * and of each level that fires without one the breach that it is. With `settleAfter` all of a short range may be too young
 * to be judged: what fires then began before it and was judged before it, so that no breach overlaps the span.
 */
export function firingBreaches({ now, judged }: Pick<MetricProtocol, 'now' | 'judged'>): readonly Breach[] {
  if (judged.on === 'awaited') {
    return [];
  }
  const listed = new Set(judged.breaches.filter(({ end }) => end === undefined).map(({ severity }) => severity));
  const beyond = judged.levels.flatMap(({ severity, state, since, sinceBefore }): Breach[] =>
    state !== 'firing' || listed.has(severity)
      ? []
      : [{ severity, onset: since, firingSince: since, knownFrom: sinceBefore ?? now.judgedTo ?? now.at }]
  );
  return beyond.length === 0 ? judged.breaches : sortBy([...judged.breaches, ...beyond], firesFrom);
}
