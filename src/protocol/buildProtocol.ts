import { evaluate } from '../evaluation/evaluate';
import { type Evaluation, type Judgement, type Now, type Span } from '../evaluation/evaluation';
import { answered } from '../rule/answers';
import { meets } from '../rule/condition';
import { ruleKind } from '../rule/kind';
import { type Rule, type RuleHistory, type RuleKind } from '../rule/rule';
import { coverage } from './coverage';
import { type Metric } from './metrics';
import { type MetricProtocol, type Protocol, type QueryError } from './protocol';
import { tally, worstFirst } from './ranking';

/** A metric with the rule that its sources merge to, and with what the theme and the field say of its looks. */
export interface RuledMetric {
  metric: Metric;
  history: RuleHistory;
  format: (value: number) => string;
  color: string;
}

/** The spans of the two inputs: what is judged gives the state now; what is in view gives marks, strip and figures. */
export interface Spans {
  judged: Span;
  view: Span;
}

/**
 * Metrics x rules x evaluations: what the views show. Pure: the same input gives an equal protocol.
 *
 * @param errors failed queries; a metric whose query failed is in state `error` unless it is known to be firing. An
 * error that names no query counts for the metrics without samples: samples are proof that their query was answered.
 */
export function buildProtocol(ruled: readonly RuledMetric[], spans: Spans, errors: readonly QueryError[]): Protocol {
  const metrics = ruled.map((one) => protocolOf(one, spans, errors));
  return {
    metrics,
    worstFirst: worstFirst(metrics),
    tally: tally(metrics),
    coverage: coverage(metrics),
    span: spans.view,
    judgedOn: { mode: 'view' },
    nextChange: earliest(metrics.map(({ now }) => now.changesAt)),
    errors,
  };
}

function earliest(times: ReadonlyArray<number | undefined>): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function protocolOf(
  { metric, history, format, color }: RuledMetric,
  spans: Spans,
  errors: readonly QueryError[]
): MetricProtocol {
  const { rule } = history.versions[history.versions.length - 1];
  const kind = ruleKind(rule);
  const judgement = toJudgement(rule, kind, metric.intervalMs);
  const judged = evaluate(metric.samples, judgement, spans.judged).evaluation;
  const view = spans.view === spans.judged ? judged : evaluate(metric.samples, judgement, spans.view).evaluation;
  const unanswered = metric.samples.times.length === 0;
  const failed = errors.some(({ refId }) => (refId === undefined ? unanswered : refId === metric.refId));
  const now = stateNow(judged.now, kind, failed);
  return {
    id: metric.id,
    name: metric.name,
    refId: metric.refId,
    frameIndex: metric.frameIndex,
    fieldIndex: metric.fieldIndex,
    color,
    format,
    kind,
    rule,
    answered: answered(rule),
    now,
    crossed: kind === 'levelOnly' && isCrossed(rule, judged),
    last: judged.last,
    stepMs: judged.stepMs,
    view: {
      breaches: view.breaches,
      pendings: view.pendings,
      segments: view.segments,
      figures: view.figures,
      tooFew: [],
    },
    changes: [],
    ...due(now, rule),
  };
}

/** What the evaluation needs of a rule. A level without an agreement is only crossed: nothing waits to fire. */
function toJudgement(rule: Rule, kind: RuleKind, intervalMs: number | undefined): Judgement {
  const { levels, staleAfterMs, noData } = rule;
  const { forMs, keepFiringForMs } = kind === 'levelOnly' ? { forMs: 0, keepFiringForMs: 0 } : rule;
  return { levels, forMs, keepFiringForMs, staleAfterMs, intervalMs, noData };
}

/** Only a rule can fire. A context metric and one without a rule still say that they have no data or are stale. */
function stateNow(now: Now, kind: RuleKind, failed: boolean): Now {
  if (failed && !(kind === 'ruled' && now.state === 'firing')) {
    return { ...now, state: 'error', severity: undefined };
  }
  if (kind === 'ruled' || now.state === 'nodata' || now.state === 'stale') {
    return now;
  }
  return { ...now, state: 'unruled', severity: undefined, unknown: [] };
}

function isCrossed(rule: Rule, { last }: Evaluation): boolean {
  return last !== undefined && rule.levels.some(({ condition }) => meets(condition, last.value));
}

/** Only a breach that the samples show is due: what the rule makes of missing data has no beginning to count from. */
function due({ state, since, sinceBefore, because }: Now, { escalateAfterMs }: Rule) {
  if (state !== 'firing' || because !== undefined || escalateAfterMs === undefined) {
    return {};
  }
  return since === null
    ? { dueBefore: sinceBefore === undefined ? undefined : sinceBefore + escalateAfterMs }
    : { dueAt: since + escalateAfterMs };
}
