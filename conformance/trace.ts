import { evaluate, INACTIVE } from '../src/evaluation/evaluate';
import type { Judgement, LevelState } from '../src/evaluation/evaluation';
import { holdUntil, toCondition } from '../src/rule/condition';
import type { Level, Operator } from '../src/rule/level';

/** States of alert instances at each evaluation, recorded from a running Grafana. */
export interface Trace {
  intervalSeconds: number;
  series: Readonly<Record<string, ReadonlyArray<number | null>>>;
  rules: readonly TracedRule[];
}

interface TracedRule {
  rule: {
    evaluator: Threshold;
    unloadEvaluator: Threshold | null;
    forSeconds: number;
    keepFiringForSeconds: number;
  };
  series: string;
  /** A state an evaluation; null: not recorded. */
  states: ReadonlyArray<string | null>;
}

interface Threshold {
  type: string;
  params: readonly number[];
}

/** What was compared, and each disagreement as a line. */
export interface TraceComparison {
  rules: number;
  states: number;
  disagreements: string[];
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  within_range: 'inside',
  within_range_included: 'insideIncluded',
  outside_range: 'outside',
  outside_range_included: 'outsideIncluded',
};
const STATES: Readonly<Record<LevelState | 'unknown', string>> = {
  normal: 'Normal',
  pending: 'Pending',
  firing: 'Alerting',
  recovering: 'Recovering',
  unknown: 'unknown',
};
/** Before the first evaluation listed, all series had their first value for so long. */
const BEFORE_SECONDS = 80;
const LOOKBACK_MS = 300_000;

/**
 * Judges what a running Grafana judged, evaluation by evaluation, and compares the states.
 *
 * @throws Where the trace has an evaluator that no rule can have.
 */
export function compareTrace(trace: Trace): TraceComparison {
  const comparisons = trace.rules.map((traced, index) => compareRule(trace, traced, index));
  return {
    rules: trace.rules.length,
    states: comparisons.reduce((sum, { states }) => sum + states, 0),
    disagreements: comparisons.flatMap(({ disagreements }) => disagreements),
  };
}

function compareRule({ intervalSeconds, series }: Trace, traced: TracedRule, index: number) {
  const intervalMs = intervalSeconds * 1000;
  const listed = series[traced.series];
  const before = Math.round(BEFORE_SECONDS / intervalSeconds);
  const values = [...Array.from({ length: before }, () => listed[0]), ...listed];
  const times = values.map((_, position) => (position - before) * intervalMs);
  const judgement: Judgement = {
    levels: [levelOf(traced.rule)],
    forMs: traced.rule.forSeconds * 1000,
    keepFiringForMs: traced.rule.keepFiringForSeconds * 1000,
    staleAfterMs: LOOKBACK_MS,
    noData: 'show',
  };
  const disagreements: string[] = [];
  let states = 0;
  traced.states.forEach((recorded, evaluation) => {
    if (recorded !== null) {
      const to = evaluation * intervalMs;
      const [level] = evaluate({ times, values }, judgement, { from: times[0], to }, INACTIVE).evaluation.levels;
      states++;
      if (STATES[level.state] !== recorded) {
        disagreements.push(
          `Rule ${index} ${JSON.stringify(traced.rule)}, evaluation ${evaluation}: Grafana ${recorded}, panel ${STATES[level.state]}`
        );
      }
    }
  });
  return { states, disagreements };
}

function levelOf({ evaluator, unloadEvaluator }: TracedRule['rule']): Level {
  const operator = OPERATORS[evaluator.type];
  const condition = operator && toCondition(operator, boundsOf(evaluator));
  const hold = unloadEvaluator && operator ? holdUntil(operator, boundsOf(unloadEvaluator)) : condition;
  if (!condition || !hold) {
    throw new Error(`No rule can say ${JSON.stringify({ evaluator, unloadEvaluator })}`);
  }
  return { severity: 'critical', condition, hold };
}

function boundsOf({ type, params: [a, b] }: Threshold): number | [number, number] {
  return type.includes('range') ? [a, b] : a;
}
