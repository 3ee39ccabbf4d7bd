import type { DataFrame, Field } from '@grafana/data';
import { FieldType, ThresholdsMode } from '@grafana/data';

import { asDrawn } from '../frames/drawnFields';
import type { Axes } from './levelScale';
import { hasStyle } from './levelThresholds';
import { withEnds } from './markedData';
import { axisKeyOf } from './sharedLines';

/** Whether the host chart shows a value of a field's axis, as a threshold line or as the edge of what it fills. */
export type ShowsLine = (field: Field, value: number) => boolean;

/**
 * Which thresholds a native Time series draws: on each axis those of the first field that has a style. That one takes the
 * lines of the others' levels, but where it fills, is in percent, or is coloured by its thresholds, it can't.
 *
 * @param frames - as the host chart gets them
 * @param axes - the axes of the fields as they are in the panel's data
 * @returns true for an axis of which it draws none: where the visualization shows no lines, none is missing
 */
export function hostLines(frames: readonly DataFrame[], axes: Axes): ShowsLine {
  const shown = new Map<string, readonly number[]>();
  for (const field of frames.flatMap(({ fields }) => fields)) {
    if (asDrawn(field).type === FieldType.number && hasStyle(field) && !shown.has(axisKeyOf(field))) {
      shown.set(axisKeyOf(field), valuesOf(field));
    }
  }
  return (field, value) => shown.get(axisKeyOf(withEnds(field, axes(field))))?.includes(value) ?? true;
}

function valuesOf({ config: { thresholds, min, max } }: Field): number[] {
  const values = (thresholds?.steps ?? []).map(({ value }) => value);
  if (thresholds?.mode !== ThresholdsMode.Percentage) {
    return values;
  }
  const [from, to] = [min ?? 0, max ?? 100];
  return values.map((value) => from + ((to - from) * value) / 100);
}
