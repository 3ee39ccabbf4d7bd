import type { MetricProtocol, Tally } from './protocol';

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
  'normal',
  'levelOnly',
  'unruled',
  'context',
] as const satisfies ReadonlyArray<keyof Tally>;

/**
 * Where a metric is counted. A state of the data (error, no data, stale) is said of every metric that has a rule or
 * should have one; a context metric is only ever context.
 */
export function place({ kind, now }: Pick<MetricProtocol, 'kind' | 'now'>): keyof Tally {
  if (kind === 'context') {
    return 'context';
  }
  if (now.state === 'firing') {
    return now.severity;
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
    counts[place(metric)] += 1;
  }
  return counts;
}

/** Indexes of the metrics, worst first; those of one place keep the order of the data. */
export function worstFirst(metrics: readonly MetricProtocol[]): number[] {
  const rank = metrics.map((metric) => ORDER.indexOf(place(metric)));
  return metrics.map((_, index) => index).sort((a, b) => rank[a] - rank[b] || a - b);
}
