import { type BackTest, backTest } from '../evaluation/backTest';
import { type Metric } from '../protocol/metrics';
import { type MetricProtocol, type Protocol } from '../protocol/protocol';
import { toJudgements } from '../protocol/versions';
import { withEnoughVolume } from '../protocol/volume';
import { toHistory } from '../rule/sources';

/** What the rule of a metric would have done to the data in view. */
export interface TestedMetric {
  test: BackTest;
  /** As the strip of a card takes it: by the present version of the rule for all the time, as if it were agreed. */
  metric: MetricProtocol;
}

/** Tests the present rules of some metrics on the data in view; those without a level are left out. */
export function testRules(
  metrics: readonly Metric[],
  { all, protocol }: { all: readonly Metric[]; protocol: Protocol }
): TestedMetric[] {
  return metrics.flatMap((metric) => {
    const told = protocol.metrics.find(({ id, inView }) => inView && id === metric.id);
    return told && told.rule.levels.length > 0 && told.kind !== 'context'
      ? [testRule(metric, told, { all, protocol })]
      : [];
  });
}

function testRule(
  metric: Metric,
  told: MetricProtocol,
  { all, protocol: { span } }: { all: readonly Metric[]; protocol: Protocol }
): TestedMetric {
  const history = toHistory(told.rule);
  const samplesOf = (name: string) => all.find((one) => one.name === name)?.samples;
  const { samples } = withEnoughVolume(metric.samples, history, samplesOf, span.now ?? span.to);
  const [{ judgement }] = toJudgements(history, metric.intervalMs);
  const { forMs, keepFiringForMs } = told.rule;
  const test = backTest(samples, { ...judgement, forMs, keepFiringForMs }, span);
  const { breaches, pendings, segments, figures } = test.evaluation;
  const view = { ...told.view, breaches, pendings, segments, figures };
  return { test, metric: { ...told, kind: 'ruled', changes: [], view } };
}
