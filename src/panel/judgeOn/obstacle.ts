import type { DataQueryRequest, PanelData } from '@grafana/data';

import { asksPanels } from '../../frames/dashboardSource';
import type { CannotJudgeOn } from '../../protocol/protocol';
import { isStream } from '../stream';
import { isHarmless, readTransformations } from './transformations';

/** What a saved query of a snapshot is called. */
const SNAPSHOT_QUERY = 'snapshot';

/**
 * Why a panel can't run queries of its own beside those whose data it shows.
 *
 * @param data - what the panel shows
 * @param isPublic - whether it is on a public dashboard, which allows no free queries
 * @returns undefined where it can
 */
export function obstacleOf(data: PanelData, isPublic: boolean): CannotJudgeOn | undefined {
  const { request } = data;
  if (isPublic) {
    return 'publicDashboard';
  }
  if (isStreaming(data)) {
    return 'streaming';
  }
  if (!request) {
    // Data that nobody asked for was saved with the dashboard.
    return data.series.length > 0 ? 'snapshot' : undefined;
  }
  if (request.targets.some(({ queryType }) => queryType === SNAPSHOT_QUERY)) {
    return 'snapshot';
  }
  if (request.targets.some(asksPanels)) {
    return 'dashboardSource';
  }
  return changesNamesOrValues(request) ? 'transformations' : undefined;
}

function isStreaming(data: PanelData): boolean {
  return (
    isStream(data) ||
    data.request?.liveStreaming === true ||
    data.series.some((frame) => frame?.meta?.channel !== undefined)
  );
}

function changesNamesOrValues(request: DataQueryRequest): boolean {
  return readTransformations(request)?.every(isHarmless) === false;
}
