/** Below this width a card stands below its chart, px. */
const BESIDE_FROM = 640;

/** The share of the chart, and the least width of a card beside it, px. */
const CHART_SHARE = 0.62;
const LEAST_CARD = 320;

/** Whether cards stand below their charts. */
export function isStacked(width: number): boolean {
  return width < BESIDE_FROM;
}

/** The last label of a time axis reaches beyond the chart, px; a panel's own padding has room for it. */
const OVERHANG = 12;

/** The width of a chart in a panel of some width: that of its column, less what its labels need beside a card. */
export function chartWidth(width: number): number {
  return isStacked(width) ? width : splitWidth(width) - OVERHANG;
}

/** The width of the column of charts in a panel of some width. */
export function splitWidth(width: number): number {
  return isStacked(width) ? width : Math.floor(Math.min(width * CHART_SHARE, width - LEAST_CARD));
}

/** What a chart above its cards leaves for the first of them, the line with its state and its name, and its own least, px. */
const ABOVE = { firstLine: 56, least: 80 } as const;

/**
 * The height of a chart above its cards, px: the wanted one, but in a low panel never so high that the state of the
 * first card would be out of view, as long as the chart itself can be read.
 */
export function chartAbove(wanted: number, height: number): number {
  return Math.floor(Math.max(ABOVE.least, Math.min(wanted, height - ABOVE.firstLine)));
}
