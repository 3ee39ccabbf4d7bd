import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';

import type { Severity } from '../rule/level';
import type { Mark } from './marks';

const NAMES: Record<Severity, string> = { warning: 'orange', critical: 'red' };

/** The colour of a level that nobody agreed to act on: neutral ink, never that of a severity, nor a threshold's own. */
export function unagreedColor(theme: GrafanaTheme2): string {
  return theme.colors.text.secondary;
}

/** The opacity of a mark's edges and of its bar below the axis. (The host chart sets that of its tint itself.) */
const FIRING_ALPHA = 0.7;
const PENDING_ALPHA = 0.3;
/** A level that nobody agreed to act on is less loud than a breach of one that was agreed. */
const CROSSED_ALPHA = 0.3;

/** The colour of a severity in charts: of Grafana's own palette, so that it sits with the user's colours. */
export function severityColor(theme: GrafanaTheme2, severity: Severity): string {
  return theme.visualization.getColorByName(NAMES[severity]);
}

/** The colour of a mark: pending is fainter, and a level without an agreement is grey. */
export function markColor(theme: GrafanaTheme2, { kind, severity }: Mark): string {
  if (kind === 'crossed') {
    return colorManipulator.alpha(unagreedColor(theme), CROSSED_ALPHA);
  }
  return colorManipulator.alpha(severityColor(theme, severity), kind === 'pending' ? PENDING_ALPHA : FIRING_ALPHA);
}
