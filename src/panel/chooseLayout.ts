import { isStacked } from '../views/layouts/split';
import type { LayoutName } from '../views/layouts/layouts';
import { LAYOUTS, isChoosable } from '../views/layouts/layouts';

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
  /** Whether there is a chart to be had. */
  hasChart: boolean;
  /** How many metrics there are. */
  metrics: number;
  /** Whether what the chart draws belongs together. Asked where it matters. */
  isOneChart: () => boolean;
  /** What there is for charts and cards, px. */
  width: number;
  height: number;
}

/**
 * How the panel is laid out. `auto`, and whatever names no layout, keeps one chart, with its cards as a list, and gives
 * every metric a row of its own only where nothing holds the chart together (see `belongTogether`), and only a few. A
 * panel that has no chart, or is too small for one and the state of a metric, shows the answers alone.
 *
 * @param saved - the panel's option, as it was saved
 */
export function chooseLayout(
  saved: unknown,
  { hasChart, metrics, isOneChart, width, height }: Surroundings
): LayoutName {
  const isRoomy = width >= LEAST_WIDTH && height >= LEAST_HEIGHT[isStacked(width) ? 'stacked' : 'beside'];
  const chosen = isChoosable(saved) ? saved : autoLayout(metrics, isOneChart);
  return LAYOUTS[chosen].needsChart && !(hasChart && isRoomy) ? 'cards' : chosen;
}

function autoLayout(metrics: number, isOneChart: () => boolean): LayoutName {
  return metrics === 1 || (metrics <= MOST_ROWS && !isOneChart()) ? 'rows' : 'list';
}
