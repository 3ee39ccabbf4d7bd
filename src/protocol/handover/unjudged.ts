import type { MetricProtocol } from '../protocol';
import { countedAs } from '../ranking';

const UNJUDGED: ReadonlySet<string> = new Set(['error', 'nodata', 'stale', 'unknown']);

/** Whether a metric has a rule, and its data do not say what its state is. */
export function isUnjudged(metric: MetricProtocol): boolean {
  return metric.kind === 'ruled' && UNJUDGED.has(countedAs(metric));
}
