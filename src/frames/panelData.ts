import type { PanelData } from '@grafana/data';

import { isObject } from '../rule/isObject';

/** Whether what a scene object keeps as its data is a panel's data, as far as they are looked at. */
export function isPanelData(data: unknown): data is PanelData {
  return isObject(data) && Array.isArray(data.series) && typeof data.state === 'string' && isTimeRange(data.timeRange);
}

function isTimeRange(range: unknown): boolean {
  return isObject(range) && isObject(range.raw) && [range.from, range.to].every(isMoment);
}

function isMoment(moment: unknown): boolean {
  return isObject(moment) && Number.isFinite(moment.valueOf());
}
