import { type GrafanaTheme2, colorManipulator } from '@grafana/data';

import { type Severity } from '../rule/level';
import { type Mark } from './marks';

const NAMES: Record<Severity, string> = { warning: 'orange', critical: 'red' };

/** How far the colour of a pending mark is drawn towards the panel's background. */
const PENDING_ALPHA = 0.45;

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
  return kind === 'pending' ? blend(own, theme.colors.background.primary, PENDING_ALPHA) : own;
}

/**
 * Two opaque colours mixed. The host chart sets a region's opacity itself, so a fainter region needs a paler colour.
 *
 * @param weight of the first colour, 0 to 1
 */
export function blend(first: string, second: string, weight: number): string {
  const a = colorManipulator.decomposeColor(first).values;
  const b = colorManipulator.decomposeColor(second).values;
  const mixed = [0, 1, 2].map((index) => Math.round(Number(a[index]) * weight + Number(b[index]) * (1 - weight)));
  return `rgb(${mixed.join(', ')})`;
}
