import type { Box } from './box';

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
  /** Between its parts. */
  gap: number;
}

/** How large the type of a tile is: as large as its place allows, in four steps. */
export type TileStep = 'large' | 'medium' | 'compact' | 'small';

/**
 * Px at 1920 × 1080, a little more than asked for: a page around the panel takes some of the screen. With up to four tiles
 * metric and owner have 64 px at least, what is to be done has 44, and nothing less than 24, also where something is wrong
 * with the wall itself: `compact` is all of that, and no more.
 */
const TYPES: Readonly<Record<TileStep, TileType>> = {
  large: { name: 76, value: 84, action: 54, owner: 68, state: 40, label: 28, padding: 30, gap: 12 },
  medium: { name: 68, value: 66, action: 47, owner: 68, state: 34, label: 26, padding: 16, gap: 10 },
  compact: { name: 68, value: 54, action: 47, owner: 68, state: 32, label: 25.5, padding: 10, gap: 7 },
  small: { name: 50, value: 52, action: 36, owner: 46, state: 28, label: 26, padding: 18, gap: 12 },
};

/** The largest type first. */
const STEPS: readonly TileStep[] = ['large', 'medium', 'compact', 'small'];

/** Below this a tile has no room for the width of the type, px at 1920 × 1080. */
export const LEAST_WIDTH: Readonly<Record<TileStep, number>> = { large: 880, medium: 720, compact: 700, small: 480 };

/** The large type is for a tile that has some room to spare, px at 1920 × 1080. */
const LEAST_LARGE = 520;

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

/** The type of a tile in its place: the largest that leaves room for all that a tile says at least. */
export function tileType({ width, height }: Box, scale: number): { step: TileStep; type: TileType } {
  const fits = (step: TileStep) => width >= LEAST_WIDTH[step] * scale && height >= leastHeight(step, scale);
  const step = STEPS.find(fits) ?? 'small';
  return { step, type: typeOf(step, scale) };
}

/** How high a tile of this type is at least, px: state, panel, metric, who, and a line of what is to be done. */
export function leastHeight(step: TileStep, scale: number): number {
  const type = typeOf(step, scale);
  const needed = fixedHeight(type, true) + type.action * LINE.action;
  return step === 'large' ? Math.max(needed, LEAST_LARGE * scale) : needed;
}

function typeOf(step: TileStep, scale: number): TileType {
  const design = TYPES[step];
  // Rounded up: what is asked for is asked for at every size.
  const px = (length: number) => Math.ceil(length * scale);
  return {
    name: px(design.name),
    value: px(design.value),
    action: px(design.action),
    owner: px(design.owner),
    state: px(design.state),
    label: px(design.label),
    padding: Math.round(design.padding * scale),
    gap: Math.round(design.gap * scale),
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
  let left = box.height - fixedHeight(type, wants.hasPanel);
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
  const hasLabels = (step === 'large' || step === 'medium') && take(2 * type.label * LINE.label);
  const spare = left - 2 * type.gap;
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

/** What every tile has: the line of its state, a line of its name, and who. */
function fixedHeight(type: TileType, hasPanel: boolean): number {
  const head = Math.max(type.value * LINE.value, type.state * LINE.state);
  return (
    2 * type.padding +
    head +
    type.name * LINE.name +
    (hasPanel ? type.label * LINE.label : 0) +
    type.owner * LINE.owner +
    3 * type.gap
  );
}
