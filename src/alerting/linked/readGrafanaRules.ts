import type { AlertRule, AlertQuery, Texts } from '../../protocol/engine/alertRule';
import type { Rule } from '../../rule/rule';
import { fieldsOf, lengthOf, listOf, parsed, textOf, textsOf } from './narrow';
import type { ReadCondition } from './readCondition';
import { readCondition, readNodes } from './readCondition';
import { readPromQuery } from './promExpression';
import { severityOf } from './severityOf';

const NO_DATA: Readonly<Record<string, Rule['noData']>> = {
  NoData: 'show',
  Alerting: 'alerting',
  OK: 'normal',
  KeepLast: 'keep',
};

/** Which rules are wanted, told by their annotations, before the rest of them is read. */
export type Wanted = (annotations: Texts) => boolean;

/**
 * Reads the definitions of Grafana's alert rules, of any age: `GET /api/ruler/grafana/api/v1/rules`. What can't be read of
 * a rule is left out; what is no rule is no rule.
 */
export function readGrafanaRules(reply: unknown, isWanted: Wanted = () => true): AlertRule[] {
  return Object.entries(fieldsOf(reply)).flatMap(([folder, groups]) =>
    listOf(groups)
      .map(fieldsOf)
      .flatMap((group) =>
        listOf(group.rules)
          .map(fieldsOf)
          .flatMap((rule) => (isWanted(textsOf(rule.annotations)) ? (readRule(rule, group, folder) ?? []) : []))
      )
  );
}

type Fields = Readonly<Record<string, unknown>>;

function readRule(rule: Fields, group: Fields, folder: string): AlertRule | undefined {
  const alert = fieldsOf(rule.grafana_alert);
  const title = textOf(alert.title);
  // A recording rule raises no alert.
  if (title === undefined || isRecording(alert)) {
    return undefined;
  }
  const uid = textOf(alert.uid);
  const groupName = textOf(group.name) ?? textOf(alert.rule_group) ?? '';
  return {
    id: uid ?? ruleIdOf(folder, groupName, title),
    engine: { kind: 'grafana', uid },
    folder,
    group: groupName,
    intervalMs: lengthOf(group.interval) || lengthOf(alert.intervalSeconds) || undefined,
    ...readAnnotated(rule, title),
    ...readAsked(readCondition(readNodes(alert.data), textOf(alert.condition))),
    forMs: lengthOf(rule.for),
    keepFiringForMs: lengthOf(rule.keep_firing_for),
    noData: NO_DATA[textOf(alert.no_data_state) ?? ''],
    receiver: textOf(fieldsOf(alert.notification_settings).receiver),
    isPaused: alert.is_paused === true,
  };
}

function isRecording({ record }: Fields): boolean {
  return textOf(fieldsOf(record).metric) !== undefined;
}

/** The name of a rule where it has no uid: older Grafanas tell none with its state. */
export function ruleIdOf(folder: string, group: string, title: string): string {
  return JSON.stringify([folder, group, title]);
}

/** What a rule tells by its labels and annotations, whatever its engine. */
export function readAnnotated(
  rule: Fields,
  title: string
): Pick<AlertRule, 'title' | 'labels' | 'annotations' | 'severity' | 'panel'> {
  const labels = textsOf(rule.labels);
  const annotations = textsOf(rule.annotations);
  return { title, labels, annotations, severity: severityOf(labels), panel: panelOf(annotations) };
}

/** The panel that both annotations name; one of them alone names none. */
export function panelOf({ __dashboardUid__: dashboardUid, __panelId__: id }: Texts): AlertRule['panel'] {
  const panelId = Number(id);
  return dashboardUid && id && Number.isInteger(panelId) ? { dashboardUid, panelId } : undefined;
}

function readAsked({ condition, hold, reducer, queries }: ReadCondition): Partial<AlertRule> {
  const read = queries.map(({ dataSourceUid, model }): ReadQuery => {
    const expr = textOf(model.expr);
    const prom = expr === undefined ? undefined : readPromQuery(expr);
    return { query: { dataSourceUid, model: prom ? { ...model, expr: prom.expr } : model }, picked: prom?.picked };
  });
  return {
    condition,
    hold,
    ...(reducer !== undefined && reducer !== 'last' && { reducer }),
    queries: read.map(({ query }) => query),
    picked: read.find(({ picked }) => picked)?.picked,
  };
}

interface ReadQuery {
  query: AlertQuery;
  picked: AlertRule['picked'];
}

/**
 * A rule as far as its state alone tells it: for who may not read definitions. Grafana writes the queries of a rule as
 * JSON there, or the one expression that it has.
 *
 * @param rule - Of `GET /api/prometheus/grafana/api/v1/rules`.
 */
export function readRuleOfState(rule: Fields, group: Fields): AlertRule | undefined {
  const title = textOf(rule.name);
  if (title === undefined || rule.type === 'recording') {
    return undefined;
  }
  const folder = textOf(group.file) ?? '';
  const groupName = textOf(group.name) ?? '';
  const nodes = readNodes(parsed(textOf(rule.query)));
  return {
    id: textOf(rule.uid) ?? ruleIdOf(folder, groupName, title),
    engine: { kind: 'grafana', uid: textOf(rule.uid) },
    folder,
    group: groupName,
    intervalMs: lengthOf(group.interval) || undefined,
    ...readAnnotated(rule, title),
    // Which of them it fires by is not told: most end in it.
    ...(nodes.length > 0 && readAsked(readCondition(nodes, nodes[nodes.length - 1].refId))),
    forMs: lengthOf(rule.duration),
    keepFiringForMs: lengthOf(rule.keepFiringFor),
    isPaused: rule.isPaused === true,
  };
}
