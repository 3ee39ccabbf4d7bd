import type { Samples } from '../evaluation/evaluation';
import type { PanelMetric } from './input';
import type { Measured, Metric } from './metric';

/** A metric with the samples that its state is judged on. */
export interface Pair extends Pick<PanelMetric, 'format' | 'formatLevel' | 'color' | 'affixes'> {
  /** As it is in view. Where it is not: with no samples, and with no place in the panel's data. */
  metric: Metric;
  inView: boolean;
  /** Its samples in the look-back, none where it has none; undefined: what is in view is judged. */
  judged?: Measured;
  /** By the field config of the look-back where it is there, because no zoom changes that. */
  rule: PanelMetric['rule'];
}

const NONE: Samples = { times: [], values: [] };

/** Metrics that are judged on what is in view. */
export function pairWithItself(metrics: readonly PanelMetric[]): Pair[] {
  return metrics.map((one) => ({ ...one, inView: true }));
}

/**
 * Brings together what is in view and what is judged, by the metrics' ids. A metric that is not in view, for example
 * because one zoomed to a minute without a sample, is still judged; one that is only in view has no data in the look-back.
 *
 * @returns in the order of the look-back, which no zoom changes; then what is only in view
 */
export function pairWithLookBack(view: readonly PanelMetric[], lookBack: readonly PanelMetric[]): Pair[] {
  const shown = new Map(view.map((one) => [one.metric.id, one]));
  const known = idsOf(lookBack);
  return [
    ...lookBack.map((one): Pair => {
      const { samples, intervalMs, everyStep, isLong, id } = one.metric;
      const inView = shown.get(id);
      return {
        ...(inView ?? { ...one, metric: { ...one.metric, frameIndex: -1, fieldIndex: -1, samples: NONE } }),
        inView: inView !== undefined,
        judged: { samples, intervalMs, everyStep, isLong },
        rule: one.rule,
      };
    }),
    ...pairWithItself(view)
      .filter(({ metric }) => !known.has(metric.id))
      .map((pair): Pair => ({ ...pair, judged: { samples: NONE } })),
  ];
}

/** Whether what is in view can't be what the queries return: both have metrics, and none in common. */
export function areStrangers(view: readonly PanelMetric[], lookBack: readonly PanelMetric[]): boolean {
  const known = idsOf(lookBack);
  return view.length > 0 && known.size > 0 && !view.some(({ metric }) => known.has(metric.id));
}

function idsOf(metrics: readonly PanelMetric[]): Set<string> {
  return new Set(metrics.map(({ metric }) => metric.id));
}
