import { MINUTE } from '../../../time/units';
import type { Translate } from '../../../words/translate';
import type { Alert, Exported, RefusalCode } from '../alert';
import { isPrometheus } from '../dataSources';
import { partRefused } from '../partRefused';
import { promDuration } from '../promDuration';
import { alertTexts } from '../texts';
import { alertExpression, hasRecovery, UID_LABEL } from './expression';

/** How far back Prometheus looks for a sample: what `ALERTS` says is forgotten after that. */
const LOOKBACK_MS = 5 * MINUTE;

/** An alerting rule as Prometheus' and Mimir's rule files have it. */
export interface PrometheusRule {
  alert: string;
  expr: string;
  for?: string;
  keep_firing_for?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** A rule file. */
export interface PrometheusFile {
  groups: ReadonlyArray<{ name: string; interval: string; rules: readonly PrometheusRule[] }>;
}

/** A rule, and what it was made of. */
export interface MadeRule<Rule> {
  alert: Alert;
  rule: Rule;
}

/**
 * The rules by which Prometheus judges what the panel judges, and what it has no words for.
 *
 * @param panelUrl - The address of an alert's panel; left out, none is written.
 */
export function prometheusRules(
  t: Translate,
  alerts: readonly Alert[],
  panelUrl?: (alert: Alert) => string
): Exported<MadeRule<PrometheusRule>> {
  const { taken, refused } = partRefused(alerts.map((alert) => ({ alert, code: refusalOf(alert) })));
  return { made: taken.map((alert) => ({ alert, rule: prometheusRule(t, alert, panelUrl?.(alert)) })), refused };
}

/** Groups the rules of one dashboard by how often they are judged. */
export function prometheusFile(made: ReadonlyArray<MadeRule<PrometheusRule>>): PrometheusFile {
  const steps = [...new Set(made.map(({ alert }) => alert.stepMs))].sort((a, b) => a - b);
  return {
    groups: steps.map((stepMs) => ({
      name: groupName(made[0].alert, stepMs),
      interval: promDuration(stepMs),
      rules: made.filter(({ alert }) => alert.stepMs === stepMs).map(({ rule }) => rule),
    })),
  };
}

/** The name of a group: unique for a dashboard and an interval. */
export function groupName({ home: { dashboardTitle, dashboardUid } }: Alert, stepMs: number): string {
  return `${dashboardTitle} (${dashboardUid}), every ${promDuration(stepMs)}`;
}

function refusalOf(alert: Alert): RefusalCode | undefined {
  const { query, rule, volume, stepMs } = alert;
  if (!isPrometheus(query.dataSource.type) || typeof query.model.expr !== 'string') {
    return 'notPrometheus';
  }
  if (hasRecovery(alert) && rule.keepFiringForMs > 0) {
    return 'recoveryKept';
  }
  if (hasRecovery(alert) && stepMs >= LOOKBACK_MS) {
    return 'recoveryStep';
  }
  if (rule.noData === 'alerting' || rule.noData === 'keep') {
    return 'noDataState';
  }
  if (volume && stepMs >= LOOKBACK_MS) {
    return 'recoveryStep';
  }
  return volume && (rule.forMs > 0 || rule.keepFiringForMs > 0) ? 'volumeFor' : undefined;
}

function prometheusRule(t: Translate, alert: Alert, url: string | undefined): PrometheusRule {
  const { rule, uid } = alert;
  const { title, labels, annotations } = alertTexts(t, alert, '{{ printf "%.4g" $value }}');
  const all = { ...labels, [UID_LABEL]: uid };
  return {
    alert: title,
    expr: alertExpression(alert, Object.keys(all)),
    ...(rule.forMs > 0 && { for: promDuration(rule.forMs) }),
    ...(rule.keepFiringForMs > 0 && { keep_firing_for: promDuration(rule.keepFiringForMs) }),
    labels: all,
    annotations: { ...annotations, ...(url !== undefined && { panel_url: url }), ...panelLink(alert) },
  };
}

/** What a panel finds the rules by that are linked to it, as Grafana writes it into its own. */
function panelLink({ home: { dashboardUid, panelId } }: Alert): Record<string, string> {
  return { __dashboardUid__: dashboardUid, __panelId__: String(panelId) };
}
