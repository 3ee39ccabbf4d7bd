import { type GrafanaTheme2, colorManipulator } from '@grafana/data';

import { type Severity } from '../rule/level';
import { type Mark } from './marks';

const NAMES: Record<Severity, string> = { warning: 'orange', critical: 'red' };

/**
 * The opacity of a mark's edges and of its bar below the axis. (The host chart tints the region itself at an opacity of
 * its own, so a fainter tint needs a paler colour.)
 */
const FIRING_ALPHA = 0.7;
const PENDING_ALPHA = 0.4;

/** How much of a pending mark's colour is the severity's; the rest is the panel's background. */
const PENDING_WEIGHT = 0.5;

/** The colour of a severity in charts: of Grafana's own palette, so that it sits with the user's colours. */
export function severityColor(theme: GrafanaTheme2, severity: Severity): string {
  return theme.visualization.getColorByName(NAMES[severity]);
}

/** The colour of a mark: pending is fainter, a level without an agreement keeps its threshold's own colour. */
export function markColor(theme: GrafanaTheme2, { kind, severity, color }: Mark): string {
  if (kind === 'crossed') {
    return theme.visualization.getColorByName(color ?? 'text');
  }
  const own = severityColor(theme, severity);
  return kind === 'pending'
    ? colorManipulator.alpha(blend(own, theme.colors.background.primary, PENDING_WEIGHT), PENDING_ALPHA)
    : colorManipulator.alpha(own, FIRING_ALPHA);
}

/**
 * Two opaque colours mixed.
 *
 * @param weight of the first colour, 0 to 1
 */
export function blend(first: string, second: string, weight: number): string {
  const a = colorManipulator.decomposeColor(first).values;
  const b = colorManipulator.decomposeColor(second).values;
  const mixed = [0, 1, 2].map((index) => Math.round(Number(a[index]) * weight + Number(b[index]) * (1 - weight)));
  return `rgb(${mixed.join(', ')})`;
}
