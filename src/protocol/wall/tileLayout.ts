import type { Box } from './wallLayout';

/** The type of a tile, px. */
export interface TileType {
  name: number;
  value: number;
  action: number;
  owner: number;
  /** State, how long, level, labels. */
  state: number;
  label: number;
  padding: number;
}

/** How large the type of a tile is: as large as its place allows, in three steps. */
export type TileStep = 'large' | 'medium' | 'small';

/**
 * Px at 1920 × 1080, a little more than asked for: a page around the panel takes some of the screen. With up to four tiles
 * metric and owner have 64 px at least, what is to be done has 44, and nothing less than 24.
 */
const TYPES: Readonly<Record<TileStep, TileType>> = {
  large: { name: 76, value: 84, action: 54, owner: 68, state: 40, label: 28, padding: 30 },
  medium: { name: 68, value: 66, action: 47, owner: 68, state: 34, label: 26, padding: 18 },
  small: { name: 50, value: 52, action: 36, owner: 46, state: 28, label: 26, padding: 18 },
};

/** From this size on a tile has room for the type, px at 1920 × 1080. */
const LEAST: Readonly<Record<'large' | 'medium', { width: number; height: number }>> = {
  large: { width: 880, height: 520 },
  medium: { width: 720, height: 352 },
};

/** Letters of a line are this high, of the type's size. */
export const LINE = { name: 1.1, action: 1.2, owner: 1.15, state: 1.3, label: 1.3, value: 1 } as const;

/** A lower chart says nothing, px at 1920 × 1080. */
const LEAST_CHART = 110;

/** How much of each text a tile has room for. */
export interface TileLayout {
  step: TileStep;
  type: TileType;
  nameLines: number;
  /** 0: there is no room for it. */
  actionLines: number;
  hasLabels: boolean;
  /** Whether somebody has it is said on a line of its own. */
  isTakenApart: boolean;
  /** The height of the chart, px; 0: there is no room for it. */
  chart: number;
}

/** The type of a tile in its place. */
export function tileType({ width, height }: Box, scale: number): { step: TileStep; type: TileType } {
  const fits = ({ width: w, height: h }: { width: number; height: number }) =>
    width >= w * scale && height >= h * scale;
  const step = fits(LEAST.large) ? 'large' : fits(LEAST.medium) ? 'medium' : 'small';
  const design = TYPES[step];
  const px = (length: number) => Math.round(length * scale);
  return {
    step,
    type: {
      name: px(design.name),
      value: px(design.value),
      action: px(design.action),
      owner: px(design.owner),
      state: px(design.state),
      label: px(design.label),
      padding: px(design.padding),
    },
  };
}

/** What a tile would like to have room for. */
export interface TileWants {
  nameLines: number;
  actionLines: number;
  hasChart: boolean;
  /** A line above the name. */
  hasPanel: boolean;
  /** Who, and whether somebody has it, find no room on one line. */
  isTakenApart: boolean;
}

/**
 * Shares out the height of a tile. First come the state, the metric, who, and a line of what is to be done; then more of
 * what is to be done, more of the metric's name, labels, and last the chart. The sum is never more than the tile has.
 *
 * @param wants - how many lines the texts would take, and whether there is a chart to draw
 */
export function tileLayout(box: Box, scale: number, wants: TileWants): TileLayout {
  const { step, type } = tileType(box, scale);
  let left = box.height - fixedHeight(type, scale, wants.hasPanel);
  const take = (height: number) => {
    const has = left >= height;
    left -= has ? height : 0;
    return has;
  };
  const lines = (most: number, height: number) => {
    let taken = 0;
    while (taken < most && take(height)) {
      taken++;
    }
    return taken;
  };
  const [nameLine, actionLine] = [type.name * LINE.name, type.action * LINE.action];
  const firstAction = lines(Math.min(1, wants.actionLines), actionLine);
  const isTakenApart = wants.isTakenApart && take(type.state * LINE.state);
  const moreName = lines(Math.min(1, wants.nameLines - 1), nameLine);
  const moreAction = firstAction === 0 ? 0 : lines(Math.min(2, wants.actionLines - 1), actionLine);
  const hasLabels = step !== 'small' && take(2 * type.label * LINE.label);
  const spare = left - 2 * gapOf(scale);
  return {
    step,
    type,
    nameLines: 1 + moreName,
    actionLines: firstAction + moreAction,
    hasLabels,
    isTakenApart,
    chart: wants.hasChart && spare >= LEAST_CHART * scale ? Math.floor(spare) : 0,
  };
}

/** Between the parts of a tile, px. */
export function gapOf(scale: number): number {
  return Math.round(12 * scale);
}

/** What every tile has: the line of its state, a line of its name, and who. */
function fixedHeight(type: TileType, scale: number, hasPanel: boolean): number {
  const head = Math.max(type.value * LINE.value, type.state * LINE.state);
  return (
    2 * type.padding +
    head +
    type.name * LINE.name +
    (hasPanel ? type.label * LINE.label : 0) +
    type.owner * LINE.owner +
    3 * gapOf(scale)
  );
}
