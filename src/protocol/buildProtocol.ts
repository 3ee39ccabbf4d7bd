import { isEqual } from 'lodash';

import type { Evaluation, Now, Samples, Span } from '../evaluation/evaluation';
import { Evaluator, judgedMoment } from '../evaluation/evaluator';
import { judgementAt } from '../evaluation/walk';
import { answered } from '../rule/answers';
import { meets } from '../rule/condition';
import { deadlineAfter } from '../rule/deadline';
import { ruleKind } from '../rule/kind';
import type { Problem, Rule, RuleHistory } from '../rule/rule';
import { ruleAt } from '../rule/history';
import { coverage } from './coverage';
import { stateNow } from './edgeState';
import type { Spans } from './input';
import { longEvaluation, NO_SAMPLES } from './longSamples';
import type { Measured, Metric } from './metric';
import type { Deadline, JudgedOn, MetricProtocol, Protocol, QueryError, RuleRow } from './protocol';
import { countOverdue, tally, worstFirst } from './ranking';
import { changeAfter, changesIn, toJudgements } from './versions';
import { unreadableFigures, unreadableHistory, withUnreadable } from './unreadable';
import type { Voluminous } from './volume';
import { asksForVolume, volumeName, Volumes } from './volume';
import { VolumeSieve } from './volumeSieve';

/** A metric with the rule that its sources merge to, and with what the theme and the field say of its looks. */
export interface RuledMetric {
  metric: Metric;
  history: RuleHistory;
  format: (value: number) => string;
  formatLevel: (value: number) => string;
  color: string;
  /** What is judged, where that is not what is in view; without samples where there are none to be judged. */
  judged?: Measured;
  /** The row of a table that its rule is from. */
  row?: RuleRow;
  /** False where only what is judged has the metric. */
  inView?: boolean;
}

/**
 * Metrics x rules x evaluations: what the views show. Pure: the same input gives an equal protocol.
 *
 * @param errors - failed queries; a metric whose query failed is in state `error` unless it is known to be firing. An
 * error that names no query counts for the metrics without samples: samples are proof that their query was answered.
 */
export function buildProtocol(
  ruled: readonly RuledMetric[],
  spans: Spans,
  errors: readonly QueryError[],
  judgedOn?: JudgedOn
): Protocol {
  return new ProtocolBuilder().build(ruled, spans, errors, judgedOn);
}

/** Builds the protocol of a panel again and again; of each metric it evaluates only what is new. */
export class ProtocolBuilder {
  private judges = new Map<string, MetricJudge>();

  /** As `buildProtocol`: what was built before changes what it costs, not what it says. */
  build(
    ruled: readonly RuledMetric[],
    spans: Spans,
    errors: readonly QueryError[],
    judgedOn: JudgedOn = { mode: 'view' }
  ): Protocol {
    const former = this.judges;
    this.judges = new Map();
    const judgeOf = (key: string) => {
      const judge = former.get(key) ?? { sieve: new VolumeSieve(), evaluator: new Evaluator() };
      this.judges.set(key, judge);
      return judge;
    };
    const volumes = { view: volumesIn(ruled, 'view'), judged: volumesIn(ruled, 'judged') };
    const surroundings = { volumes, spans, errors, judgeOf, awaited: isAwaited(judgedOn) };
    const built = ruled.map((one) => protocolOf(one, surroundings));
    const order = worstFirst(built);
    const metrics = withSharedProblemsOnce(built, order);
    return {
      metrics,
      worstFirst: order,
      tally: tally(metrics),
      overdue: countOverdue(metrics),
      coverage: coverage(metrics),
      span: spans.view,
      judgedOn,
      nextChange: earliest(metrics.flatMap((metric) => [metric.now.changesAt, nextDeadline(metric)])),
      errors,
    };
  }
}

/** What judges one of a metric's two inputs, and remembers what it has judged. */
interface MetricJudge {
  sieve: VolumeSieve;
  evaluator: Evaluator;
}

/** What a metric's protocol is made with, beside the metric. */
interface Surroundings {
  volumes: Readonly<Record<Input, Volumes>>;
  spans: Spans;
  errors: readonly QueryError[];
  judgeOf: (key: string) => MetricJudge;
  /** What is in view must not be taken for what is judged, which is still under way. */
  awaited: boolean;
}

