import { worstFirst } from '../ranking';
import type { WallMetric } from './wallMetrics';

/**
 * The order of the metrics of a wall: firing critical, firing warning, what can't be judged, and then the strip; within a
 * state what is overdue, then what has lasted longest (design: wall display). An eye has to find a tile again: a metric keeps
 * its place among the others until its own state changes, whatever a refresh says of when it began.
 *
 * @param former - the order that was shown before; none: all are put in order
 */
export function wallOrder(metrics: readonly WallMetric[], former: readonly WallMetric[] = []): WallMetric[] {
  const ranks = ranksOf(metrics);
  const now = new Map(metrics.map((one) => [one.key, one]));
  const kept = former.flatMap((one) => {
    const same = now.get(one.key);
    return same && stateOf(same) === stateOf(one) ? [same] : [];
  });
  const isKept = new Set(kept.map(({ key }) => key));
  const rankOf = ({ key }: WallMetric) => ranks.get(key) ?? 0;
  const moved = metrics.filter(({ key }) => !isKept.has(key)).sort((a, b) => rankOf(a) - rankOf(b));
  return merged(kept, moved, (one, other) => rankOf(one) < rankOf(other));
}

/** What has to change before a metric changes its place. */
function stateOf({ place, isOverdue, metric, isLost }: WallMetric): string {
  return `${place} ${metric.now.state} ${isOverdue} ${isLost === true}`;
}

/** The place of each metric if all of them were put in order anew. */
function ranksOf(metrics: readonly WallMetric[]): ReadonlyMap<string, number> {
  const order = worstFirst(metrics.map(({ metric }) => metric));
  const byPlace = PLACES.flatMap((place) => order.filter((index) => metrics[index].place === place));
  return new Map(byPlace.map((index, rank) => [metrics[index].key, rank]));
}

const PLACES: ReadonlyArray<WallMetric['place']> = ['critical', 'warning', 'unjudged', 'marked', 'normal', 'apart'];

/** Two lists as one, each in its own order. */
function merged<T>(kept: readonly T[], moved: readonly T[], isBefore: (moved: T, kept: T) => boolean): T[] {
  const result: T[] = [];
  let next = 0;
  for (const one of kept) {
    while (next < moved.length && isBefore(moved[next], one)) {
      result.push(moved[next++]);
    }
    result.push(one);
  }
  return [...result, ...moved.slice(next)];
}
