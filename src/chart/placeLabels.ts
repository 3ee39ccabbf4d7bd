import type { PlotLine } from './seriesLines';

/** A name that stands at a height of the plot: 0 at its lower end, 1 at its upper; beyond these it stands at the end. */
export interface Placeable {
  position: number;
  /** px. */
  width: number;
}

/** Where a name goes, px from the plot's left and top. */
export interface Place {
  left: number;
  top: number;
}

/** A rectangle of the plot, px. */
interface Box extends Place {
  width: number;
  height: number;
}

/** How high a name is, px. */
export const LABEL_PX = 15;

/** Between a name and the sides of the plot, px. */
const SIDE_PX = 6;

/** Columns in which is looked where lines run, px. */
const COLUMN_PX = 4;

/** A place is worth this many columns of a line less, where another name or its line is in it. */
const TAKEN = 1000;

/**
 * Where the names of threshold lines go: on their line or below it, on the left, on the right or between, where they
 * cover the least of the series, of one another and of other threshold lines; of equal places the first one of these.
 * What stands at an end of the plot has no line there, and may stand a row further in.
 *
 * @param lines - of the series, in shares of the plot
 * @param plot - px
 * @param taken - what names must not cover besides
 * @returns a place for each label, in their order
 */
export function placeLabels(
  labels: readonly Placeable[],
  lines: readonly PlotLine[],
  plot: { width: number; height: number },
  taken: readonly Box[] = []
): Place[] {
  const columns = columnsOf(lines, plot);
  const heights = labels.map(({ position }) => (1 - position) * plot.height);
  const boxes: Box[] = [...taken];
  return labels.map(({ width }, index) => {
    const others = heights.filter((y) => y !== heights[index]);
    const [best] = candidates(Math.min(width, plot.width * 0.7), heights[index], plot)
      .map((box) => ({ box, cost: covered(box, columns) + TAKEN * clashes(box, boxes, others) }))
      .reduce(
        (cheapest, each) => (each.cost < cheapest[0].cost ? [each] : cheapest),
        [{ box: { left: SIDE_PX, top: 0, width, height: LABEL_PX }, cost: Infinity }]
      );
    boxes.push(best.box);
    return { left: best.box.left, top: best.box.top };
  });
}

/** Where a name may stand but on the left, in shares of the way to the right: the right itself first, then the middle. */
const BETWEEN = [1, 1 / 2, 1 / 4, 3 / 4, 1 / 8, 3 / 8, 5 / 8, 7 / 8];

function candidates(width: number, line: number, plot: { width: number; height: number }): Box[] {
  const y = Math.max(0, Math.min(plot.height, line));
  const rows =
    line < 0 ? [y, y + LABEL_PX] : line > plot.height ? [y - LABEL_PX, y - 2 * LABEL_PX] : [y - LABEL_PX, y + 1];
  const tops = rows.filter((top) => top >= 0 && top + LABEL_PX <= plot.height);
  const right = plot.width - width - SIDE_PX;
  const lefts = [SIDE_PX, ...BETWEEN.map((share) => SIDE_PX + share * (right - SIDE_PX))].filter((left) => left >= 0);
  return lefts.flatMap((left) => tops.map((top) => ({ left, top, width, height: LABEL_PX })));
}

/** For each column of the plot from where to where lines run in it, px from the top. */
type Columns = ReadonlyArray<ReadonlyArray<readonly [top: number, bottom: number]>>;

function columnsOf(lines: readonly PlotLine[], plot: { width: number; height: number }): Columns {
  const columns = Array.from({ length: Math.ceil(plot.width / COLUMN_PX) + 1 }, () => new Array<[number, number]>());
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [from, to] = [line[i - 1], line[i]];
      const [x0, x1] = [(from[0] * plot.width) / COLUMN_PX, (to[0] * plot.width) / COLUMN_PX];
      const [y0, y1] = [(1 - from[1]) * plot.height, (1 - to[1]) * plot.height];
      const at = (x: number) => (x1 > x0 ? y0 + ((Math.min(Math.max(x, x0), x1) - x0) / (x1 - x0)) * (y1 - y0) : y1);
      for (let column = Math.max(0, Math.floor(x0)); column <= x1 && column < columns.length; column++) {
        const ends = x1 > x0 ? [at(column), at(column + 1)] : [y0, y1];
        columns[column].push([Math.min(...ends), Math.max(...ends)]);
      }
    }
  }
  return columns;
}

function covered({ left, top, width, height }: Box, columns: Columns): number {
  let count = 0;
  for (let column = Math.floor(left / COLUMN_PX); column <= (left + width) / COLUMN_PX; column++) {
    count += (columns[column] ?? []).some(([from, to]) => to >= top && from <= top + height) ? 1 : 0;
  }
  return count;
}

function clashes(box: Box, boxes: readonly Box[], lines: readonly number[]): number {
  const { left, top, width, height } = box;
  const hit = boxes.filter(
    (other) =>
      other.left < left + width &&
      left < other.left + other.width &&
      other.top < top + height &&
      top < other.top + other.height
  );
  return hit.length + lines.filter((y) => y > top + 2 && y < top + height - 1).length / 10;
}
