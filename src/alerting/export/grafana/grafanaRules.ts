import { MINUTE, SECOND } from '../../../time/units';
import type { Operator } from '../../../rule/level';
import type { Rule } from '../../../rule/rule';
import type { Translate } from '../../../words/translate';
import type { Alert, AskedQuery, AskedVolume, Exported, RefusalCode } from '../alert';
import { isPrometheus } from '../dataSources';
import { partRefused } from '../partRefused';
import { promDuration } from '../promDuration';
import { countedExpression, hasRecovery } from '../prometheus/expression';
import type { MadeRule } from '../prometheus/prometheusRules';
import { alertTexts } from '../texts';

/** What Grafana's expressions have in the place of a data source. */
const EXPRESSIONS = '__expr__';

/** A query or an expression of a rule. */
export interface GrafanaQuery {
  refId: string;
  queryType?: string;
  /** Seconds before the evaluation. */
  relativeTimeRange?: { from: number; to: number };
  datasourceUid: string;
  model: Readonly<Record<string, unknown>>;
}

/** A rule of Grafana Alerting, as it is provisioned; its texts as Grafana takes them, nothing escaped for the file. */
export interface GrafanaRule {
  uid: string;
  title: string;
  condition: string;
  data: readonly GrafanaQuery[];
  dashboardUid: string;
  panelId: number;
  noDataState: 'NoData' | 'Alerting' | 'OK' | 'KeepLast';
  execErrState: 'Error';
  for: string;
  keepFiringFor?: string;
  /** A series that is gone breaches nothing at the very next evaluation, as in the panel. */
  missing_series_evals_to_resolve: 1;
  annotations: Record<string, string>;
  labels: Record<string, string>;
  isPaused: false;
  notification_settings?: { receiver: string };
}

const NO_DATA: Readonly<Record<Rule['noData'], GrafanaRule['noDataState']>> = {
  show: 'NoData',
  alerting: 'Alerting',
  normal: 'OK',
  keep: 'KeepLast',
};

/** The threshold expression's names of the operators. */
const EVALUATORS: Readonly<Record<Operator, string>> = {
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
  outside: 'outside_range',
  outsideIncluded: 'outside_range_included',
  inside: 'within_range',
  insideIncluded: 'within_range_included',
};

/** What unloads a level that is held by a condition: all that does not meet it. */
const UNLOADED: Readonly<Record<Operator, string>> = {
  '>': 'lte',
  '>=': 'lt',
  '<': 'gte',
  '<=': 'gt',
  outside: 'within_range_included',
  outsideIncluded: 'within_range',
  inside: 'outside_range_included',
  insideIncluded: 'outside_range',
};

/** What Grafana has to be told beside the alerts. */
export interface GrafanaContext {
  /** The contact points that are there: a rule that notifies one of another name could not be provisioned. */
  contactPoints?: readonly string[];
}

/**
 * The rules by which Grafana Alerting judges what the panel judges, and what it has no words for. A query of Prometheus is
 * asked for its value at the moment, in which PromQL says what holds and what has settled; any other is asked for the
 * window in which a value holds, of which the last value counts.
 */
export function grafanaRules(
  t: Translate,
  alerts: readonly Alert[],
  context: GrafanaContext = {}
): Exported<MadeRule<GrafanaRule>> {
  const { taken, refused } = partRefused(alerts.map((alert) => ({ alert, code: refusalOf(alert) })));
  return { made: taken.map((alert) => ({ alert, rule: grafanaRule(t, alert, context) })), refused };
}

function refusalOf({ query, series, rule, volume, holdMs }: Alert): RefusalCode | undefined {
  if (volume && rule.forMs > 0) {
    return 'volumeFor';
  }
  if (isPrometheus(query.dataSource.type)) {
    return undefined;
  }
  if (holdMs === undefined) {
    return 'hold';
  }
  return series.kind === 'all' ? undefined : 'seriesApart';
}

function grafanaRule(t: Translate, alert: Alert, { contactPoints = [] }: GrafanaContext): GrafanaRule {
  const { uid, home, rule, texts } = alert;
  const data = dataOf(alert);
  // Grafana's form takes away what would reduce a single value; the query's own is there in any case.
  const reduced = isPrometheus(alert.query.dataSource.type) ? alert.query.refId : data[data.length - 2].refId;
  // Where there is no value, the template has none, either: nothing is said to be 0.
  const value = `{{ range $ref, $one := $values }}{{ if eq $ref "${reduced}" }}{{ printf "%.4g" $one.Value }}{{ end }}{{ end }}`;
  const { title, labels, annotations } = alertTexts(t, alert, value);
  const receiver = texts.notify?.length === 1 && contactPoints.find((name) => name === texts.notify?.[0]);
  return {
    uid,
    title,
    condition: data[data.length - 1].refId,
    data,
    dashboardUid: home.dashboardUid,
    panelId: home.panelId,
    noDataState: NO_DATA[rule.noData],
    execErrState: 'Error',
    for: promDuration(rule.forMs),
    ...(rule.keepFiringForMs > 0 && { keepFiringFor: promDuration(rule.keepFiringForMs) }),
    missing_series_evals_to_resolve: 1,
    annotations: { ...annotations, __dashboardUid__: home.dashboardUid, __panelId__: String(home.panelId) },
    labels,
    isPaused: false,
    ...(typeof receiver === 'string' && { notification_settings: { receiver } }),
  };
}

