import type { DataFrame, Field, TimeRange } from '@grafana/data';
import { applyNullInsertThreshold, cacheFieldDisplayNames, FieldType, nullToValue } from '@grafana/data';

/** The frames that a chart over time can show, or null where none has both a time and a value. */
export function graphableFrames(series: DataFrame[], range: TimeRange): DataFrame[] | null {
  cacheFieldDisplayNames(series);
  const frames = series
    .map((frame) => prepare(frame, range))
    .filter((frame): frame is DataFrame => frame !== undefined && frame.length > 0);
  return frames.length > 0 ? frames.map((frame) => overPresent(frame, frames, range)) : null;
}

/** The other period of a time comparison is drawn over the present one, with dashes. */
function overPresent(frame: DataFrame, frames: DataFrame[], range: TimeRange): DataFrame {
  const { isTimeShiftQuery, diffMs = 0 } = frame.meta?.timeCompare ?? {};
  const isCompared = frames.some(({ refId }) => `${refId}-compare` === frame.refId);
  const first: unknown = frame.fields.find(({ type }) => type === FieldType.time)?.values[0];
  if (!isTimeShiftQuery || !isCompared || typeof first !== 'number' || first >= range.from.valueOf()) {
    return frame;
  }
  const fields = frame.fields.map((field): Field => {
    if (field.type === FieldType.time) {
      return { ...field, values: field.values.map((time: number) => time + Math.abs(diffMs)) };
    }
    const custom = { ...field.config.custom, lineStyle: { fill: 'dash', dash: [1, 5, 4, 5] } };
    return { ...field, config: { ...field.config, custom } };
  });
  return { ...frame, fields };
}

function prepare(frame: DataFrame, range: TimeRange): DataFrame | undefined {
  const hasTime = frame.fields.some(({ type }) => type === FieldType.time);
  const hasValue = frame.fields.some(({ type }) => isValueType(type));
  if (!hasTime || !hasValue) {
    return undefined;
  }
  const withGaps = nullToValue(
    applyNullInsertThreshold({
      frame,
      refFieldPseudoMin: range.from.valueOf(),
      refFieldPseudoMax: range.to.valueOf(),
    })
  );
  const fields = withGaps.fields.filter(({ type }) => type !== FieldType.other).map(toGraphable);
  return { ...frame, fields, length: withGaps.length };
}

function isValueType(type: FieldType): boolean {
  return type === FieldType.number || type === FieldType.boolean || type === FieldType.enum;
}

/** Booleans are drawn as steps between 0 and 1, what is not finite as a gap. */
function toGraphable(field: Field): Field {
  if (field.type === FieldType.boolean) {
    const custom = { ...field.config.custom, lineInterpolation: 'stepAfter' };
    return {
      ...field,
      type: FieldType.number,
      config: { ...field.config, min: 0, max: 1, custom },
      values: field.values.map((value: unknown) => (value === null || value === undefined ? value : value ? 1 : 0)),
    };
  }
  if (field.type !== FieldType.number) {
    return field;
  }
  const values = field.values.map((value: unknown) =>
    value === null || value === undefined || Number.isFinite(value) ? value : null
  );
  return { ...field, values };
}
