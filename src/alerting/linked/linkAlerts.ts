import type {
  AlertInstance,
  AlertRule,
  AlertRuleState,
  EngineKnown,
  EngineState,
  RoutedAlert,
  Texts,
} from '../../protocol/engine/alertRule';
import type { LinkedAlert, MetricEngine } from '../../protocol/engine/metricEngine';
import type { Metric } from '../../protocol/metric';
import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import { textsOf } from './narrow';
import { compareRules } from '../drift/compareRules';
import { disagree } from '../drift/disagree';
import type { AskingPanel, MatchedMetric, PanelAlert } from './matchAlerts';
import { instancesOf, matchAlerts } from './matchAlerts';

/**
 * The protocol of a panel with what engines say of its metrics: the alert rules that are linked to each, their states,
 * to whom their alerts are routed, and where they differ from what the panel shows.
 *
 * @param ruled - The metrics that the protocol is of, in their order.
 */
export function linkAlerts(
  protocol: Protocol,
  ruled: ReadonlyArray<{ metric: Metric }>,
  known: EngineKnown,
  panel: AskingPanel
): Protocol {
  const matched = matchAlerts(
    known.rules,
    panel,
    ruled.map(({ metric }) => metric)
  );
  const counts = countMetrics(matched.byMetric);
  const engines = protocol.metrics.map((metric, place): MetricEngine => {
    const alerts = (matched.byMetric[place] ?? []).map((alert) =>
      linked(alert, metric, { known, panel, of: ruled[place].metric, isAlone: counts.get(alert.rule) === 1 })
    );
    return { alerts: alerts.sort((a, b) => rank(b) - rank(a)), apart: [] };
  });
  const unpaged = known.isWhole ? unpagedPlaces(protocol.metrics, engines) : [];
  const isNone = unpaged.length > 0 && engines.every(({ alerts }) => alerts.length === 0) && matched.apart.length === 0;
  const teller = protocol.worstFirst.find((place) => !isNone || unpaged.includes(place));
  const apart = matched.apart.map((alert) => apartAlert(alert, protocol.metrics[0], { known, panel }));
  const metrics = protocol.metrics.map((metric, place): MetricProtocol => {
    const isUnpaged = isNone ? place === teller : unpaged.includes(place);
    return {
      ...metric,
      engine: {
        ...engines[place],
        apart: place === teller ? apart : [],
        ...(unpaged.includes(place) && { isUnpaged: true }),
        ...(isUnpaged && { unpaged: isNone ? 'panel' : 'metric' }),
      },
    };
  });
  return { ...protocol, metrics };
}

function countMetrics(byMetric: ReadonlyArray<readonly PanelAlert[]>): Map<AlertRule, number> {
  const counts = new Map<AlertRule, number>();
  byMetric.flat().forEach(({ rule }) => counts.set(rule, (counts.get(rule) ?? 0) + 1));
  return counts;
}

/** The metrics with a rule that could fire, and no alert rule of any engine. */
function unpagedPlaces(metrics: readonly MetricProtocol[], engines: readonly MetricEngine[]): number[] {
  return metrics.flatMap(({ kind, rule }, place) =>
    kind === 'ruled' && rule.levels.length > 0 && engines[place].alerts.length === 0 ? [place] : []
  );
}

interface Surroundings {
  known: EngineKnown;
  panel: AskingPanel;
  of: MatchedMetric;
  /** Whether the rule is for this metric alone. */
  isAlone: boolean;
}

/** Worse is more. */
const RANK: Readonly<Record<EngineState, number>> = {
  normal: 0,
  recovering: 1,
  pending: 2,
  nodata: 3,
  error: 4,
  firing: 5,
};

function rank({ state, rule }: LinkedAlert): number {
  return (state === undefined ? -1 : RANK[state]) + (rule.severity === 'critical' ? 0.5 : 0);
}

