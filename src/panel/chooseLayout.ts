import { type MetricProtocol } from '../protocol/protocol';
import { type Layout } from './options';

/** More rows than this are a list that nobody reads from top to bottom. */
const MOST_ROWS = 8;

/**
 * How the panel is laid out. `auto` gives every metric a row of its own where each query returned one, and shows one
 * chart with a list where a query returned many series, or where there are too many.
 */
export function chooseLayout(layout: Layout, metrics: readonly MetricProtocol[]): Exclude<Layout, 'auto'> {
  if (layout !== 'auto') {
    return layout;
  }
  const queries = new Set(metrics.map(({ refId, frameIndex }) => refId ?? frameIndex));
  return metrics.length <= MOST_ROWS && queries.size === metrics.length ? 'rows' : 'list';
}
