import { colorManipulator } from '@grafana/data';

import type { Breach, Span } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import type { Condition, Level, Severity } from '../rule/level';
import type { Box } from './annotationFrames';
import { judgedEnd } from './judgedEnd';
import type { Axis } from './levelScale';
import type { Mark } from './marks';
import { withoutOutranked } from './outrank';
import { shownRuleAt } from './shownRuleAt';

const AREA_OPACITY = 0.2;
const PENDING_OPACITY = 0.06;

/** The host chart always strokes a box. */
const PENDING_OUTLINE_ALPHA = 0.1;

/**
 * The breached area: from the level to the worst value, for as long as the breach fired; a warning's ends at the
 * critical level, where that one's begins. At most `max` boxes, the newest ones.
 *
 * @param colorOf - the colour of a severity
 */
export function breachAreas(
  metric: MetricProtocol,
  span: Span,
  colorOf: (severity: Severity) => string,
  max: number
): Box[] {
  if (metric.kind !== 'ruled') {
    return [];
  }
  const end = judgedEnd(metric, span);
  const areas = metric.view.breaches.flatMap((breach) => {
    const from = Math.max(breach.firingSince ?? breach.knownFrom ?? span.from, span.from);
    const { levels } = shownRuleAt(metric, from);
    const level = levels.find(({ severity }) => severity === breach.severity);
    const heights = level && heightsOf(breach, level, levels);
    return heights
      ? {
          ...heights,
          kind: 'firing' as const,
          severity: breach.severity,
          from,
          to: Math.min(breach.end ?? end, end),
        }
      : [];
  });
  return withoutOutranked(areas)
    .map(({ from, to, severity, yMin, yMax }) => ({
      xMin: from,
      xMax: to,
      yMin,
      yMax,
      color: colorOf(severity),
      fillOpacity: AREA_OPACITY,
      lineWidth: 0,
      lineStyle: 'solid' as const,
    }))
    .slice(-max);
}

/** What was pending, as a box over the whole height of the plot: fainter than a breach, and without edges of its own. */
export function pendingBox({ from, to }: Mark, { min, max }: Axis, color: string): Box {
  return {
    xMin: from,
    xMax: to,
    yMin: min,
    yMax: max,
    color: colorManipulator.alpha(color, PENDING_OUTLINE_ALPHA),
    fillOpacity: PENDING_OPACITY,
    lineWidth: 0,
    lineStyle: 'solid',
  };
}

/** The height of a band at the lower end of the plot, as a share of it. */
const BAND_SHARE = 0.015;
const BAND_OPACITY = 0.7;

/** What would tint the plot for one of many metrics, as a band at its lower end. */
export function bandBox({ from, to, kind }: Mark, { min, max }: Axis, color: string): Box {
  return {
    xMin: from,
    xMax: to,
    yMin: min,
    yMax: min + BAND_SHARE * (max - min),
    color,
    fillOpacity: kind === 'pending' ? BAND_OPACITY / 2 : BAND_OPACITY,
    lineWidth: 0,
    lineStyle: 'solid',
  };
}

function heightsOf({ worst }: Breach, level: Level, levels: readonly Level[]) {
  if (!worst || !Number.isFinite(worst.value)) {
    return undefined;
  }
  const near = breachedBound(level.condition, worst.value);
  const critical = levels.find(({ severity }) => severity === 'critical');
  const next = critical && level.severity === 'warning' ? breachedBound(critical.condition, worst.value) : worst.value;
  const far = Math.abs(next - near) < Math.abs(worst.value - near) ? next : worst.value;
  return { yMin: Math.min(near, far), yMax: Math.max(near, far) };
}

/** The bound that a breaching value lies beyond; for a range that is breached inside, the nearer one. */
export function breachedBound({ bounds }: Condition, value: number): number {
  return bounds.reduce((nearest, bound) => (Math.abs(bound - value) < Math.abs(nearest - value) ? bound : nearest));
}
