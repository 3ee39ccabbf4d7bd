import type { Field, Threshold, ThresholdsConfig } from '@grafana/data';
import { ThresholdsMode } from '@grafana/data';

import type { Level, Severity } from '../rule/level';
import { DASHED_LINES, NO_LINES } from './nativeValues';

/** In a native threshold line, what is on this side is not coloured. */
const NONE = 'transparent';

/**
 * A field whose thresholds are the rule's levels, drawn as dashed lines unless the user chose a style.
 *
 * A field that is coloured by its thresholds keeps them: its line would change its colours.
 *
 * @param levels - of the rule; none, or levels that are the field's own thresholds already, leave its steps as they are
 * @param ownSteps - the steps that the field has are what is to be drawn
 * @param draw - false where another series of the chart draws the same lines
 * @param isInView - whether the axis shows a value: Grafana draws a line beyond it across the labels of the axes
 */
export function withLevels(
  field: Field,
  levels: readonly Level[],
  ownSteps: boolean,
  draw: boolean,
  colorOf: (severity: Severity) => string,
  isInView: (value: number) => boolean
): Field {
  if (levels.length === 0 || isColoredByThresholds(field)) {
    return field;
  }
  const shown = hasStyle(field) ? field.config.custom.thresholdsStyle.mode : DASHED_LINES;
  return {
    ...field,
    config: {
      ...field.config,
      thresholds: ownSteps ? field.config.thresholds : levelSteps(levels, colorOf, isInView),
      custom: {
        ...field.config.custom,
        thresholdsStyle: { ...field.config.custom?.thresholdsStyle, mode: draw ? shown : NO_LINES },
      },
    },
  };
}

/** Whether the user has the thresholds of a field drawn. */
export function hasStyle({ config }: Field): boolean {
  const mode: unknown = config.custom?.thresholdsStyle?.mode;
  return mode !== undefined && mode !== NO_LINES;
}

/** Whether a field's values have the colours of its thresholds. */
export function isColoredByThresholds({ config }: Field): boolean {
  return config.color?.mode === 'thresholds';
}

/**
 * Levels as native threshold steps. A native line takes the colour of its own step, or, at or below a transparent step,
 * that of the step before it: so the side that nobody acts on is the transparent one.
 */
export function levelSteps(
  levels: readonly Level[],
  colorOf: (severity: Severity) => string,
  isInView: (value: number) => boolean
): ThresholdsConfig {
  const lower = new Map<number, string>();
  const upper = new Map<number, string>();
  for (const { severity, condition } of levels) {
    const color = colorOf(severity);
    const { operator, bounds } = condition;
    if (operator.startsWith('<')) {
      lower.set(bounds[0], color);
    } else if (operator.startsWith('>')) {
      upper.set(bounds[0], color);
    } else {
      const [low, high = low] = bounds;
      lower.set(low, color);
      upper.set(high, color);
    }
  }
  return { mode: ThresholdsMode.Absolute, steps: [...lowerSteps(lower, isInView), ...upperSteps(upper, isInView)] };
}

/** From the outermost level upwards: each line is drawn in the colour of the step below it. */
function lowerSteps(lower: Map<number, string>, isInView: (value: number) => boolean): Threshold[] {
  const bounds = [...lower.keys()].filter(isInView).sort((a, b) => a - b);
  const colors = [...bounds.map((bound) => lower.get(bound) ?? NONE), NONE];
  return colors.map((color, index) => ({ value: index === 0 ? -Infinity : bounds[index - 1], color }));
}

function upperSteps(upper: Map<number, string>, isInView: (value: number) => boolean): Threshold[] {
  const bounds = [...upper.keys()].filter(isInView).sort((a, b) => a - b);
  return bounds.map((value) => ({ value, color: upper.get(value) ?? NONE }));
}
