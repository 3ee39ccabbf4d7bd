import type { MetricProtocol } from '../../protocol/protocol';
import { isLoud } from '../../words/badge';
import { chartAbove } from './split';

/** The least height of a row: a chart that can be read, and the card beside it. */
const LEAST = { firing: 288, calm: 128 } as const;

/** The least height of a chart that stands above its card. */
const LEAST_ABOVE = { firing: 200, calm: 120 } as const;

interface Frame {
  /** What the rows may fill. */
  height: number;
  /** Cards stand below their charts. */
  stacked: boolean;
  /** The measured heights of cards, by metric id. */
  cards: Readonly<Record<string, number>>;
}

/** The least height of a chart beside its card, in a panel that is too low for anything. */
const LEAST_VISIBLE = 96;

/**
 * The height of each metric's chart. Beside its card a chart is as high as the row, which is never less than its card,
 * but never higher than the panel: then it stays in view while its card scrolls. Above its card it leaves the state in
 * view. Where the rows leave some of the panel
 * empty, they share it in proportion.
 */
export function chartHeights(
  metrics: ReadonlyArray<Pick<MetricProtocol, 'id' | 'kind' | 'now'>>,
  frame: Frame
): number[] {
  const { height, stacked, cards } = frame;
  const least = metrics.map((metric) => {
    const kind = isLoud(metric) ? 'firing' : 'calm';
    return stacked ? chartAbove(LEAST_ABOVE[kind], height) : Math.max(LEAST[kind], cards[metric.id] ?? 0);
  });
  const below = stacked ? metrics.reduce((sum, { id }) => sum + (cards[id] ?? 0), 0) : 0;
  const needed = sum(least);
  // The lines between them count, or a panel that fits would scroll by a pixel and hold the wheel.
  const free = height - below - Math.max(0, metrics.length - 1);
  if (needed > 0 && free > needed) {
    return least.map((each) => Math.floor((each * free) / needed));
  }
  return stacked ? least : least.map((each) => Math.min(each, Math.max(height, LEAST_VISIBLE)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
