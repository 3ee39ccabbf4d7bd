import type { Clock } from './clock';

export const WIDTH = 800;
/** Where the plot begins and ends; right of it stand the names of the levels. */
export const LEFT = 24;
export const RIGHT = 632;
export const PADDING = 24;

/** Where times lie, and how they are written. */
export interface Frame {
  x: (time: number) => number;
  clock: Clock;
}

export function frameOf({ from, to }: { from: number; to: number }, clock: Clock): Frame {
  return { clock, x: (time) => LEFT + ((clamp(time, from, to) - from) / (to - from)) * (RIGHT - LEFT) };
}

/** A part of a drawing: as high as it says, drawn from the given y downwards. */
export interface Part {
  height: number;
  draw: (y: number) => string;
}

/** Something that takes room in a row. */
export interface Extent {
  left: number;
  right: number;
}

/** The first row in which each extent has room beside those before it. Extents ascend by their left side. */
export function rowsOf(extents: readonly Extent[], gap = 8): number[] {
  const ends: number[] = [];
  return extents.map(({ left, right }) => {
    const free = ends.findIndex((end) => end + gap <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = right;
    return row;
  });
}

/** The nearest number from `low` to `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
