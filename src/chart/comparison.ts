import type { DataFrame, Field } from '@grafana/data';
import { isEqual } from 'lodash';

import { isComparison, timeFieldOf } from '../frames/drawnFields';
import { textOf } from '../frames/textOf';

/** What Grafana adds to the refId of a query for the other period of a time comparison. */
const SUFFIX = '-compare';

/** The other period of a frame; undefined where it is compared with none. */
export type Comparisons = (frame: DataFrame) => DataFrame | undefined;

/** The other periods of frames, as Grafana's chart pairs them: by their places among the frames of one query. */
export function comparisonsOf(series: readonly DataFrame[]): Comparisons {
  const others = new Map<unknown, DataFrame[]>();
  for (const frame of series.filter(isComparison)) {
    others.set(frame.refId, [...(others.get(frame.refId) ?? []), frame]);
  }
  const pairs = new Map<DataFrame, DataFrame | undefined>();
  for (const frame of others.size > 0 ? series : []) {
    if (!isComparison(frame)) {
      pairs.set(frame, others.get(comparedAs(frame))?.shift());
    }
  }
  return (frame) => pairs.get(frame);
}

function comparedAs({ refId }: DataFrame): string {
  return `${textOf(refId) ?? ''}${SUFFIX}`;
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
  const present = frames.some((other) => !isComparison(other) && comparedAs(other) === frame.refId);
  const first: unknown = times.find((time) => time !== null && time !== undefined);
  const isMoved = present && typeof first === 'number' && first < from;
  return isMoved ? times.map((time: number) => time + Math.abs(diffMs)) : times;
}
