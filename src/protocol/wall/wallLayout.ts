import type { Box } from './box';
import { leastHeight, LEAST_WIDTH } from './tileLayout';
import { sharePlaces } from './wallPages';

/** What there is to lay out. */
export interface WallContent {
  firing: number;
  /** What stands in the strip: what can't be judged, and what is normal. */
  cells: number;
  /** How many of the cells, from the first on, should stay while the others take turns. */
  unjudged: number;
  /** Whether there is something to be said above all: data are old, the connection is lost. */
  hasTrouble: boolean;
}

/** Where everything on a wall stands. All places are there on every page. */
export interface WallLayout {
  /** How large a pixel of the design (1920 × 1080) is here, px. */
  scale: number;
  header: Box & { isStacked: boolean };
  /** What is wrong with the wall itself; `isLow` where what fires needs the room. */
  trouble?: Box & { isLow: boolean };
  /** One a firing metric, the worst first; fewer than there are where they have to take turns. */
  tiles: readonly Box[];
  /** What is said of the whole where nothing fires. */
  whole?: Box;
  cells: readonly Box[];
  /** Cells of one line, where there are many. */
  isDense: boolean;
  /** Says which page this is, where there are several. */
  foot: Box & { isStacked: boolean };
}

/** The sizes of the design, px at 1920 × 1080. */
const DESIGN = {
  width: 1920,
  height: 1080,
  padding: 32,
  gap: { wide: 20, stacked: 15 },
  header: 72,
  stackedHeader: 108,
  trouble: { wide: 190, stacked: 236 },
  /** Where a higher one would take the type of what fires. */
  lowTrouble: { wide: 108, stacked: 176 },
  foot: { wide: 40, stacked: 72 },
  cell: { width: 252, height: 100 },
  denseCell: { width: 330, height: 56 },
  /** Where they take turns all the same: each with its name. */
  wideCell: { width: 440, height: 56 },
  /** Where turns would take too long. */
  lowCell: { width: 312, height: 44 },
  /** The shape that the type of a tile needs. */
  tile: { width: 760, height: 360 },
  whole: { least: 250, share: 0.42 },
} as const;

/** Below this type can't be read at any distance: a small panel shows less instead. */
const LEAST_SCALE = 0.5;

/** A few cells do not spread over all of the width: of their design. */
const WIDEST = 2.05;

/** Narrower than this for its scale, and the header takes two lines. */
const STACKED_BELOW = 1500;

/** More firing metrics than this at once are no longer read, but counted. */
const MOST_TILES = 6;

/** Who waits for more than these has forgotten what they wanted to see. */
const FEW_PAGES = 4;

/** The share of the height that the strip may take beside what fires. */
const STRIP_SHARE = 0.3;

/**
 * How a wall of this size is laid out: its type grows with it, so that it is read from as far on each screen. Nothing
 * overlaps, and all is within the size; what finds no place takes turns (see `wallPages`).
 *
 * @param size - of the container, px
 */
export function wallLayout(size: { width: number; height: number }, content: WallContent): WallLayout {
  const scale = scaleOf(size);
  const px = (length: number) => Math.round(length * scale);
  const padding = px(DESIGN.padding);
  const width = Math.max(0, size.width - 2 * padding);
  const isStacked = width / scale < STACKED_BELOW;
  const gap = px(isStacked ? DESIGN.gap.stacked : DESIGN.gap.wide);
  const header = {
    x: padding,
    y: px(14),
    width,
    height: px(isStacked ? DESIGN.stackedHeader : DESIGN.header),
    isStacked,
  };
  const footHeight = px(isStacked ? DESIGN.foot.stacked : DESIGN.foot.wide);
  const foot = { x: padding, y: size.height - footHeight, width, height: footHeight, isStacked };
  const top = header.y + header.height + px(isStacked ? 8 : 10);
  const below: Box = { x: padding, y: top, width, height: Math.max(0, foot.y - top) };
  const surroundings = { scale, gap };
  const [whole, low] = [DESIGN.trouble, DESIGN.lowTrouble].map(({ stacked, wide }) => px(isStacked ? stacked : wide));
  const rooms: Array<{ room: Box; trouble?: Box }> = content.hasTrouble
    ? [whole, low].map((height) => underTrouble(below, height, gap))
    : [{ room: below }];
  const parts = rooms.map((one) => ({ ...one, ...partsOf(one.room, surroundings, content) }));
  const { trouble, main, tiles, strip } = parts.find((one) => haveType(one.tiles, scale)) ?? parts[parts.length - 1];
  return {
    scale,
    header,
    ...(trouble && { trouble: { ...trouble, isLow: trouble.height < whole } }),
    tiles,
    ...(content.firing === 0 && { whole: main }),
    cells: strip.cells,
    isDense: strip.isDense,
    foot,
  };
}

