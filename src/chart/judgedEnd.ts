import type { Span } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';

/** Where marks end that are still open, epoch ms: at now, at the end of what is in view, and where values settle. */
export function judgedEnd({ now }: Pick<MetricProtocol, 'now'>, span: Span): number {
  return Math.min(span.to, span.now ?? span.to, now.judgedTo ?? span.to);
}
