import type { DataQueryRequest, DataSourceInstanceSettings, PanelProps } from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';

import type { PanelToExport } from '../../alerting/export/alertsOf';
import type { SeenMetric } from '../../alerting/export/seriesOf';
import type { Variables } from '../../alerting/export/variables';
import type { FoundQuery } from '../../frames/foundPanel';
import { dashboardTitle } from '../../frames/sceneObject';
import { readScenePanels } from '../../frames/scenePanels';
import type { StatedMetric } from '../../protocol/ruleMetrics';
import type { RuleInput } from '../../rule/schema';
import { isRecord } from '../../rule/isRecord';
import { findMetrics } from '../../frames/metrics';

/** A panel on the screen, as far as its export asks. */
export type ShownPanel = Pick<PanelProps, 'data'>;

/**
 * A panel on the screen as its rules are exported: with what is changed and not saved yet, with the values of the
 * variables, the data sources that they choose, and the series that are there.
 *
 * @param stated - What the rules of its metrics are merged from, for those of a rule sheet.
 * @returns Undefined where Grafana does not tell which panel asks.
 */
export function panelToExport({ data }: ShownPanel, stated: readonly StatedMetric[]): PanelToExport | undefined {
  const { request } = data;
  const panel = request && readScenePanels(request).panels?.find(({ isAsking }) => isAsking);
  if (!request || !panel) {
    return undefined;
  }
  const queries = panel.queries.map((query) => inSource(query, request));
  return {
    panel: { ...panel, queries },
    dashboard: { uid: request.dashboardUID, title: dashboardTitle(request) ?? '' },
    variables: variablesNow(request, panel.repeat),
    isFiltered: (request.filters?.length ?? 0) > 0,
    repeat: panel.repeat,
    at: request.startTime,
    seen: seenMetrics(data, stated),
    withoutAlerts: queries
      .filter((query) => settingsOf(query, request)?.meta.alerting !== true)
      .map(({ refId }) => refId),
  };
}

/** With the data source that it really asks: the default one, or the one that a variable chooses. */
function inSource(query: FoundQuery, request: DataQueryRequest): FoundQuery {
  const settings = settingsOf(query, request);
  return settings ? { ...query, dataSource: { type: settings.type, uid: settings.uid } } : query;
}

function settingsOf({ dataSource }: FoundQuery, request: DataQueryRequest): DataSourceInstanceSettings | undefined {
  const { uid, type, name } = dataSource;
  return getDataSourceSrv().getInstanceSettings(
    name ?? (uid === undefined ? undefined : { uid, type }),
    request.scopedVars
  );
}

function variablesNow({ scopedVars }: DataQueryRequest, repeat: Readonly<Record<string, string>>): Variables {
  const templates = getTemplateSrv();
  const values = new Map<string, string[] | undefined>();
  for (const { name } of templates.getVariables()) {
    // As JSON it is a text or a list of them, whatever is chosen.
    values.set(name, valuesIn(templates.replace(`\${${name}:json}`, scopedVars)));
  }
  for (const [name, value] of Object.entries(repeat)) {
    values.set(name, [value]);
  }
  return values;
}

function valuesIn(json: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    const texts = values.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
    return texts.length > 0 ? texts : undefined;
  } catch {
    return undefined;
  }
}

function seenMetrics(data: PanelProps['data'], stated: readonly StatedMetric[]): SeenMetric[] {
  const found = findMetrics(data.series);
  const rows = new Map(stated.map(({ id, sources }) => [id, sources.sheet]));
  return (typeof found === 'string' ? [] : found).map(({ id, refId, name, labels = {} }) => ({
    refId,
    name,
    labels: Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, String(value)])),
    row: isRow(rows.get(id)),
  }));
}

function isRow(row: unknown): RuleInput | undefined {
  return isRecord(row) ? row : undefined;
}