/** Whether the data that is judged is still under way. */
export function isAwaited(judgedOn: JudgedOn): boolean {
  return judgedOn.mode === 'fixed' && judgedOn.awaited === true;
}

/** What is wrong with the default rule is told of the first of its metrics alone, in the order in which they are shown. */
function withSharedProblemsOnce(
  metrics: readonly MetricProtocol[],
  order: readonly number[]
): readonly MetricProtocol[] {
  if (metrics.every(({ problems }) => problems.length === 0)) {
    return metrics;
  }
  const told: Problem[] = [];
  const problems = new Map<number, readonly Problem[]>();
  for (const index of order) {
    const own = metrics[index].problems.filter(
      (problem) => problem.source !== 'default' || !told.some((other) => isEqual(other, problem))
    );
    told.push(...own.filter(({ source }) => source === 'default'));
    problems.set(index, own);
  }
  return metrics.map((metric, index) => ({ ...metric, problems: problems.get(index) ?? metric.problems }));
}

/** When a live metric becomes overdue, epoch ms; undefined where it is, or never will. */
function nextDeadline({ now, deadline }: MetricProtocol): number | undefined {
  return now.live && deadline?.kind === 'at' && deadline.at > now.at ? deadline.at : undefined;
}

function earliest(times: ReadonlyArray<number | undefined>): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function protocolOf(one: RuledMetric, surroundings: Surroundings): MetricProtocol {
  const { spans, awaited } = surroundings;
  const { metric, history, format, formatLevel, color } = one;
  const inView = evaluated(one, 'view', surroundings);
  const isApart = !awaited && (one.judged !== undefined || spans.judged !== spans.view);
  const judged = isApart ? evaluated(one, 'judged', surroundings) : inView;
  const { breaches, pendings, segments, figures, unsettledFrom, ignored } = inView.evaluation;
  const { at } = judged.evaluation.now;
  const rule = withVolumeProblem(ruleAt(history, at), surroundings.volumes.view);
  return {
    id: metric.id,
    name: metric.name,
    refId: metric.refId,
    inView: one.inView !== false,
    frameIndex: metric.frameIndex,
    fieldIndex: metric.fieldIndex,
    color,
    format,
    formatLevel,
    kind: ruleKind(rule),
    rule,
    history,
    problems: rule.problems,
    answered: answered(rule),
    ...(awaited ? awaitedState(rule, judged) : stateOf(one, { rule, judged, surroundings })),
    view: {
      breaches,
      pendings,
      segments: unreadableHistory(segments, history),
      figures: unreadableFigures(figures, history, spans.view),
      tooFewStretches: clipped(inView.stretches, spans.view),
    },
    unsettledFrom,
    changes: changesIn(history, spans.view),
    upcoming: changeAfter(history, at),
    ignored,
    row: one.row,
  };
}

/** What is told of a metric by what is judged. */
type JudgedPart = Pick<
  MetricProtocol,
  'now' | 'judged' | 'crossed' | 'isLong' | 'last' | 'stepMs' | 'tooFew' | 'deadline'
>;

/** Of the state that is still to come nothing is known. */
function awaitedState(rule: Rule, { evaluation }: Judged): JudgedPart {
  const { at, live } = evaluation.now;
  const state = ruleKind(rule) === 'ruled' ? 'unknown' : 'unruled';
  return { now: { state, since: null, at, live, unknown: [] }, judged: { on: 'awaited' }, crossed: false };
}

function stateOf(
  one: RuledMetric,
  { rule, judged, surroundings }: { rule: Rule; judged: Judged; surroundings: Surroundings }
): JudgedPart {
  const { evaluation, versions, tooFew } = judged;
  const { spans, errors } = surroundings;
  const kind = ruleKind(rule);
  const measured = measuredOf(one, 'judged');
  const unanswered = measured.samples.times.length === 0;
  const failed = errors.some(({ refId }) => (refId === undefined ? unanswered : refId === one.metric.refId));
  const judgement = judgementAt(versions, evaluation.now.at);
  const { askedTo } = judgedMoment(versions, spans.judged);
  const crossed = kind === 'levelOnly' && isCrossed(rule, evaluation);
  const untold = !crossed && (measured.isLong === true || rule.unreadable.length > 0);
  const beside = { kind, untold, judgement, failed, askedTo, tooFew };
  const now = stateNow(withUnreadable(evaluation.now, rule), beside);
  return {
    now,
    judged: { on: one.judged ? 'lookBack' : 'view', levels: evaluation.levels, breaches: evaluation.breaches },
    crossed,
    ...(measured.isLong && { isLong: true }),
    last: evaluation.last,
    stepMs: evaluation.stepMs,
    tooFew: tooFew && { volume: tooFew.volume, needed: tooFew.needed, since: tooFew.since },
    deadline: deadlineOf(now, rule),
  };
}

