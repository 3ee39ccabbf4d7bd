import { stringify } from 'yaml';

import type { Alert, Refusal, Target } from '../src/alerting/export/alert';
import { apartTitles } from '../src/alerting/export/apartTitles';
import { dashboardAlerts, onlyOnce } from '../src/alerting/export/exportDashboard';
import { grafanaFile } from '../src/alerting/export/grafana/grafanaFile';
import { grafanaRules } from '../src/alerting/export/grafana/grafanaRules';
import { prometheusFile, prometheusRules } from '../src/alerting/export/prometheus/prometheusRules';
import { english } from '../src/words/english';
import type { DashboardFile } from './dashboards';

/** The first words of every file: who wrote it, so that it is known again. */
export const HEAD = '# Written by protocol-export. Change the dashboard, not this file.\n';

/** How rule files are written. */
export interface Writing {
  target: Target;
  /** Grafana's folder of the rules; undefined: one of the dashboard's title. */
  folder?: string;
  contactPoints: readonly string[];
  /** The address of Grafana, for links to panels; undefined: there are none. */
  grafanaUrl?: string;
  /** The moment at which rules with dates are taken, epoch ms. */
  at?: number;
}

/** The rule file of a dashboard. */
export interface RuleFile {
  name: string;
  text: string;
  alerts: number;
}

/** The rule files of dashboards, those without a rule left out, and what could not be exported of them. */
export function ruleFiles(
  dashboards: readonly DashboardFile[],
  writing: Writing
): { files: RuleFile[]; refused: Refusal[] } {
  const exported = dashboards.map(({ dashboard }) => dashboardAlerts(dashboard, writing.at));
  const { made, refused } = onlyOnce(
    exported.flatMap((one) => one.made),
    exported.flatMap((one) => one.refused)
  );
  const kept = new Set(made);
  const written = exported.map((one, index) =>
    fileOf(
      dashboards[index],
      one.made.filter((alert) => kept.has(alert)),
      writing
    )
  );
  return {
    files: written.flatMap(({ file }) => (file ? [file] : [])),
    refused: [...refused, ...written.flatMap((one) => one.refused)],
  };
}

function fileOf(
  { name, dashboard }: DashboardFile,
  alerts: readonly Alert[],
  writing: Writing
): { file?: RuleFile; refused: readonly Refusal[] } {
  const { made, refused, content } = contentOf(alerts, dashboard.title, writing);
  // Long lines stay whole, so that a changed word changes a line.
  const text = HEAD + stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });
  return { refused, ...(made > 0 && { file: { name: `${name}.yaml`, text, alerts: made } }) };
}

function contentOf(alerts: readonly Alert[], title: string, { target, folder, contactPoints, grafanaUrl }: Writing) {
  if (target === 'prometheus') {
    const url = grafanaUrl?.replace(/\/+$/, '');
    const { made, refused } = prometheusRules(english, alerts, url === undefined ? undefined : panelUrlAt(url));
    return { made: made.length, refused, content: prometheusFile(made) };
  }
  const { made, refused } = grafanaRules(english, alerts, { contactPoints });
  const apart = apartTitles(
    made,
    (rule) => rule.title,
    (rule, apartTitle) => ({ ...rule, title: apartTitle })
  );
  return { made: made.length, refused, content: grafanaFile(apart, folder ?? title) };
}

function panelUrlAt(url: string): (alert: Alert) => string {
  return ({ home: { dashboardUid, panelId } }) => `${url}/d/${encodeURIComponent(dashboardUid)}?viewPanel=${panelId}`;
}
