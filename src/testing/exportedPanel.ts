import { readSavedDashboard } from '../frames/savedDashboard';
import type { Alert, Exported } from '../alerting/export/alert';
import { dashboardAlerts } from '../alerting/export/exportDashboard';

/** A rule with a level and somebody to act. */
export const RULE = { operator: '<', critical: 20, for: '5m', owner: 'Demand Gen', action: 'Pause campaigns' };

const PROM = { type: 'prometheus', uid: 'prom' };

/** What is said of a panel that is to be exported; left out, it asks Prometheus one query and has one default rule. */
export interface PanelJson {
  rule?: object;
  expr?: string;
  legend?: string;
  targets?: object[];
  overrides?: object[];
  defaults?: object;
  options?: object;
  panel?: object;
  dashboard?: object;
  variables?: object[];
  at?: number;
}

/** The JSON of a dashboard with one panel. */
export function dashboardJson(json: PanelJson): object {
  const { rule = RULE, expr = 'leads', legend = '', overrides = [], defaults, options, panel, variables = [] } = json;
  const targets = json.targets ?? [{ refId: 'A', expr, legendFormat: legend }];
  return {
    uid: 'sales',
    title: 'Sales',
    templating: { list: variables },
    panels: [
      {
        id: 7,
        type: 'protocolops-protocol-panel',
        title: 'Leads',
        datasource: PROM,
        targets,
        fieldConfig: { defaults: { ...defaults, custom: { rule } }, overrides },
        options,
        ...panel,
      },
    ],
    ...json.dashboard,
  };
}

/** The alerts of a dashboard with one panel. */
export function exportedPanel(json: PanelJson): Exported<Alert> {
  return dashboardAlerts(readSavedDashboard(dashboardJson(json)), json.at);
}

/** An override that states a rule for the series of a name. */
export function ruleFor(name: string, rule: object): object {
  return { matcher: { id: 'byName', options: name }, properties: [{ id: 'custom.rule', value: rule }] };
}
