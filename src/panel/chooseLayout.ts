import type { MetricProtocol } from '../protocol/protocol';
import { isStacked } from '../views/layouts/split';
import type { Layout } from './options';

/** How the panel is laid out in the end: `cards` has no room for a chart. */
export type ChosenLayout = Exclude<Layout, 'auto'> | 'cards';

/** More rows than this are a list that nobody reads from top to bottom. */
const MOST_ROWS = 8;

/** Below these a chart would be a smear that hides the state and the answers, px. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = { beside: 120, stacked: 260 } as const;

/**
 * How the panel is laid out. `auto` gives every metric a row of its own where each query returned one, and shows one
 * chart with a list where a query returned many series, or where there are too many. A panel that is too small for a
 * chart and its answers shows the answers.
 *
 * @param size what there is for charts and cards, px
 */
export function chooseLayout(
  layout: Layout,
  metrics: readonly MetricProtocol[],
  { width, height }: { width: number; height: number }
): ChosenLayout {
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT[isStacked(width) ? 'stacked' : 'beside']) {
    return 'cards';
  }
  if (layout !== 'auto') {
    return layout;
  }
  const queries = new Set(metrics.map(({ refId, frameIndex }) => refId ?? frameIndex));
  return metrics.length <= MOST_ROWS && queries.size === metrics.length ? 'rows' : 'list';
}
