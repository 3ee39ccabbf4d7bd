import type { DataFrame, PanelData } from '@grafana/data';
import { FieldType, LoadingState } from '@grafana/data';

/**
 * Whether data is a stream, and no part of an answer: Grafana calls both "streaming". What tells them apart is that a stream
 * has samples from after its request. Data that nobody asked for has no answer that it could be a part of.
 */
export function isStream({ state, series, request }: PanelData): boolean {
  return state === LoadingState.Streaming && (request === undefined || newestTime(series) > request.startTime);
}

/** Whether data is a part of an answer, of which the rest is under way: sources split long queries and show what they have. */
export function isPartial(data: PanelData): boolean {
  return data.state === LoadingState.Streaming && !isStream(data);
}

/**
 * When the newest packet of a stream arrived, epoch ms; undefined for an answer. Where the host does not say, it is the time
 * of the newest sample.
 */
export function arrivalOf(data: PanelData): number | undefined {
  if (!isStream(data)) {
    return undefined;
  }
  const newest = newestTime(data.series);
  return data.request?.endTime ?? (newest === -Infinity ? undefined : newest);
}

/** The newest time in frames of any shape, epoch ms; -Infinity where there is none. Streams append at one end or the other. */
function newestTime(series: readonly DataFrame[]): number {
  const times = series
    .flatMap((frame) => frame?.fields ?? [])
    .filter(({ type }) => type === FieldType.time)
    .flatMap(({ values }): unknown[] => [values[0], values[values.length - 1]])
    .filter((time): time is number => Number.isFinite(time));
  return Math.max(-Infinity, ...times);
}
