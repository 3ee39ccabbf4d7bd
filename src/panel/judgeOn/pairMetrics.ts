import type { DataFrame } from '@grafana/data';

import type { Cadence, Samples } from '../../evaluation/evaluation';
import type { Metric } from '../../protocol/metrics';

/** Metrics with the data that they were found in. */
export interface Found {
  metrics: readonly Metric[];
  series: DataFrame[];
}

/** A metric with the samples that its state is judged on. */
export interface Pair {
  /** As it is in view. Where it is not: with no samples, and with no place in the panel's data. */
  metric: Metric;
  inView: boolean;
  /** Its samples in the look-back, none where it has none; undefined: what is in view is judged. */
  judged?: { samples: Samples } & Cadence;
  /** Whose field config has its rule: of the look-back where it is there, because no zoom changes that. */
  ruledBy: { metric: Metric; series: DataFrame[] };
}

const NONE: Samples = { times: [], values: [] };

/** Metrics that are judged on what is in view. */
export function pairWithItself({ metrics, series }: Found): Pair[] {
  return metrics.map((metric) => ({ metric, inView: true, ruledBy: { metric, series } }));
}

/**
 * Brings together what is in view and what is judged, by the metrics' ids. A metric that is not in view, for example
 * because one zoomed to a minute without a sample, is still judged; one that is only in view has no data in the look-back.
 *
 * @returns in the order of the look-back, which no zoom changes; then what is only in view
 */
export function pairWithLookBack(view: Found, lookBack: Found): Pair[] {
  const shown = new Map(view.metrics.map((metric) => [metric.id, metric]));
  const known = idsOf(lookBack);
  return [
    ...lookBack.metrics.map((metric): Pair => {
      const { samples, intervalMs, everyStep, id } = metric;
      const inView = shown.get(id);
      return {
        metric: inView ?? { ...metric, frameIndex: -1, fieldIndex: -1, samples: NONE },
        inView: inView !== undefined,
        judged: { samples, intervalMs, everyStep },
        ruledBy: { metric, series: lookBack.series },
      };
    }),
    ...pairWithItself(view)
      .filter(({ metric }) => !known.has(metric.id))
      .map((pair): Pair => ({ ...pair, judged: { samples: NONE } })),
  ];
}

/** Whether what is in view can't be what the queries return: both have metrics, and none in common. */
export function areStrangers(view: Found, lookBack: Found): boolean {
  const known = idsOf(lookBack);
  return view.metrics.length > 0 && known.size > 0 && !view.metrics.some(({ id }) => known.has(id));
}

function idsOf({ metrics }: Found): Set<string> {
  return new Set(metrics.map(({ id }) => id));
}
