import { isRecord } from '../../rule/isRecord';
import type { FoundQuery } from '../../frames/foundPanel';

/** The data sources that speak PromQL. */
const PROMETHEUS: ReadonlySet<string> = new Set([
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
  'victoriametrics-metrics-datasource',
]);

/** Whether a data source is asked in PromQL. */
export function isPrometheus(type: string | undefined): boolean {
  return type !== undefined && PROMETHEUS.has(type);
}

/** Whether a query asks another panel of the dashboard. */
export function asksDashboard({ dataSource }: FoundQuery): boolean {
  return dataSource.uid === '-- Dashboard --' || dataSource.name === '-- Dashboard --';
}

/** Whether a query asks Grafana itself, which no alert rule can. */
export function asksGrafana({ dataSource }: FoundQuery): boolean {
  return dataSource.uid === '-- Grafana --' || dataSource.name === '-- Grafana --' || dataSource.type === 'grafana';
}

/** Whether what a query returns goes on arriving by itself: an engine asks, and does not listen. */
export function isStreaming({ model }: FoundQuery): boolean {
  const { scenarioId, queryType, live, stream } = model;
  return (
    scenarioId === 'streaming_client' ||
    scenarioId === 'live' ||
    queryType === 'measurements' ||
    live === true ||
    isRecord(stream)
  );
}
