import type { MetricProtocol, Protocol } from './protocol';
import { tally, worstFirst } from './ranking';

/**
 * A protocol whose states are still to come: the data that is judged is under way, and what is in view must not be taken
 * for it. What is in view is told as it is.
 */
export function awaitJudged(protocol: Protocol): Protocol {
  const metrics = protocol.metrics.map(unjudged);
  return { ...protocol, metrics, worstFirst: worstFirst(metrics), tally: tally(metrics), nextChange: undefined };
}

function unjudged(metric: MetricProtocol): MetricProtocol {
  const { at, live } = metric.now;
  const state = metric.kind === 'ruled' ? 'unknown' : 'unruled';
  return {
    ...metric,
    dueAt: undefined,
    dueBefore: undefined,
    last: undefined,
    stepMs: undefined,
    tooFew: undefined,
    crossed: false,
    now: { state, since: null, at, live, unknown: [] },
    judgedOn: 'awaited',
  };
}