function linked(alert: PanelAlert, metric: MetricProtocol, { known, panel, of, isAlone }: Surroundings): LinkedAlert {
  const told = known.states.get(alert.rule.id);
  const worst = worstOf(instancesOf(told?.instances ?? [], of, { repeat: panel.repeat, isAlone }));
  const state = stateOf(alert.rule, told, worst);
  const routed = instancesOf(
    known.alerts.filter((one) => isOf(one, alert.rule)),
    of,
    { repeat: panel.repeat, isAlone }
  );
  const found: Omit<LinkedAlert, 'disagreement'> = {
    ...alert,
    state,
    since: state === 'normal' ? undefined : worst?.activeAt,
    firesAt: state === 'pending' ? firesAt(alert.rule, told, worst) : undefined,
    error: told?.error,
    isPaused: alert.rule.isPaused || told?.isPaused === true,
    labels: worst ? commonLabels(of, worst) : {},
    ...routing(routed, alert.rule, known),
    drift: compareRules(metric.rule, alert.rule, alert.asks, textsOf(of.labels)),
  };
  return { ...found, disagreement: disagree(metric, found, told) };
}

/** Of a rule that is for no metric in particular: all of its alerts together. */
function apartAlert(
  alert: PanelAlert,
  metric: MetricProtocol,
  { known, panel }: Pick<Surroundings, 'known' | 'panel'>
): LinkedAlert {
  const none = { name: '', labels: {} };
  const { disagreement, ...found } = linked(alert, metric, { known, panel, of: none, isAlone: true });
  return { ...found, drift: { ...found.drift, fields: [] } };
}

/** An engine tells of the series that are not normal; where it told of the rule at all, the others are. */
function stateOf(
  rule: AlertRule,
  told: AlertRuleState | undefined,
  worst: AlertInstance | undefined
): EngineState | undefined {
  if (!told || rule.isPaused || told.isPaused) {
    return undefined;
  }
  if (worst) {
    return worst.state;
  }
  return told.error !== undefined ? 'error' : told.evaluatedAt === undefined ? undefined : 'normal';
}

function worstOf(instances: readonly AlertInstance[]): AlertInstance | undefined {
  return instances.reduce<AlertInstance | undefined>(
    (worst, one) =>
      worst === undefined ||
      RANK[one.state] > RANK[worst.state] ||
      (one.state === worst.state && (one.activeAt ?? Infinity) < (worst.activeAt ?? Infinity))
        ? one
        : worst,
    undefined
  );
}

/** The first evaluation at which it has been pending for long enough: engines judge at their steps alone. */
function firesAt(
  { forMs, intervalMs }: AlertRule,
  told: AlertRuleState | undefined,
  pending: AlertInstance | undefined
): number | undefined {
  if (pending?.activeAt === undefined) {
    return undefined;
  }
  const due = pending.activeAt + forMs;
  const { evaluatedAt } = told ?? {};
  return evaluatedAt === undefined || !intervalMs || due <= evaluatedAt
    ? due
    : evaluatedAt + Math.ceil((due - evaluatedAt) / intervalMs) * intervalMs;
}

function commonLabels({ labels = {} }: MatchedMetric, { labels: own }: AlertInstance): Texts {
  return Object.fromEntries(
    Object.entries(own).filter(([name, value]) => name !== '__name__' && labels[name] === value)
  );
}

/** Whether an alert of the alert manager is one of a rule's: by the uid that Grafana gives it. */
function isOf(alert: RoutedAlert, { engine }: AlertRule): boolean {
  return engine.kind === 'grafana' && engine.uid !== undefined && alert.ruleUid === engine.uid;
}

function routing(
  routed: readonly RoutedAlert[],
  rule: AlertRule,
  { silences, failed }: EngineKnown
): Pick<LinkedAlert, 'routedTo' | 'silences' | 'isInhibited' | 'failed'> {
  const receivers = [...new Set(routed.flatMap((alert) => alert.receivers))];
  const routedTo = receivers.length > 0 || rule.receiver === undefined ? receivers : [rule.receiver];
  const ids = new Set(routed.flatMap(({ silencedBy }) => silencedBy));
  return {
    routedTo,
    silences: silences.filter(({ id }) => ids.has(id)),
    isInhibited: routed.some(({ isInhibited }) => isInhibited),
    failed: failed.filter(({ receiver }) => routedTo.includes(receiver)),
  };
}
