import type { Breach, Samples, Span } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import type { Level } from '../../rule/level';

/** A point of a drawing, px from its left upper corner. */
export type Point = readonly [x: number, y: number];

/** A drawing of a metric with its levels and its breaches. */
export interface Spark {
  /** Connected stretches of the line. */
  lines: ReadonlyArray<readonly Point[]>;
  levels: ReadonlyArray<{ y: number; severity: Level['severity'] }>;
  breaches: ReadonlyArray<{ x: number; width: number; severity: Level['severity'] }>;
  /** The newest value. */
  last?: Point;
}

/** What a drawing shows. */
export interface Drawn {
  samples: Samples;
  span: Span;
  levels: readonly Level[];
  breaches: readonly Breach[];
}

/** More points than this a line of a wall does not need. */
const MOST_POINTS = 240;

/** Above and below the line and its levels, of the height. */
const MARGIN = 0.08;

/** A breach is seen however short it was, px. */
const LEAST_BREACH = 3;

/**
 * Draws a metric: each bin of its samples from its least to its greatest, so that no peak is lost. A missing value is a gap.
 * All of it is inside the size.
 *
 * @returns Undefined where there is no value to draw.
 */
export function sparkOf(
  { samples, span, levels, breaches }: Drawn,
  size: { width: number; height: number }
): Spark | undefined {
  const to = Math.max(span.now ?? span.to, span.from + 1);
  const bins = binsOf(samples, { from: span.from, to });
  const values = bins.flatMap((bin) => (bin ? [bin.low, bin.high] : []));
  if (values.length === 0) {
    return undefined;
  }
  const bounds = levels.flatMap(({ condition }) => [...condition.bounds]).filter(Number.isFinite);
  const yOf = scaleTo([...values, ...bounds], size.height);
  const xOf = (time: number) => ((Math.min(Math.max(time, span.from), to) - span.from) / (to - span.from)) * size.width;
  const lines = stretchesOf(bins, xOf, yOf);
  return {
    lines,
    levels: levels.flatMap(({ severity, condition }) =>
      condition.bounds.filter(Number.isFinite).map((bound) => ({ severity, y: yOf(bound) }))
    ),
    breaches: breaches.flatMap((breach) => boxOf(breach, { from: span.from, to }, xOf, size.width)),
    last: lines.at(-1)?.at(-1),
  };
}

interface Bin {
  first: { time: number; value: number };
  last: { time: number; value: number };
  low: number;
  high: number;
}

/** The samples of a span in equal bins; a bin without a value is undefined only where a value is missing. */
function binsOf({ times, values }: Samples, { from, to }: { from: number; to: number }): Array<Bin | undefined> {
  const width = (to - from) / MOST_POINTS;
  const bins: Array<Bin | undefined> = [];
  let place = -1;
  for (let index = 0; index < times.length; index++) {
    const [time, value] = [times[index], values[index]];
    if (!(time >= from && time <= to)) {
      continue;
    }
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      if (bins.at(-1) !== undefined) {
        bins.push(undefined);
      }
      continue;
    }
    const own = Math.floor((time - from) / width);
    const bin = bins.at(-1);
    if (bin && own === place) {
      bin.last = { time, value };
      bin.low = Math.min(bin.low, value);
      bin.high = Math.max(bin.high, value);
    } else {
      bins.push({ first: { time, value }, last: { time, value }, low: value, high: value });
    }
    place = own;
  }
  return bins;
}

function stretchesOf(
  bins: ReadonlyArray<Bin | undefined>,
  xOf: (time: number) => number,
  yOf: (value: number) => number
): Point[][] {
  const stretches: Point[][] = [];
  let open: Point[] | undefined;
  for (const bin of bins) {
    if (!bin) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = [];
      stretches.push(open);
    }
    const x = xOf(bin.first.time);
    const ends = [bin.first.value, bin.last.value];
    const inner = [bin.low, bin.high].filter((value) => !ends.includes(value));
    open.push(...[bin.first.value, ...inner, bin.last.value].map((value): Point => [x, yOf(value)]));
  }
  return stretches;
}

function scaleTo(values: readonly number[], height: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low || Math.abs(high) || 1;
  const [bottom, top] = [low - spread * MARGIN, high + spread * MARGIN];
  return (value) => height - ((value - bottom) / (top - bottom)) * height;
}

function boxOf(
  breach: Breach,
  { from, to }: { from: number; to: number },
  xOf: (time: number) => number,
  width: number
) {
  const [begin, end] = [Math.max(firesFrom(breach), from), Math.min(breach.end ?? to, to)];
  if (!(begin < end)) {
    return [];
  }
  const x = Math.min(xOf(begin), width - LEAST_BREACH);
  return [{ x, width: Math.max(LEAST_BREACH, xOf(end) - x), severity: breach.severity }];
}
