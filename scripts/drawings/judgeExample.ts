import type { Cadence, Samples, Span } from '../../src/evaluation/evaluation';
import type { RuledMetric } from '../../src/protocol/buildProtocol';
import { buildProtocol } from '../../src/protocol/buildProtocol';
import type { Metric } from '../../src/protocol/metrics';
import type { MetricProtocol } from '../../src/protocol/protocol';
import { mergeHistory } from '../../src/rule/history';
import type { RuleHistory } from '../../src/rule/rule';

import type { Example } from './example';

/** An example with all that the panel says of it. */
export interface Judged {
  example: Example;
  history: RuleHistory;
  span: Span;
  /** What a card would show. */
  metric: MetricProtocol;
  format: (value: number) => string;
}

/**
 * Judges an example as the panel does: its rule is read and merged, its samples are evaluated.
 *
 * @throws Error where the rule has a problem: the docs show rules that work.
 */
export function judgeExample(example: Example): Judged {
  const history = mergeHistory({ override: example.rule });
  const problems = history.versions.flatMap(({ rule }) => rule.problems);
  if (problems.length > 0) {
    throw new Error(
      `${example.name}: ${problems.map(({ field, code, found }) => `${field} ${code} ${found}`).join(', ')}`
    );
  }
  const format = (value: number) => `${value}${example.unit}`;
  const { from, to, live, volume, intervalMs, everyStep } = example;
  const cadence = { intervalMs, everyStep };
  const span: Span = live ? { from, to, now: to } : { from, to };
  const ruled: RuledMetric[] = [
    { metric: metricOf('Example', example.samples, cadence), history, format, color: 'blue' },
    ...(volume
      ? [
          {
            metric: metricOf(volume.name, volume.samples, cadence),
            inView: true,
            history: NO_RULE,
            format: String,
            color: 'grey',
          },
        ]
      : []),
  ];
  const [metric] = buildProtocol(ruled, { judged: span, view: span }, []).metrics;
  return { example, history, span, metric, format };
}

const NO_RULE = mergeHistory({});

function metricOf(name: string, samples: Samples, cadence: Cadence): Metric {
  const field: Metric['field'] = {
    name,
    type: 'number' as Metric['field']['type'],
    config: {},
    values: [...Array.from(samples.values)],
  };
  const frame: Metric['frame'] = { fields: [field], length: samples.times.length };
  return { id: name, name, frameIndex: 0, fieldIndex: 0, frame, field, samples, ...cadence };
}
