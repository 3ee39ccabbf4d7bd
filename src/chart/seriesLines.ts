import type { DataFrame } from '@grafana/data';

import type { MetricProtocol } from '../protocol/protocol';
import { samplesIn } from './edges';
import type { Axes } from './levelScale';

/** A line on the plot: shares of its width from the left, and of its height from the bottom. */
export type PlotLine = ReadonlyArray<readonly [x: number, y: number]>;

/**
 * The line of a metric on the plot; empty where its axis does not show its values as they are.
 *
 * @param series - the data of the whole panel, which the metrics' indexes point into
 * @param span - what is in view, epoch ms
 */
export function seriesLine(
  { frameIndex, fieldIndex }: Pick<MetricProtocol, 'frameIndex' | 'fieldIndex'>,
  series: readonly DataFrame[],
  axes: Axes,
  span: { from: number; to: number }
): PlotLine {
  const frame = series[frameIndex];
  const field = frame.fields[fieldIndex];
  const axis = axes(field);
  return axis
    ? Array.from(
        samplesIn(frame, field, span),
        ({ time, value }) => [(time - span.from) / (span.to - span.from), axis.positionOf(value)] as const
      )
    : [];
}