/** What is left of a room below what is said above all. */
function underTrouble(room: Box, height: number, gap: number): { room: Box; trouble: Box } {
  const taken = Math.min(room.height, height + gap);
  return {
    room: { ...room, y: room.y + taken, height: room.height - taken },
    trouble: { ...room, height: Math.min(height, room.height) },
  };
}

function partsOf(room: Box, { scale, gap }: Surroundings, content: WallContent) {
  const strip = stripOf(room, { scale, gap, ...content });
  const main: Box = { ...room, height: Math.max(0, room.height - strip.height - (strip.height > 0 ? gap : 0)) };
  return { strip, main, tiles: tileBoxes(main, { scale, gap, count: content.firing }) };
}

/** Whether tiles have room for type that is read from five metres. */
function haveType(tiles: readonly Box[], scale: number): boolean {
  const [width, height] = [LEAST_WIDTH.compact * scale, leastHeight('compact', scale)];
  return tiles.every((tile) => tile.width >= width && tile.height >= height);
}

/** Both sides count: a portrait screen is as large as the same one turned. */
function scaleOf({ width, height }: { width: number; height: number }): number {
  const [long, short] = [Math.max(width, height) / DESIGN.width, Math.min(width, height) / DESIGN.height];
  return Math.max(LEAST_SCALE, Math.min(Math.sqrt(long * short), short * 1.25, long * 1.25));
}

interface Surroundings {
  scale: number;
  gap: number;
}

const NO_STRIP = { cells: [], isDense: false, height: 0 };

/** The strip at the foot: as high as it needs, as far as what stands above it leaves room; none where a tile would be cut for it. */
function stripOf(room: Box, surroundings: Surroundings & WallContent) {
  const { scale, gap, firing, cells } = surroundings;
  if (cells === 0) {
    return NO_STRIP;
  }
  const grid = gridFor(room, surroundings);
  if (firing > 0 && room.height - grid.height - gap < leastHeight('small', scale)) {
    return NO_STRIP;
  }
  const y = room.y + room.height - grid.height;
  return { cells: grid.boxes.map((box) => ({ ...box, x: box.x + room.x, y: box.y + y })), ...grid };
}

/**
 * The grid in which all is seen soon: of the heights that it may have the lower one that is enough, of cells that take turns
 * the wider ones, which show more of a name.
 */
function gridFor(room: Box, { scale, gap, firing, cells, unjudged }: Surroundings & WallContent) {
  const heights =
    firing > 0
      ? [2, 1].map((lines) => stripBeside(room, { scale, gap, firing, lines }))
      : [room.height - wholeHeight(room, scale) - gap];
  const gridsOf = (most: number) => {
    const [tall, dense, wide, low] = [DESIGN.cell, DESIGN.denseCell, DESIGN.wideCell, DESIGN.lowCell].map((design) =>
      gridOf(room.width, design, { scale, gap, cells, most })
    );
    return tall.fits ? [tall] : dense.hasAll ? [dense] : [wide, low];
  };
  const grids = heights.flatMap(gridsOf);
  const pagesOf = ({ boxes }: (typeof grids)[number]) => sharePlaces(cells, boxes.length, unjudged).pages;
  return grids.find((grid) => pagesOf(grid) <= FEW_PAGES) ?? gridsOf(heights[0]).at(-1) ?? grids[0];
}

/** What fires goes first: what its tiles need for their type is not for the strip, as long as a line of that is left. */
function stripBeside(
  room: Box,
  { scale, gap, firing, lines }: Surroundings & { firing: number; /** Of what is to be done. */ lines: number }
): number {
  const needed = rowsOf(room, { scale, gap, count: firing }) * (leastHeight('compact', scale, lines) + gap);
  return Math.max(0, Math.min(room.height * STRIP_SHARE, room.height - needed));
}

function wholeHeight(room: Box, scale: number): number {
  return Math.max(DESIGN.whole.least * scale, room.height * DESIGN.whole.share);
}

