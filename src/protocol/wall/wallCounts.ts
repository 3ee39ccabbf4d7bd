import type { Unread } from './failures';
import type { WallMetric } from './wallMetrics';

/** How the metrics of a wall stand, over all of its panels. */
export interface WallCounts {
  critical: number;
  warning: number;
  overdue: number;
  /** Metrics that can't be judged, and what could not be read and has no metric; what is in breach as last known is none. */
  unjudged: number;
  pending: number;
  recovering: number;
  accepted: number;
  normal: number;
  /** Metrics that are asked for a rule and have none; those that are shown for context are not. */
  unruled: number;
  /** Metrics with a rule that could be judged now. */
  checked: number;
  /** All that there should be, each once: the sum of the places. */
  of: number;
}

/** Counts what a wall shows. */
export function wallCounts(metrics: readonly WallMetric[], unread: readonly Unread[]): WallCounts {
  const count = (is: (one: WallMetric) => boolean) => metrics.filter(is).length;
  const at = (place: WallMetric['place']) => count((one) => one.place === place);
  const marked = (state: string) => count((one) => one.place === 'marked' && one.metric.now.state === state);
  const [critical, warning, normal] = [at('critical'), at('warning'), at('normal')];
  const placed = critical + warning + normal + at('marked');
  const asLastKnown = count(({ place, isLost }) => isLost === true && (place === 'critical' || place === 'warning'));
  const unjudged = at('unjudged') + unread.length;
  return {
    critical,
    warning,
    overdue: count(({ isOverdue }) => isOverdue),
    unjudged,
    pending: marked('pending'),
    recovering: marked('recovering'),
    accepted: marked('firing'),
    normal,
    unruled: count(({ place, metric }) => place === 'apart' && metric.kind !== 'context'),
    checked: placed - asLastKnown,
    of: placed + unjudged,
  };
}

/**
 * What a wall says as a whole: that something fires; that all is well, which it says only where everything was checked and is
 * normal, and nothing of its dashboard is missing; that nothing fires, though something is under way, accepted or missing;
 * that nothing fires of what could be checked; or that there is nothing to check.
 */
export type WallMood = 'firing' | 'allClear' | 'quiet' | 'notAll' | 'nothing';

/**
 * The mood of a wall with these counts.
 *
 * @param isWhole - Whether every panel of its dashboard that may keep rules is on it.
 */
export function wallMood({ critical, warning, normal, unjudged, of }: WallCounts, isWhole: boolean): WallMood {
  if (critical + warning > 0) {
    return 'firing';
  }
  if (of === 0) {
    return 'nothing';
  }
  if (unjudged > 0) {
    return 'notAll';
  }
  return normal === of && isWhole ? 'allClear' : 'quiet';
}
