import type { BackendSrv } from '@grafana/runtime';
import { lastValueFrom, timeout } from 'rxjs';

import { isObject } from '../../rule/isObject';
import { SECOND } from '../../time/units';
import type { EngineApi } from './engineApi';
import { EngineFailure } from './engineApi';

/** An engine that takes longer is asked again later. */
const REPLY_MS = 20 * SECOND;

const STATES = '/api/prometheus/grafana/api/v1/rules';
const DEFINITIONS = '/api/ruler/grafana/api/v1/rules';
const ALERT_MANAGER = '/api/alertmanager/grafana';

/**
 * The engines behind a Grafana. Nothing that fails is shown by Grafana itself: who does not know says nothing.
 *
 * @param backend - That of `getBackendSrv()`.
 */
export function grafanaEngine(backend: Pick<BackendSrv, 'fetch'>): EngineApi {
  const ask = async (url: string, params: Record<string, unknown> = {}): Promise<unknown> => {
    try {
      const request = { method: 'GET', url, params, showErrorAlert: false, showSuccessAlert: false };
      return (await lastValueFrom(backend.fetch<unknown>(request).pipe(timeout(REPLY_MS)))).data;
    } catch (error) {
      throw failureOf(error);
    }
  };
  return {
    states: (dashboardUid) => ask(STATES, { dashboard_uid: dashboardUid }),
    definitions: (dashboardUid) => ask(DEFINITIONS, dashboardUid === undefined ? {} : { dashboard_uid: dashboardUid }),
    alerts: () => ask(`${ALERT_MANAGER}/api/v2/alerts`),
    silences: () => ask(`${ALERT_MANAGER}/api/v2/silences`),
    receivers: () => ask(`${ALERT_MANAGER}/config/api/v1/receivers`),
    sourceRules: (dataSourceUid) => ask(`/api/prometheus/${encodeURIComponent(dataSourceUid)}/api/v1/rules`),
  };
}

/** Who may not ask, and a Grafana that does not know the question, will not be answered a moment later. */
function failureOf(error: unknown): EngineFailure {
  const status = isObject(error) && typeof error.status === 'number' ? error.status : 0;
  const isRefused = status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
  return new EngineFailure(isRefused ? 'refused' : 'away', String(status || error));
}
