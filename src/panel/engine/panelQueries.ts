import type { DataSourceInstanceSettings, PanelProps } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

import type { PanelQuery } from '../../alerting/linked/askedBy';
import { isObject } from '../../rule/isObject';

/** What of the panel is looked at. */
type Asking = Pick<PanelProps, 'data' | 'replaceVariables'>;

/** Data sources whose engines evaluate rules of their own, as Grafana asks them. */
const WITH_RULES = /prometheus|loki|mimir/i;

/** The queries of a panel as they are asked: with its variables put in. */
export function panelQueries({ data: { request }, replaceVariables }: Asking): PanelQuery[] {
  return (request?.targets ?? []).map((target) => ({
    refId: target.refId,
    dataSourceUid: settingsOf(target, request?.scopedVars)?.uid ?? '',
    model: filled(target, replaceVariables) as Record<string, unknown>,
  }));
}

/** The data sources of a panel whose engines may have alert rules for it. */
export function engineSources({ data: { request } }: Asking): string[] {
  const settings = (request?.targets ?? []).map((target) => settingsOf(target, request?.scopedVars));
  return [...new Set(settings.flatMap((one) => (one && mayHaveRules(one) ? [one.uid] : [])))];
}

function mayHaveRules({ type, jsonData }: DataSourceInstanceSettings): boolean {
  const settings: unknown = jsonData;
  return WITH_RULES.test(type) && !(isObject(settings) && settings.manageAlerts === false);
}

type Request = NonNullable<PanelProps['data']['request']>;

function settingsOf({ datasource }: Request['targets'][number], scopedVars: Request['scopedVars'] | undefined) {
  return getDataSourceSrv().getInstanceSettings(datasource, scopedVars);
}

function filled(value: unknown, fill: PanelProps['replaceVariables']): unknown {
  if (typeof value === 'string') {
    return value.includes('$') || value.includes('[[') ? fill(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => filled(one, fill));
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, fill)]))
    : value;
}
