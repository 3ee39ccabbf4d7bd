import type { DataQueryRequest, PanelData } from '@grafana/data';
import { CoreApp, LoadingState, dateTime } from '@grafana/data';
import { HOUR } from '../time/units';

/** Mon 23 Nov 2026, 09:00 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 9);

/** A panel's request for the last hour. */
export function panelRequest(overrides: Partial<DataQueryRequest> = {}): DataQueryRequest {
  return {
    requestId: 'SQR1',
    app: CoreApp.Dashboard,
    timezone: 'utc',
    range: lastHour(),
    rangeRaw: lastHour().raw,
    interval: '15s',
    intervalMs: 15_000,
    maxDataPoints: 240,
    scopedVars: {
      __interval: { text: '15s', value: '15s' },
      __interval_ms: { text: '15000', value: 15_000 },
      team: { text: 'SRE', value: 'sre' },
    },
    targets: [{ refId: 'A', datasource: { type: 'prometheus', uid: 'prom' } }],
    startTime: NOW,
    ...overrides,
  };
}

/** What a panel shows of it. */
export function panelData(overrides: Partial<PanelData> = {}): PanelData {
  return { state: LoadingState.Done, series: [], request: panelRequest(), timeRange: lastHour(), ...overrides };
}

function lastHour() {
  return { from: dateTime(NOW - HOUR), to: dateTime(NOW), raw: { from: 'now-1h', to: 'now' } };
}

/** A scene as a request names it for its variables: the one that asks, below those that pass its data on. */
export function sceneVariable(...above: Array<{ transformations?: unknown }>) {
  let object: object = { state: {} };
  const asks = object;
  for (const state of above) {
    const parent = { state: { ...state, $data: object } };
    Object.assign(object, { parent });
    object = parent;
  }
  return { __sceneObject: { text: '__sceneObject', value: { valueOf: () => asks } } };
}