/** The queries of a rule, then what reduces them to a number, then the threshold. */
function dataOf(alert: Alert): GrafanaQuery[] {
  const { level, volume, query } = alert;
  const refIds = freeRefIds([query.refId, ...(volume ? [volume.query.refId] : [])]);
  const isProm = isPrometheus(query.dataSource.type);
  const asked = isProm ? [promQuery(alert)] : windowQueries(alert);
  const counted = volume && !isProm ? refIds.next().value! : undefined;
  const [reduced, threshold] = [refIds.next().value!, refIds.next().value!];
  return [
    ...asked,
    ...(counted !== undefined && volume
      ? [expression(counted, { type: 'math', expression: ofEnough(query, volume) })]
      : []),
    expression(reduced, {
      type: 'reduce',
      expression: counted ?? query.refId,
      reducer: 'last',
      // An engine's NaN is an evaluation without a value, and so is too little volume; elsewhere it is no sample.
      ...(!isProm && !volume && { settings: { mode: 'dropNN' } }),
    }),
    expression(threshold, {
      type: 'threshold',
      expression: reduced,
      conditions: [
        {
          evaluator: { type: EVALUATORS[level.condition.operator], params: [...level.condition.bounds] },
          ...((hasRecovery(alert) || volume) && {
            unloadEvaluator: { type: UNLOADED[level.hold.operator], params: [...level.hold.bounds] },
          }),
        },
      ],
    }),
  ];
}

/** A value times 0 / 0 is no number, and what is none leaves a threshold with an unload evaluator as it is. */
function ofEnough({ refId }: AskedQuery, { query, least }: AskedVolume): string {
  const isEnough = `($${query.refId} >= ${least})`;
  return `$${refId} * (${isEnough} / ${isEnough})`;
}

/** The letters that no query has. */
function* freeRefIds(taken: readonly string[]): Generator<string, undefined> {
  for (let number = 0; ; number++) {
    const letter = String.fromCharCode(65 + (number % 26)) + (number < 26 ? '' : String(Math.floor(number / 26)));
    if (!taken.includes(letter)) {
      yield letter;
    }
  }
}

function expression(refId: string, model: Readonly<Record<string, unknown>>): GrafanaQuery {
  return {
    refId,
    datasourceUid: EXPRESSIONS,
    model: { refId, datasource: { type: EXPRESSIONS, uid: EXPRESSIONS }, ...model },
  };
}

/** The fields of a saved query that say how a panel shows its answer, and nothing of what is asked. */
const OF_THE_PANEL = new Set(['legendFormat', 'hide', 'editorMode', 'exemplar', 'format', 'requestId', 'utcOffsetSec']);

function promQuery(alert: Alert): GrafanaQuery {
  const { query, stepMs } = alert;
  const { refId, dataSource, model } = query;
  const kept = Object.fromEntries(Object.entries(model).filter(([name]) => !OF_THE_PANEL.has(name)));
  return {
    refId,
    // An instant query has a range all the same; Grafana wants it to be some.
    relativeTimeRange: { from: 10 * (MINUTE / SECOND), to: 0 },
    datasourceUid: dataSource.uid,
    model: {
      ...kept,
      refId,
      datasource: dataSource,
      expr: countedExpression(alert),
      instant: true,
      range: false,
      intervalMs: stepMs,
      maxDataPoints: 43200,
    },
  };
}

function windowQueries(alert: Alert): GrafanaQuery[] {
  return [alert.query, ...(alert.volume ? [alert.volume.query] : [])].map((query) => windowQuery(alert, query));
}

function windowQuery({ holdMs = 0, settleMs, stepMs }: Alert, { refId, dataSource, model }: AskedQuery): GrafanaQuery {
  const kept = Object.fromEntries(Object.entries(model).filter(([name]) => name !== 'hide'));
  const to = Math.round(settleMs / SECOND);
  return {
    refId,
    relativeTimeRange: { from: to + Math.max(1, Math.round(holdMs / SECOND)), to },
    datasourceUid: dataSource.uid,
    model: { ...kept, refId, datasource: dataSource, intervalMs: stepMs, maxDataPoints: 43200 },
  };
}
