import type { DataFrame, Field } from '@grafana/data';
import { formattedValueToString, getFieldDisplayName } from '@grafana/data';

import type { Metric, NoMetric } from '../protocol/metric';
import type { Passage } from './cadence';
import { readCadence } from './cadence';
import { isComparison, isDrawn, isJudgeable, numbersOf, timeFieldOf } from './drawnFields';
import { isLong, tellingColumns } from './longFrame';
import { textOf } from './textOf';

/** A field of a panel's data, with the frame that it stands in. */
export interface FieldInFrame {
  field: Field;
  frame: DataFrame;
}

/** A metric with the field that it was read from, for what only Grafana's own code can say of it. */
export type FieldMetric = Metric & FieldInFrame;

const UNTOUCHED: Passage = { rowsKept: true };

/** The name that Grafana gives a value without one. */
const NAMELESS = 'Value';

/**
 * The metrics in a panel's data: every numeric or boolean field of every frame that has a time field, but for the other
 * period of a time comparison. What is no frame or no field is passed over; values that are no list are none.
 *
 * @param series - What the queries returned, whatever its shape. Never mutated.
 * @param passage - What happened to them on their way; left out, nothing did.
 * @returns the metrics in the order of the data, or why there is none
 */
export function findMetrics(series: readonly DataFrame[], passage: Passage = UNTOUCHED): FieldMetric[] | NoMetric {
  const frames = series.map(usable);
  const all = frames.filter((frame) => frame !== undefined);
  const idOf = createIds();
  const metrics = frames.flatMap((frame, frameIndex) =>
    frame ? metricsOf(frame, frameIndex, { all, idOf, passage }) : []
  );
  return metrics.length > 0 ? metrics : whyNone(all);
}

interface Surroundings {
  all: DataFrame[];
  idOf: ReturnType<typeof createIds>;
  passage: Passage;
}

function metricsOf(frame: DataFrame, frameIndex: number, { all, idOf, passage }: Surroundings): FieldMetric[] {
  const time = timeFieldOf(frame);
  if (!time || isComparison(frame)) {
    return [];
  }
  const refId = textOf(frame.refId);
  const columns = tellingColumns(frame, time);
  return frame.fields.flatMap((field, fieldIndex) =>
    isJudgeable(field)
      ? {
          id: idOf(refId ?? frameIndex, frame, field),
          name: nameOf(field, frame, all),
          refId,
          frameIndex,
          fieldIndex,
          unit: textOf(field.config.unit),
          labels: field.labels,
          valueName: textOf(field.name),
          frame,
          field,
          samples: { times: time.values, values: numbersOf(field) },
          ...(isLong(columns, time, field) && { isLong: true }),
          ...readCadence(frame, { time, field }, passage),
        }
      : []
  );
}

/**
 * A copy of a frame, of which everything may be asked. Grafana keeps a field's name in the field's state, where it looks
 * for it: the data are not ours to write to, and may be frozen.
 */
function usable(frame: DataFrame): DataFrame | undefined {
  if (!Array.isArray(frame?.fields)) {
    return undefined;
  }
  const fields = Array.from(frame.fields, (field) => ({
    ...field,
    config: field?.config ?? {},
    state: { ...field?.state },
    values: listOf(field?.values),
  }));
  // The length may be a getter of a class.
  return { ...frame, fields, length: frame.length };
}

/** The name that Grafana shows. It trusts names and labels to be texts; where they are not, the field's own. */
function nameOf(field: Field, frame: DataFrame, all: DataFrame[]): string {
  try {
    return textOf(getFieldDisplayName(field, frame, all)) ?? textOf(field.name) ?? NAMELESS;
  } catch {
    return textOf(field.name) ?? NAMELESS;
  }
}

/**
 * Gives each series an identity of its own: its query, its frame's and its field's name and its labels, never its place,
 * which moves when others come and go. Those that agree in all of it are counted.
 */
function createIds() {
  const taken = new Map<string, number>();
  return (query: string | number, frame: DataFrame, field: Field): string => {
    const labels = Object.entries(field.labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    const texts = [frame.name, field.name, ...labels.flat()].map((text) => textOf(text) ?? null);
    const id = JSON.stringify([query, ...texts]);
    const count = taken.get(id) ?? 0;
    taken.set(id, count + 1);
    return count === 0 ? id : `${id}#${count + 1}`;
  };
}

/** A column as a list: arrays and typed arrays as they are, the vectors of older data sources unpacked. */
function listOf(column: unknown): Field['values'] {
  const list = isVector(column) ? column.toArray() : column;
  return Array.isArray(list) || (ArrayBuffer.isView(list) && !(list instanceof DataView))
    ? (list as Field['values'])
    : [];
}

function isVector(column: unknown): column is { toArray: () => unknown } {
  return !Array.isArray(column) && typeof (column as { toArray?: unknown } | null | undefined)?.toArray === 'function';
}

function whyNone(frames: readonly DataFrame[]): NoMetric {
  const filled = frames.filter(({ fields }) => fields.some(({ values }) => values.length > 0));
  if (filled.length === 0) {
    return 'noData';
  }
  const drawn = filled.filter(({ fields }) => fields.some(isDrawn));
  if (drawn.some((frame) => timeFieldOf(frame) !== undefined)) {
    return 'nothingToJudge';
  }
  return drawn.some(({ fields }) => fields.some(isJudgeable)) ? 'noTimeField' : 'noNumericField';
}

/** Formats values as the field's own unit, decimals and mappings say; plainly where Grafana can't. */
export function fieldFormatter(field: Field): (value: number) => string {
  return (value) => {
    try {
      return field.display ? formattedValueToString(field.display(value)) : String(value);
    } catch {
      // Units come with the data, and Grafana takes any name for one of its own.
      return String(value);
    }
  };
}
