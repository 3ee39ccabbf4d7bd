import type { DataFrame, Field } from '@grafana/data';

import { numbersOf, timeFieldOf } from '../frames/drawnFields';
import type { Axes } from './levelScale';
import type { MetricProtocol } from '../protocol/protocol';

/** The value of a metric that lies farthest beyond one end of its axis. */
export interface Beyond {
  side: 'above' | 'below';
  metric: MetricProtocol;
  value: number;
  /** Epoch ms. */
  time: number;
}

/**
 * The values that leave an axis which ends where the settled ones do: at each end the farthest one of all metrics.
 *
 * @param series - the data of the whole panel, which the metrics' indexes point into
 * @param span - what is in view, epoch ms
 */
export function valuesBeyond(
  metrics: readonly MetricProtocol[],
  series: readonly DataFrame[],
  axes: Axes,
  span: { from: number; to: number }
): Beyond[] {
  const farthest: Partial<Record<Beyond['side'], Beyond & { by: number }>> = {};
  for (const metric of metrics) {
    const frame = series[metric.frameIndex];
    const field = frame.fields[metric.fieldIndex];
    const axis = axes(field);
    for (const { time, value } of axis?.isSettled ? samplesIn(frame, field, span) : []) {
      const position = axis?.positionOf(value) ?? 0;
      const side = position > 1 ? 'above' : 'below';
      const by = position > 1 ? position - 1 : -position;
      if (by > (farthest[side]?.by ?? 0)) {
        farthest[side] = { side, metric, value, time, by };
      }
    }
  }
  return [farthest.above, farthest.below]
    .filter((each) => each !== undefined)
    .map(({ side, metric, value, time }) => ({ side, metric, value, time }));
}

/** A field's samples inside a span, in the order of the data. */
export function* samplesIn(
  frame: DataFrame,
  field: Field,
  { from, to }: { from: number; to: number }
): Generator<{ time: number; value: number }> {
  const times = timeFieldOf(frame)?.values ?? [];
  const values: ArrayLike<unknown> = numbersOf(field);
  for (let i = 0; i < times.length; i++) {
    const value = values[i];
    if (typeof value === 'number' && Number.isFinite(value) && times[i] >= from && times[i] <= to) {
      yield { time: times[i], value };
    }
  }
}
