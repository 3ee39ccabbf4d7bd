import { sortBy } from 'lodash';

import { overdueOf } from './overdue';
import type { MetricProtocol, Tally } from './protocol';
import { acceptedUntil } from './responses/accepted';

/** The places in which a metric is counted, worst first: also the order of the list. */
const ORDER = [
  'critical',
  'warning',
  'error',
  'nodata',
  'stale',
  'unknown',
  'pending',
  'recovering',
  'accepted',
  'normal',
  'levelOnly',
  'unruled',
  'context',
] as const satisfies ReadonlyArray<keyof Tally>;

/**
 * Where a metric is counted. A state of the data (error, no data, stale) is said of every metric that has a rule or
 * should have one; a context metric is only ever context. What is accepted is quiet until then, and no longer.
 */
export function countedAs(metric: Pick<MetricProtocol, 'kind' | 'now' | 'response'>): keyof Tally {
  const { kind, now } = metric;
  if (kind === 'context') {
    return 'context';
  }
  if (now.state === 'firing') {
    return acceptedUntil(metric) === undefined ? now.severity : 'accepted';
  }
  if (now.state === 'unruled' || (kind === 'levelOnly' && now.state === 'unknown')) {
    return kind === 'levelOnly' ? 'levelOnly' : 'unruled';
  }
  return now.state;
}

/** How many metrics stand in each place. */
export function tally(metrics: readonly MetricProtocol[]): Tally {
  const counts = Object.fromEntries(ORDER.map((key) => [key, 0])) as Record<keyof Tally, number>;
  for (const metric of metrics) {
    counts[countedAs(metric)] += 1;
  }
  return counts;
}

/** How many metrics have a firing breach that is past its due moment, or past a promised word. */
export function countOverdue(metrics: readonly MetricProtocol[]): number {
  return metrics.filter((metric) => overdueOf(metric)).length;
}

/**
 * Indexes of the metrics, worst first: by where they are counted, then what is overdue, then what has lasted longest.
 * Where all is well and where nothing is agreed, and of equals, the order of the data is kept.
 */
export function worstFirst(metrics: readonly MetricProtocol[]): number[] {
  return sortBy(
    metrics.map((_, index) => index),
    [
      (index) => ORDER.indexOf(countedAs(metrics[index])),
      (index) => (overdueOf(metrics[index]) ? 0 : 1),
      (index) => beginningOf(metrics[index]),
    ]
  );
}

/** Since when a state has lasted that is the worse for it, epoch ms; the same for all of the others. */
function beginningOf(metric: MetricProtocol): number {
  // Of what began before the data in view nobody knows which began first.
  return LASTING.has(countedAs(metric)) ? (metric.now.since ?? -Infinity) : 0;
}

/** Where how long it has lasted makes it worse. */
const LASTING: ReadonlySet<keyof Tally> = new Set([
  'critical',
  'warning',
  'nodata',
  'stale',
  'pending',
  'recovering',
  'accepted',
]);
