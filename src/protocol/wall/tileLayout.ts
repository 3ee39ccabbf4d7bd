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
  compact: { name: 68, value: 54, action: 47, owner: 68, state: 32, label: 25.5, padding: 8, gap: 4 },
  small: { name: 50, value: 52, action: 36, owner: 46, state: 28, label: 26, padding: 18, gap: 12 },
};

/** The largest type first. */
const STEPS: readonly TileStep[] = ['large', 'medium', 'compact', 'small'];

/** Below this a tile has no room for the width of the type, px at 1920 × 1080. */
export const LEAST_WIDTH: Readonly<Record<TileStep, number>> = { large: 880, medium: 720, compact: 700, small: 480 };

/** The large type is for a tile that has some room to spare, px at 1920 × 1080. */
const LEAST_LARGE = 520;

/** Letters of a line are this high, of the type's size. */
export const LINE = { name: 1.1, action: 1.16, owner: 1.12, state: 1.3, label: 1.3, value: 1 } as const;

/** A lower chart says nothing, px at 1920 × 1080. */
const LEAST_CHART = 110;

/** How much of each text a tile has room for. */
export interface TileLayout {
  step: TileStep;
  type: TileType;
  nameLines: number;
  /** 0: there is no room for it. */
  actionLines: number;
  ownerLines: number;
  hasLabels: boolean;
  /** What is said of the metric is on a line of its own, below its level. */
  isSaidApart: boolean;
  /** Whether somebody has it is said on a line of its own. */
  isTakenApart: boolean;
  /** The height of the chart, px; 0: there is no room for it. */
  chart: number;
}

/** The types that a tile in its place has room for, the largest first: with all of it that a tile says at least. */
export function tileTypes({ width, height }: Box, scale: number): ReadonlyArray<{ step: TileStep; type: TileType }> {
  const fitting = STEPS.filter((step) => width >= LEAST_WIDTH[step] * scale && height >= leastHeight(step, scale));
  // The smallest is for tiles that have no room for what is read from five metres.
  const steps = fitting.some((step) => step !== 'small') ? fitting.filter((step) => step !== 'small') : SMALLEST;
  return steps.map((step) => ({ step, type: typeOf(step, scale) }));
}

const SMALLEST: readonly TileStep[] = ['small'];

/** How high a tile of this type is at least, px: state, panel, metric, who, and so many lines of what is to be done. */
export function leastHeight(step: TileStep, scale: number, actionLines = 1): number {
  const type = typeOf(step, scale);
  const needed = fixedHeight(type, true) + actionLines * type.action * LINE.action;
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
  ownerLines: number;
  hasChart: boolean;
  /** A line above the name: overdue, the level, what is said of it. */
  hasPanel: boolean;
  /** What is said of it finds no room on that line. */
  isSaidApart: boolean;
  /** Who, and whether somebody has it, find no room on one line. */
  isTakenApart: boolean;
}

/**
 * How a tile shares out its height: in the largest type in which nothing of its texts is cut, where there is one; else in the
 * smallest, which leaves the most room for lines.
 *
 * @param wantsOf - how many lines the texts would take in a type, and whether there is a chart to draw
 */
export function tileLayout(box: Box, scale: number, wantsOf: (type: TileType) => TileWants): TileLayout {
  const all = tileTypes(box, scale).map(({ step, type }) => {
    const wants = wantsOf(type);
    return { wants, layout: shareOut(box.height, scale, { step, type, wants }) };
  });
  const { layout } = all.find(({ wants, layout }) => isAll(layout, wants)) ?? all[all.length - 1];
  return layout;
}

/** Whether all lines of its texts have their place. */
function isAll(layout: TileLayout, wants: TileWants): boolean {
  return (
    layout.nameLines >= wants.nameLines &&
    layout.actionLines >= wants.actionLines &&
    layout.ownerLines >= wants.ownerLines &&
    layout.isTakenApart === wants.isTakenApart
  );
}

/**
 * First come the state, the metric, who, and a line of what is to be done; then, a line each, more of what is to be done, of
 * the metric's name, of who; then labels, and last the chart. The sum is never more than the tile has.
 */
function shareOut(
  height: number,
  scale: number,
  { step, type, wants }: { step: TileStep; type: TileType; wants: TileWants }
): TileLayout {
  let left = height - fixedHeight(type, wants.hasPanel);
  const take = (needed: number) => {
    const has = left >= needed;
    left -= has ? needed : 0;
    return has;
  };
  const oneMore = (isWanted: boolean, needed: number) => (isWanted && take(needed) ? 1 : 0);
  const [nameLine, actionLine, ownerLine] = [type.name * LINE.name, type.action * LINE.action, type.owner * LINE.owner];
  const firstAction = oneMore(wants.actionLines > 0, actionLine);
  const isTakenApart = wants.isTakenApart && take(type.state * LINE.state);
  const secondAction = oneMore(firstAction > 0 && wants.actionLines > 1, actionLine);
  const isSaidApart = wants.isSaidApart && take(type.label * LINE.label);
  const moreName = oneMore(wants.nameLines > 1, nameLine);
  const moreOwner = oneMore(wants.ownerLines > 1, ownerLine);
  const thirdAction = oneMore(secondAction > 0 && wants.actionLines > 2, actionLine);
  const hasLabels = (step === 'large' || step === 'medium') && take(2 * type.label * LINE.label);
  const spare = left - 2 * type.gap;
  return {
    step,
    type,
    nameLines: 1 + moreName,
    actionLines: firstAction + secondAction + thirdAction,
    ownerLines: 1 + moreOwner,
    hasLabels,
    isSaidApart,
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
