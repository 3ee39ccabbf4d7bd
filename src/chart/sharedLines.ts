import type { DataFrame, Field, Threshold, ThresholdsConfig } from '@grafana/data';
import { FieldType, ThresholdsMode } from '@grafana/data';

import { asDrawn } from '../frames/drawnFields';
import { scaleKey } from './levelScale';
import { hasStyle, isColoredByThresholds } from './levelThresholds';
import { DASHED_LINES, SOLID_LINES } from './nativeValues';

/** A line at a value of the axis that the fields with this key share. */
export interface AxisLine {
  axisKey: string;
  value: number;
  color: string;
}

/** What makes fields share an axis. */
export function axisKeyOf(field: Field): string {
  return scaleKey(asDrawn(field));
}

/**
 * The frames with each of these lines drawn once. Of the fields on an axis the host chart draws only the thresholds of
 * the first that has a style: so that one gets the lines of all. Where it also fills areas or takes its colours from its
 * thresholds it stays as it is: more steps would change those.
 *
 * @param frames - as the host chart gets them
 * @param lines - of each axis; of those at the same value the first is drawn
 * @param isOwn - whether thresholds are the user's: they stay, and lines come to them
 */
export function withSharedLines(
  frames: readonly DataFrame[],
  lines: readonly AxisLine[],
  isOwn: (thresholds: ThresholdsConfig) => boolean
): DataFrame[] {
  const taken = new Set<string>();
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => {
      const { thresholds } = field.config;
      if (asDrawn(field).type !== FieldType.number || !hasStyle(field) || !thresholds) {
        return field;
      }
      const key = axisKeyOf(field);
      if (taken.has(key)) {
        return field;
      }
      taken.add(key);
      const onAxis = lines.filter(({ axisKey }) => axisKey === key);
      return canTakeLines(field, thresholds)
        ? withLines(field, isOwn(thresholds) ? thresholds.steps : BARE, onAxis)
        : field;
    }),
  }));
}

/** Below a first step without a colour, each further step is a line in its own colour, in whatever order they are. */
const BARE: readonly Threshold[] = [{ value: -Infinity, color: 'transparent' }];

function canTakeLines(field: Field, { mode }: ThresholdsConfig): boolean {
  const style: unknown = field.config.custom?.thresholdsStyle?.mode;
  return (
    (style === DASHED_LINES || style === SOLID_LINES) &&
    mode === ThresholdsMode.Absolute &&
    !isColoredByThresholds(field)
  );
}

/** A step behind all others recolours none of them. */
function withLines(field: Field, before: readonly Threshold[], lines: readonly AxisLine[]): Field {
  const steps = [...before];
  for (const { value, color } of lines) {
    if (!steps.some((step) => step.value === value)) {
      steps.push({ value, color });
    }
  }
  return { ...field, config: { ...field.config, thresholds: { mode: ThresholdsMode.Absolute, steps } } };
}
