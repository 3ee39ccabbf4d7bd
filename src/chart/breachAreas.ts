import { type Span } from '../evaluation/evaluation';
import { type MetricProtocol } from '../protocol/protocol';
import { type Condition, type Severity } from '../rule/level';
import { type Box } from './annotationFrames';

const AREA_OPACITY = 0.2;

/**
 * The breached area: from the level to the worst value, for as long as the breach fired. At most `max` boxes, the
 * newest ones.
 *
 * @param colorOf the colour of a severity
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
  const end = Math.min(span.to, span.now ?? span.to);
  return metric.view.breaches
    .flatMap(({ severity, firingSince, end: endedAt, worst }) => {
      const level = metric.rule.levels.find((candidate) => candidate.severity === severity);
      if (!level || !worst || !Number.isFinite(worst.value)) {
        return [];
      }
      const edge = breachedBound(level.condition, worst.value);
      return {
        xMin: Math.max(firingSince ?? span.from, span.from),
        xMax: Math.min(endedAt ?? end, end),
        yMin: Math.min(edge, worst.value),
        yMax: Math.max(edge, worst.value),
        color: colorOf(severity),
        fillOpacity: AREA_OPACITY,
        lineWidth: 0,
        lineStyle: 'solid' as const,
      };
    })
    .slice(-max);
}

/** The bound that a breaching value lies beyond; for a range that is breached inside, the nearer one. */
export function breachedBound({ bounds }: Condition, value: number): number {
  return bounds.reduce((nearest, bound) => (Math.abs(bound - value) < Math.abs(nearest - value) ? bound : nearest));
}
