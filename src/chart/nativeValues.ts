import type {
  AxisPlacement,
  GraphDrawStyle,
  GraphThresholdsStyleMode,
  GraphTransform,
  ScaleDirection,
  ScaleDistribution,
  ScaleOrientation,
  StackingMode,
} from '@grafana/schema';

/*
 * Values of Grafana's own field options, as Grafana saves them. Only the types come from its schema: the lists of values
 * there can't be taken apart, and would be a twentieth of all that a browser loads to show a panel.
 */

export const BARS: `${GraphDrawStyle.Bars}` = 'bars';
export const HIDDEN_AXIS: `${AxisPlacement.Hidden}` = 'hidden';
export const NOT_STACKED: `${StackingMode.None}` = 'none';
export const LINEAR: `${ScaleDistribution.Linear}` = 'linear';
export const UPSIDE_DOWN: `${GraphTransform.NegativeY}` = 'negative-Y';
export const DASHED_LINES: `${GraphThresholdsStyleMode.Dashed}` = 'dashed';
export const SOLID_LINES: `${GraphThresholdsStyleMode.Line}` = 'line';
export const NO_LINES: `${GraphThresholdsStyleMode.Off}` = 'off';
export const VERTICAL: ScaleOrientation.Vertical = 1;
export const UPWARDS: ScaleDirection.Up = 1;
