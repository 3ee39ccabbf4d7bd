import type { BackTest } from '../../evaluation/backTest';
import { backTest } from '../../evaluation/backTest';
import type { Cadence, Samples, Span } from '../../evaluation/evaluation';
import { clipped } from '../../protocol/buildProtocol';
import type { Metric } from '../../protocol/metrics';
import type { MetricProtocol, Protocol } from '../../protocol/protocol';
import { toJudgements } from '../../protocol/versions';
import { withEnoughVolume } from '../../protocol/volume';
import { toHistory } from '../../rule/sources';
import type { LookBack } from '../editedPanel';

const NO_SAMPLES: { samples: Samples } & Cadence = { samples: { times: [], values: [] } };

/** What the rule of a metric would have done to the data in view. */
export interface TestedMetric {
  test: BackTest;
  /** As the strip of a card takes it: by the present version of the rule for all the time, as if it were agreed. */
  metric: MetricProtocol;
}

/** What rules are tested on: the look-back of a panel that judges one, else what is in view. */
interface Ground {
  all: readonly Metric[];
  protocol: Protocol;
  lookBack?: LookBack;
}

/** The span that rules are tested on. */
export function testedSpan({ protocol, lookBack }: Pick<Ground, 'protocol' | 'lookBack'>): Span {
  return lookBack?.span ?? protocol.span;
}

/** Tests the present rules of some metrics; those without a level are left out. */
export function testRules(metrics: readonly Metric[], { all, protocol, lookBack }: Ground): TestedMetric[] {
  return metrics.flatMap((metric) => {
    const told = protocol.metrics.find(({ id, inView }) => inView && id === metric.id);
    return told && told.rule.levels.length > 0 && told.kind !== 'context'
      ? [testRule(metric, told, { all, protocol, lookBack })]
      : [];
  });
}

function testRule(metric: Metric, told: MetricProtocol, ground: Ground): TestedMetric {
  const span = testedSpan(ground);
  const history = toHistory(told.rule);
  const inputOf = (one: Metric) => (ground.lookBack ? (ground.lookBack.samples.get(one.id) ?? NO_SAMPLES) : one);
  const volumeOf = (name: string) => {
    const found = ground.all.find((one) => one.name === name);
    return found && inputOf(found).samples;
  };
  const input = inputOf(metric);
  const { samples, tooFew } = withEnoughVolume(input.samples, history, volumeOf, span.now ?? span.to);
  const [{ judgement }] = toJudgements(history, input);
  const { forMs, keepFiringForMs } = told.rule;
  const test = backTest(samples, { ...judgement, forMs, keepFiringForMs }, span);
  const { breaches, pendings, segments, figures, unsettledFrom } = test.evaluation;
  const view = { breaches, pendings, segments, figures, tooFew: clipped(tooFew, span) };
  return { test, metric: { ...told, kind: 'ruled', changes: [], unsettledFrom, view } };
}
