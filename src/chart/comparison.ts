import type { DataFrame, Field } from '@grafana/data';
import { isEqual } from 'lodash';

import { isComparison, timeFieldOf } from '../frames/drawnFields';

/** What Grafana adds to the refId of a query for the other period of a time comparison. */
const SUFFIX = '-compare';

/**
 * The other period of a frame, as Grafana's chart pairs them: by their places among the frames of one query.
 *
 * @returns undefined where the frame is compared with none
 */
export function comparisonOf(series: readonly DataFrame[], frameIndex: number): DataFrame | undefined {
  const { refId = '' } = series[frameIndex];
  const others = series.filter((frame) => isComparison(frame) && frame.refId === `${refId}${SUFFIX}`);
  const place = series
    .slice(0, frameIndex)
    .filter((frame) => !isComparison(frame) && (frame.refId ?? '') === refId).length;
  return others.at(place);
}

/** The field of the other period: by its place in a frame of as many fields, else by its name and labels. */
export function counterpartOf(frame: DataFrame, other: DataFrame, fieldIndex: number): Field | undefined {
  if (frame.fields.length === other.fields.length) {
    return other.fields[fieldIndex];
  }
  const { name, labels, type } = frame.fields[fieldIndex];
  return other.fields.find((field) => field.name === name && field.type === type && isEqual(field.labels, labels));
}

/**
 * The times at which the chart draws a frame: those of the other period are moved onto the present one, where that is
 * drawn, too.
 *
 * @param frames - what the chart draws
 * @param from - the beginning of its time axis, epoch ms
 */
export function drawnTimes(frame: DataFrame, frames: readonly DataFrame[], from: number): Field['values'] | undefined {
  const times = timeFieldOf(frame)?.values;
  const diffMs = frame.meta?.timeCompare?.diffMs;
  if (!times || !isComparison(frame) || diffMs === undefined) {
    return times;
  }
  const present = frames.some((other) => !isComparison(other) && `${other.refId}${SUFFIX}` === frame.refId);
  const first: unknown = times.find((time) => time !== null && time !== undefined);
  const isMoved = present && typeof first === 'number' && first < from;
  return isMoved ? times.map((time: number) => time + Math.abs(diffMs)) : times;
}
