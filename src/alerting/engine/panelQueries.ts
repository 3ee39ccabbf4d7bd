import type { DataQueryRequest, DataSourceInstanceSettings } from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';

import { isObject } from '../../rule/isObject';
import type { PanelQuery } from '../linked/askedBy';

/** Data sources whose engines evaluate rules of their own, as Grafana asks them. */
const WITH_RULES = /prometheus|loki|mimir/i;

/** The queries of a panel's request as they are asked: with its variables put in. */
export function panelQueries(request: DataQueryRequest | undefined): PanelQuery[] {
  return (request?.targets ?? []).map((target) => ({
    refId: target.refId,
    dataSourceUid: settingsOf(target, request?.scopedVars)?.uid ?? '',
    model: filled(target, request?.scopedVars) as Record<string, unknown>,
  }));
}

/** The data sources of a panel's request whose engines may have alert rules for it. */
export function engineSources(request: DataQueryRequest | undefined): string[] {
  const settings = (request?.targets ?? []).map((target) => settingsOf(target, request?.scopedVars));
  return [...new Set(settings.flatMap((one) => (one && mayHaveRules(one) ? [one.uid] : [])))];
}

function mayHaveRules({ type, jsonData }: DataSourceInstanceSettings): boolean {
  const settings: unknown = jsonData;
  return WITH_RULES.test(type) && !(isObject(settings) && settings.manageAlerts === false);
}

type ScopedVars = DataQueryRequest['scopedVars'];

function settingsOf({ datasource }: DataQueryRequest['targets'][number], scopedVars: ScopedVars | undefined) {
  return getDataSourceSrv().getInstanceSettings(datasource, scopedVars);
}

function filled(value: unknown, scopedVars: ScopedVars | undefined): unknown {
  if (typeof value === 'string') {
    return value.includes('$') || value.includes('[[') ? getTemplateSrv().replace(value, scopedVars) : value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => filled(one, scopedVars));
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, scopedVars)]))
    : value;
}
