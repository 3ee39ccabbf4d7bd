import type { DataFrame, Field } from '@grafana/data';
import { FieldType, ensureTimeField, isBooleanUnit } from '@grafana/data';

/** Types of fields that Grafana's chart draws as series of their own. */
const DRAWN: ReadonlySet<FieldType> = new Set([FieldType.number, FieldType.boolean, FieldType.enum]);

/** Whether a chart draws the field as a series: numbers, booleans as 0 and 1, and enums by their place in the list. */
export function isDrawn({ type }: Pick<Field, 'type'>): boolean {
  return DRAWN.has(type);
}

/** Whether a rule can judge the field: an enum's values have an order, but no distance. */
export function isJudgeable({ type }: Pick<Field, 'type'>): boolean {
  return type === FieldType.number || type === FieldType.boolean;
}

/** Whether a frame is the other period of a time comparison, which is drawn beside the present one and never judged. */
export function isComparison({ meta }: Pick<DataFrame, 'meta'>): boolean {
  return meta?.timeCompare?.isTimeShiftQuery === true;
}

/** A field's values as numbers: booleans are 1 and 0, what is missing stays missing, and all else stays as it is. */
export function numbersOf({ type, values }: Pick<Field, 'type' | 'values'>): Field['values'] {
  return type === FieldType.boolean
    ? Array.from(values, (value: unknown) => (value === null || value === undefined ? value : Number(Boolean(value))))
    : values;
}

/** A field as the chart draws it: booleans are numbers on an axis from 0 to 1. */
export function asDrawn(field: Field): Field {
  const { type, config } = field;
  if (type !== FieldType.boolean) {
    return field;
  }
  const unit = isBooleanUnit(config.unit) ? config.unit : 'bool';
  return { ...field, type: FieldType.number, config: { ...config, unit, min: 0, max: 1 }, values: numbersOf(field) };
}

/**
 * A frame's first time field, with its times as Grafana's chart reads them: some sources return texts. Undefined where
 * there is none.
 */
export function timeFieldOf({ fields }: Pick<DataFrame, 'fields'>): Field | undefined {
  const time = fields.find(({ type }) => type === FieldType.time);
  if (!time || time.values.length === 0 || typeof time.values[0] === 'number') {
    return time;
  }
  try {
    return ensureTimeField(time);
  } catch {
    // Whatever a source calls times: rows without one are told.
    return time;
  }
}
