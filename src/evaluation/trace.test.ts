import { holdUntil, toCondition } from '../rule/condition';
import type { Level, Operator } from '../rule/level';

import { evaluate, INACTIVE } from './evaluate';
import type { Judgement } from './evaluation';
import trace from './fixtures/grafana-alerting-trace.json';

const OPERATOR: Readonly<Record<string, Operator>> = { gt: '>', gte: '>=', within_range: 'inside' };
const STATE: Readonly<Record<string, string>> = {
  normal: 'Normal',
  pending: 'Pending',
  firing: 'Alerting',
  recovering: 'Recovering',
};
const INTERVAL = trace.intervalSeconds * 1000;
/** Evaluations before the first one listed, all with the first value. */
const BEFORE = 80 / trace.intervalSeconds;

type TracedRule = (typeof trace.rules)[number]['rule'];

function levelOf({ evaluator, unloadEvaluator }: TracedRule): Level {
  const operator = OPERATOR[evaluator.type];
  const condition = toCondition(operator, boundsOf(evaluator.params))!;
  const hold = unloadEvaluator ? holdUntil(operator, boundsOf(unloadEvaluator.params))! : condition;
  return { severity: 'critical', condition, hold };
}

function boundsOf([a, b]: number[]): number | [number, number] {
  return b === undefined ? a : [a, b];
}

describe('the states that Grafana 12.4 recorded', () => {
  it.each(trace.rules.map((traced, index) => [index, JSON.stringify(traced.rule), traced] as const))(
    'rule %i %s',
    (_, __, { rule, series, states }) => {
      const listed = trace.series[series as keyof typeof trace.series];
      const values = [...Array.from({ length: BEFORE }, () => listed[0]), ...listed];
      const times = values.map((_value, index) => (index - BEFORE) * INTERVAL);
      const judgement: Judgement = {
        levels: [levelOf(rule)],
        forMs: rule.forSeconds * 1000,
        keepFiringForMs: rule.keepFiringForSeconds * 1000,
        staleAfterMs: 5 * 60_000,
        noData: 'show',
      };
      const judged = states.map((_state, index) => {
        const to = index * INTERVAL;
        return evaluate({ times, values }, judgement, { from: times[0], to }, INACTIVE).evaluation.levels[0].state;
      });
      const recorded = states.map((state, index) => state ?? STATE[judged[index]]);
      expect(judged.map((state) => STATE[state])).toEqual(recorded);
      expect(states).toHaveLength(100);
    }
  );

  it('has thirty rules', () => {
    expect(trace.rules).toHaveLength(30);
  });
});
