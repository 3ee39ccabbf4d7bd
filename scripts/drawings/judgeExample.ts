import type { Cadence, Samples, Span } from '../../src/evaluation/evaluation';
import type { Metric } from '../../src/protocol/metric';
import type { MetricProtocol } from '../../src/protocol/protocol';
import { tellProtocol } from '../../src/protocol/tellProtocol';
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
  const told = tellProtocol({
    view: {
      metrics: [
        {
          metric: metricOf('Example', example.samples, cadence),
          format,
          formatLevel: format,
          color: 'blue',
          rule: history,
        },
        ...(volume
          ? [
              {
                metric: metricOf(volume.name, volume.samples, cadence),
                format: String,
                formatLevel: String,
                color: 'grey',
                rule: {},
              },
            ]
          : []),
      ],
      errors: [],
    },
    judgeOn: { mode: 'view' },
    spans: { judged: span, view: span },
  });
  if ('nothing' in told) {
    throw new Error(told.nothing);
  }
  return { example, history, span, metric: told.protocol.metrics[0], format };
}

function metricOf(name: string, samples: Samples, cadence: Cadence): Metric {
  return { id: name, name, frameIndex: 0, fieldIndex: 0, samples, ...cadence };
}
