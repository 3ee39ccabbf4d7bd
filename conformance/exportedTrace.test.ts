import trace from '../tests/fixtures/grafana-alerting-trace.json';
import { grafanaRules } from '../src/alerting/export/grafana/grafanaRules';
import { english } from '../src/words/english';
import { exportedPanel } from '../src/testing/exportedPanel';

const OPERATORS: Readonly<Record<string, string>> = {
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  within_range: 'inside',
  outside_range: 'outside',
};

interface Threshold {
  type: string;
  params: number[];
}

const bounds = ({ type, params: [a, b] }: Threshold) => (type.includes('range') ? [a, b] : a);

/** A rule of the trace as a panel has it. */
function storedRule({ rule }: (typeof trace.rules)[number]): object {
  return {
    owner: 'SRE',
    operator: OPERATORS[rule.evaluator.type],
    critical: bounds(rule.evaluator),
    ...(rule.unloadEvaluator && { recovery: { critical: bounds(rule.unloadEvaluator) } }),
    for: `${rule.forSeconds}s`,
    keepFiringFor: `${rule.keepFiringForSeconds}s`,
  };
}

it('exports to Grafana the very thresholds and times of the rules whose states were recorded, which the panel has, too', () => {
  const withRecovery = trace.rules.filter(({ rule }) => rule.unloadEvaluator);
  expect(withRecovery.length).toBeGreaterThan(5);
  trace.rules.forEach((traced) => {
    const { made } = grafanaRules(english, exportedPanel({ rule: storedRule(traced) }).made);
    const { data, for: lasting, keepFiringFor = '0s' } = made[0].rule;
    const { evaluator, unloadEvaluator, forSeconds, keepFiringForSeconds } = traced.rule;
    expect(data.at(-1)?.model.conditions).toEqual([{ evaluator, ...(unloadEvaluator && { unloadEvaluator }) }]);
    const seconds = [lasting, keepFiringFor].map((text) => {
      const [, minutes = '0', rest = '0'] = /^(?:(\d+)m)?(?:(\d+)s)?$/.exec(text) ?? [];
      return Number(minutes) * 60 + Number(rest);
    });
    expect(seconds).toEqual([forSeconds, keepFiringForSeconds]);
  });
});
