import type { MetricProtocol } from '../protocol/protocol';
import { acceptedUntil } from '../protocol/responses/accepted';
import { ruleToBegin } from '../protocol/versions';

/** What a state badge shows: a state of the evaluation, with firing split by severity, or why there is none. */
export type Badge =
  | 'critical'
  | 'warning'
  | 'pending'
  | 'recovering'
  | 'normal'
  | 'stale'
  | 'nodata'
  | 'error'
  | 'unknown'
  | 'crossed'
  | 'notCrossed'
  | 'context'
  | 'unruled'
  | 'toBegin'
  | 'noLevel';

/** How a badge is coloured: grey (`neutral`) is for what is not known or not agreed. */
export type Tone = 'critical' | 'warning' | 'normal' | 'neutral';

/** The tone of every badge. */
export const TONES: Readonly<Record<Badge, Tone>> = {
  critical: 'critical',
  warning: 'warning',
  pending: 'warning',
  recovering: 'warning',
  normal: 'normal',
  stale: 'neutral',
  nodata: 'neutral',
  error: 'neutral',
  unknown: 'neutral',
  crossed: 'neutral',
  notCrossed: 'neutral',
  context: 'neutral',
  unruled: 'neutral',
  toBegin: 'neutral',
  noLevel: 'neutral',
};

/** The badge of a metric. Without a rule that can fire, only trouble with the data is a state. */
export function badgeOf(metric: Pick<MetricProtocol, 'kind' | 'now' | 'crossed' | 'upcoming'>): Badge {
  const { kind, now, crossed } = metric;
  const { state } = now;
  if (state === 'error' || state === 'nodata' || state === 'stale') {
    return state;
  }
  switch (kind) {
    case 'levelOnly':
      return crossed ? 'crossed' : state === 'unknown' ? 'unknown' : 'notCrossed';
    case 'context':
      return kind;
    case 'unruled':
      return ruleToBegin(metric) ? 'toBegin' : kind;
    case 'ruled':
      return ruledBadge(now);
  }
}

function ruledBadge(now: MetricProtocol['now']): Badge {
  switch (now.state) {
    case 'firing':
      return now.severity;
    case 'unruled':
      return 'noLevel';
    default:
      return now.state;
  }
}

/** A broken agreement. */
export function isFiring(metric: Pick<MetricProtocol, 'kind' | 'now'>): boolean {
  return metric.kind === 'ruled' && metric.now.state === 'firing';
}

/** A broken agreement that nobody lives with for now: the only thing that the panel is loud for. */
export function isLoud(metric: Pick<MetricProtocol, 'kind' | 'now' | 'response'>): boolean {
  return isFiring(metric) && acceptedUntil(metric) === undefined;
}