/** Of the two inputs, which. */
type Input = 'view' | 'judged';

function measuredOf({ metric, judged }: RuledMetric, input: Input): Measured {
  return input === 'judged' && judged ? judged : metric;
}

/** The samples that can be judged. */
function samplesOf(one: RuledMetric, input: Input): Samples {
  const { samples, isLong } = measuredOf(one, input);
  return isLong ? NO_SAMPLES : samples;
}

/** A metric's samples, judged. */
interface Judged {
  evaluation: Evaluation;
  versions: ReturnType<typeof toJudgements>;
  stretches: Voluminous['tooFewStretches'];
  tooFew: Voluminous['newest'];
}

function evaluated(one: RuledMetric, input: Input, { volumes, spans, judgeOf }: Surroundings): Judged {
  const span = spans[input];
  const { history, metric } = one;
  const measured = measuredOf(one, input);
  const versions = toJudgements(history, measured);
  const all = samplesOf(one, input);
  const { sieve, evaluator } = judgeOf(`${input} ${metric.id}`);
  const { samples, tooFewStretches, newest } = asksForVolume(history)
    ? sieve.sift(all, history, volumes[input], judgedMoment(versions, span).samplesTo)
    : { samples: all, tooFewStretches: [], newest: undefined };
  const judged = evaluator.evaluate(samples, versions, span);
  const evaluation = measured.isLong ? longEvaluation(judged, history) : judged;
  return { evaluation, versions, stretches: tooFewStretches, tooFew: newest };
}

function volumesIn(ruled: readonly RuledMetric[], input: Input): Volumes {
  return new Volumes((name) => {
    const found = ruled.find(({ metric }) => metric.name === name);
    return found && samplesOf(found, input);
  });
}

/** A volume series that is not there is said; nothing can be judged without it. */
function withVolumeProblem(rule: Rule, volumes: Volumes): Rule {
  const name = volumeName(rule);
  if (name === undefined || volumes.samplesOf(name)) {
    return rule;
  }
  const source = rule.text.volumeSeries?.source ?? 'default';
  const known = withoutVolume.get(rule) ?? {
    ...rule,
    problems: [...rule.problems, { field: 'volumeSeries', source, code: 'noSuchSeries', found: name }],
  };
  withoutVolume.set(rule, known);
  return known;
}

/** Rules with the problem that their volume series is not there: the very same for one rule. */
const withoutVolume = new WeakMap<Rule, Rule>();

/** Stretches as far as they lie in what is looked at, up to now. */
function clipped(stretches: Voluminous['tooFewStretches'], { from, to, now = to }: Span) {
  return stretches
    .map((stretch) => ({ from: Math.max(stretch.from, from), to: Math.min(stretch.to, to, now) }))
    .filter((stretch) => stretch.from < stretch.to);
}

function isCrossed(rule: Rule, { last }: Evaluation): boolean {
  return last !== undefined && rule.levels.some(({ condition }) => meets(condition, last.value));
}

/**
 * Only a breach that the samples show is due: what the rule makes of missing data has no beginning to count from. Where
 * values have to settle, nobody could know of the breach before they had.
 */
function deadlineOf(now: Now, rule: Rule): Deadline | undefined {
  if (now.state !== 'firing' || now.because !== undefined || rule.escalateAfterMs === undefined) {
    return undefined;
  }
  const from = now.since ?? now.sinceBefore;
  const at = from === undefined ? undefined : deadlineAfter(rule, 'escalateAfter', from + (rule.settleAfterMs ?? 0));
  if (at === undefined) {
    return undefined;
  }
  return at === Infinity ? { kind: 'never' } : { kind: now.since === null ? 'before' : 'at', at };
}
