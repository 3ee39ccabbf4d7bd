import type { DataFrame, Field } from '@grafana/data';

import type { Cadence } from '../evaluation/evaluation';
import { isSample } from '../evaluation/samples';
import { medianStep } from '../evaluation/step';

/** A numeric field and the time field beside it. */
export interface Column {
  time: Field;
  field: Field;
}

/** What happened to the frames between their queries and the panel. */
export interface Passage {
  /** Whether every row that the queries returned is still there, as far as is known. */
  rowsKept: boolean;
}

/** Distances of samples are those of a step up to this factor, because samples come a little early or late. */
const JITTER = 1.5;

/** The query of a frame that was joined of several, as Grafana's transformations write it. */
const JOINED = /^(joinByField|joinByLabels|merge|append)-/;

/** The step in an executed query, as Prometheus and Loki tell it. */
const EXECUTED_STEP = /(?:^|\n)Step: (?!0s?$)\d\S*$/;

/**
 * What a frame says of the step of one of its metrics.
 *
 * It is a source that evaluates every step if it says so (Prometheus' `matrix`, or Loki's executed query with its step), its
 * time field has an interval, and no transformation dropped rows: joins drop the frame's `meta`, but filters and limits keep
 * it. Any other interval is a cadence. Where the interval is that of another query with which the frame was joined, no step
 * of the metric is known.
 *
 * @param frame - Of any shape: it comes from a data source.
 */
export function readCadence(frame: DataFrame, { time, field }: Column, { rowsKept }: Passage): Cadence {
  const interval: unknown = time.config.interval;
  if (typeof interval !== 'number' || !(interval > 0 && interval < Infinity)) {
    return {};
  }
  if (rowsKept && saysEveryStep(frame)) {
    return { intervalMs: interval, everyStep: true };
  }
  return isOwn(interval, frame, { time, field }) ? { intervalMs: interval } : {};
}

/**
 * Whether transformations leave every row where it is: those that hide and name columns, choose frames, and calculate in a
 * row.
 *
 * @param transformations - Undefined where nobody knows them: then a frame is believed.
 */
export function keepRows(transformations: ReadonlyArray<{ id: string }> | undefined): boolean {
  return transformations?.every(({ id }) => ROW_KEEPERS.has(id)) ?? true;
}

const ROW_KEEPERS: ReadonlySet<string> = new Set([
  'noop',
  'order',
  'organize',
  'rename',
  'renameByRegex',
  'sortBy',
  'filterFields',
  'filterFieldsByName',
  'filterFrames',
  'filterByRefId',
  'calculateField',
  'configFromData',
  'convertFieldType',
  'fieldLookup',
  'formatString',
  'formatTime',
]);

function saysEveryStep({ meta }: DataFrame): boolean {
  const custom: unknown = meta?.custom;
  if (typeof custom === 'object' && custom !== null && 'resultType' in custom) {
    return custom.resultType === 'matrix';
  }
  const executed: unknown = meta?.executedQueryString;
  return typeof executed === 'string' && EXECUTED_STEP.test(executed);
}

/**
 * Whether an interval is the metric's own. A joined frame has one time field for the columns of several queries: where a
 * column's own samples are farther apart, or closer, its interval is another's.
 */
function isOwn(interval: number, frame: DataFrame, { time, field }: Column): boolean {
  const { values } = field;
  const own = medianStep({ times: time.values, values, length: Math.min(time.values.length, values.length) });
  if (own === undefined || !(own > 0)) {
    return true;
  }
  return own * JITTER >= interval && (own <= interval * JITTER || !(isJoined(frame) || isMostlyEmpty(values)));
}

function isJoined({ refId }: DataFrame): boolean {
  return typeof refId === 'string' && JOINED.test(refId);
}

/** Whether most rows are those of other columns. */
function isMostlyEmpty(values: ArrayLike<unknown>): boolean {
  let samples = 0;
  for (let row = 0; row < values.length; row++) {
    samples += isSample(values[row]) ? 1 : 0;
  }
  return samples * 2 <= values.length;
}
