import { type DataFrame, type Field, FieldType, formattedValueToString, getFieldDisplayName } from '@grafana/data';

import { type Samples } from '../evaluation/evaluation';

/** One numeric field of one data frame with the time field beside it. */
export interface Metric {
  /** Stable while the query and its labels stay the same. */
  id: string;
  name: string;
  refId?: string;
  frameIndex: number;
  fieldIndex: number;
  frame: DataFrame;
  field: Field;
  samples: Samples;
  /** The time field's `config.interval`, ms, where the data source gives one. */
  intervalMs?: number;
}

/** Why a panel's data has no metric, for the face that says so. */
export type NoMetric = 'noData' | 'noTimeField' | 'noNumericField';

/**
 * The metrics in a panel's data: every numeric field of every frame that has a time field.
 *
 * @returns the metrics in the order of the data, or why there is none
 */
export function findMetrics(series: readonly DataFrame[]): Metric[] | NoMetric {
  const metrics = series.flatMap((frame, frameIndex) => metricsOf(frame, frameIndex, series));
  return metrics.length > 0 ? metrics : whyNone(series);
}

function metricsOf(frame: DataFrame, frameIndex: number, series: readonly DataFrame[]): Metric[] {
  const time = frame.fields.find((field) => field.type === FieldType.time);
  if (!time) {
    return [];
  }
  const intervalMs = typeof time.config.interval === 'number' ? time.config.interval : undefined;
  return frame.fields.flatMap((field, fieldIndex) => {
    if (field.type !== FieldType.number) {
      return [];
    }
    const name = getFieldDisplayName(field, frame, [...series]);
    return {
      id: `${frame.refId ?? frameIndex}/${fieldIndex}/${name}`,
      name,
      refId: frame.refId,
      frameIndex,
      fieldIndex,
      frame,
      field,
      samples: { times: time.values, values: field.values },
      intervalMs,
    };
  });
}

function whyNone(series: readonly DataFrame[]): NoMetric {
  const filled = series.filter((frame) => frame.length > 0);
  if (filled.length === 0) {
    return 'noData';
  }
  return filled.some((frame) => frame.fields.some((field) => field.type === FieldType.number))
    ? 'noTimeField'
    : 'noNumericField';
}

/** Formats values as the field's own unit, decimals and mappings say. */
export function fieldFormatter(field: Field): (value: number) => string {
  return (value) => (field.display ? formattedValueToString(field.display(value)) : String(value));
}
