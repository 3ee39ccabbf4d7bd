import type { DataQueryRequest } from '@grafana/data';

import { askingObject, lineage } from '../../frames/sceneObject';
import { isObject } from '../../rule/isObject';

/**
 * Has the dashboard that a request comes from ask for all that it shows, as its refresh button does: by the time range of its
 * scene. Where Grafana names no scene, or one of another form, nothing is done, and the next refresh comes in its time.
 */
export function refreshDashboard(request: DataQueryRequest): void {
  const asking = askingObject(request);
  const timeRange = asking && lineage(asking).at(-1)?.state.$timeRange;
  if (isRefreshed(timeRange)) {
    timeRange.onRefresh();
  }
}

function isRefreshed(timeRange: unknown): timeRange is { onRefresh: () => void } {
  return isObject(timeRange) && typeof timeRange.onRefresh === 'function';
}
