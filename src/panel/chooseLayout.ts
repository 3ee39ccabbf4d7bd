import { isStacked } from '../views/layouts/split';
import type { Layout } from './options';

/** How the panel is laid out in the end: `cards` has no room for a chart. */
export type ChosenLayout = Exclude<Layout, 'auto'> | 'cards';

/** More rows than this are a list that nobody reads from top to bottom. */
const MOST_ROWS = 8;

/**
 * Below these a chart would be a smear that hides the state, px. Small panels keep theirs, with the state of the first
 * card below: whoever switched a chart to Protocol means to go on seeing it. A quarter of a dashboard's width and six
 * of its rows have 144 px for charts and cards.
 */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = { beside: 96, stacked: 136 } as const;

/** What decides on a layout, beside the panel's option. */
interface Surroundings {
  /** How many metrics there are. */
  metrics: number;
  /** Whether what the chart draws belongs together. Asked where it matters. */
  isOneChart: () => boolean;
  /** What there is for charts and cards, px. */
  width: number;
  height: number;
}

/**
 * How the panel is laid out. `auto` keeps one chart, with its cards as a list, and gives every metric a row of its own
 * only where nothing holds the chart together (see `belongTogether`), and only a few. A panel that is too small for a
 * chart and the state of a metric shows the answers alone.
 */
export function chooseLayout(layout: Layout, { metrics, isOneChart, width, height }: Surroundings): ChosenLayout {
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT[isStacked(width) ? 'stacked' : 'beside']) {
    return 'cards';
  }
  if (layout !== 'auto') {
    return layout;
  }
  return metrics === 1 || (metrics <= MOST_ROWS && !isOneChart()) ? 'rows' : 'list';
}