/** A grid of cells in a width, of as many lines as fit. */
function gridOf(
  width: number,
  design: { width: number; height: number },
  { scale, gap, cells, most }: Surroundings & { cells: number; most: number }
) {
  const space = Math.round(gap * 0.6);
  const height = Math.round(design.height * scale);
  const columns = Math.max(1, Math.floor((width + space) / (design.width * scale + space)));
  const lines = Math.max(1, Math.floor((most + space) / (height + space)));
  const needed = Math.ceil(cells / columns);
  const used = Math.min(lines, needed);
  const even = needed <= lines ? Math.ceil(cells / used) : columns;
  const cell = Math.min((width - (even - 1) * space) / even, design.width * scale * WIDEST);
  const boxes = Array.from({ length: Math.min(cells, used * even) }, (_, place): Box => {
    const [column, line] = [place % even, Math.floor(place / even)];
    return { x: column * (cell + space), y: line * (height + space), width: cell, height };
  });
  return {
    boxes,
    hasAll: needed <= lines,
    fits: needed <= lines && lines * height + (lines - 1) * space <= most,
    isDense: design !== DESIGN.cell,
    height: used * height + (used - 1) * space,
  };
}

/** The tiles of what fires, the worst with the most room. */
function tileBoxes(main: Box, { scale, gap, count }: Surroundings & { count: number }): Box[] {
  if (count === 0) {
    return [];
  }
  const shown = Math.min(count, capacityOf(main, scale, gap));
  if (isWorstAlone(shown, main, scale, gap)) {
    const left = Math.floor(Math.min((main.width - gap) * 0.56, main.width - gap - LEAST_WIDTH.compact * scale));
    const right = { ...main, x: main.x + left + gap, width: main.width - left - gap };
    return [{ ...main, width: left }, ...linesOf(right, [1, 1], gap)];
  }
  return linesOf(main, sharedOut(shown, linesFor(shown, main, scale, gap)), gap);
}

/** On how many lines the tiles stand in a room, before the strip takes of it. */
function rowsOf(room: Box, { scale, gap, count }: Surroundings & { count: number }): number {
  const shown = Math.min(count, capacityOf(room, scale, gap));
  return isWorstAlone(shown, room, scale, gap) ? 2 : linesFor(shown, room, scale, gap);
}

/** Three tiles on a wide wall: the worst on the left, the others under one another. */
function isWorstAlone(shown: number, room: Box, scale: number, gap: number): boolean {
  const { width, height } = room;
  const isWide = width >= 2 * DESIGN.tile.width * scale && width > height;
  return shown === 3 && isWide && mostOf(room, scale, gap).lines >= 2;
}

/** How many tiles there is room for, with the smaller type. */
function capacityOf(room: Box, scale: number, gap: number): number {
  const { columns, lines } = mostOf(room, scale, gap);
  return Math.min(MOST_TILES, columns * lines);
}

/** How many tiles have room beside and above one another, so that nothing of them is cut. */
function mostOf({ width, height }: Box, scale: number, gap: number): { columns: number; lines: number } {
  const most = (length: number, least: number) => Math.max(1, Math.floor((length + gap) / (least + gap)));
  return { columns: most(width, LEAST_WIDTH.small * scale), lines: most(height, leastHeight('small', scale)) };
}

/** Of the numbers of lines on which they have room, the one whose tiles are nearest to the shape that their type needs. */
function linesFor(count: number, room: Box, scale: number, gap: number): number {
  const { width, height } = room;
  const most = mostOf(room, scale, gap);
  const fit = (lines: number) => {
    const columns = Math.ceil(count / lines);
    const tile = { width: (width - (columns - 1) * gap) / columns, height: (height - (lines - 1) * gap) / lines };
    return Math.min(tile.width / (DESIGN.tile.width * scale), tile.height / (DESIGN.tile.height * scale));
  };
  const all = Array.from({ length: Math.min(count, most.lines) }, (_, index) => index + 1);
  const having = all.filter((lines) => Math.ceil(count / lines) <= most.columns);
  return having.reduce((best, lines) => (fit(lines) > fit(best) + 0.01 ? lines : best));
}

/** So many tiles on so many lines: the first lines have fewer, and so wider ones. */
function sharedOut(count: number, lines: number): number[] {
  const least = Math.floor(count / lines);
  return Array.from({ length: lines }, (_, line) => least + (line >= lines - (count % lines) ? 1 : 0));
}

function linesOf(main: Box, perLine: readonly number[], gap: number): Box[] {
  const height = (main.height - (perLine.length - 1) * gap) / perLine.length;
  return perLine.flatMap((tiles, line) => {
    const width = (main.width - (tiles - 1) * gap) / tiles;
    return Array.from({ length: tiles }, (_, place): Box => ({
      x: main.x + place * (width + gap),
      y: main.y + line * (height + gap),
      width,
      height,
    }));
  });
}
