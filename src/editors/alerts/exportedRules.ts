import { stringify } from 'yaml';

import type { Alert, Refusal, Target } from '../../alerting/export/alert';
import type { PanelToExport } from '../../alerting/export/alertsOf';
import { alertsOf } from '../../alerting/export/alertsOf';
import { apartTitles } from '../../alerting/export/apartTitles';
import { onlyOnce } from '../../alerting/export/exportDashboard';
import { grafanaFile } from '../../alerting/export/grafana/grafanaFile';
import type { GrafanaRule } from '../../alerting/export/grafana/grafanaRules';
import { grafanaRules } from '../../alerting/export/grafana/grafanaRules';
import type { MadeRule } from '../../alerting/export/prometheus/prometheusRules';
import { prometheusFile, prometheusRules } from '../../alerting/export/prometheus/prometheusRules';
import { t } from '../../locales/t';
import type { AlertPlace } from './alertPlace';

/** The alert rules of a panel on the screen. */
export interface ExportedRules {
  /** The file; undefined where there is no rule. */
  text?: string;
  alerts: readonly Alert[];
  /** Grafana's rules, of which the form can be filled in. */
  rules: ReadonlyArray<MadeRule<GrafanaRule>>;
  refused: readonly Refusal[];
}

/** Exports a panel to one of the engines. */
export function exportedRules(
  panel: PanelToExport,
  target: Target,
  { folder, contactPoints }: AlertPlace
): ExportedRules {
  const exported = alertsOf(panel);
  const { made: alerts, refused } = onlyOnce(exported.made, exported.refused);
  if (target === 'prometheus') {
    const found = prometheusRules(t, alerts);
    return { ...toldOf(found.made, [...refused, ...found.refused], () => prometheusFile(found.made)), rules: [] };
  }
  const found = grafanaRules(t, alerts, { contactPoints });
  const rules = apartTitles(
    found.made,
    (rule) => rule.title,
    (rule, title) => ({ ...rule, title })
  );
  const file = () => grafanaFile(rules, folder?.title ?? panel.dashboard.title);
  return { ...toldOf(rules, [...refused, ...found.refused], file), rules };
}

function toldOf(made: ReadonlyArray<MadeRule<unknown>>, refused: readonly Refusal[], file: () => object) {
  const text = made.length > 0 ? stringify(file(), { lineWidth: 0, aliasDuplicateObjects: false }) : undefined;
  return { text, alerts: made.map(({ alert }) => alert), refused };
}
