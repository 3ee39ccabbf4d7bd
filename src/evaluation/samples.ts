import type { Ignored, Samples } from './evaluation';
import { TOO_FEW } from './evaluation';

/** Samples in strictly ascending time. Values may still hold what is no sample (null, NaN). */
export interface Ordered extends Samples {
  /** How many of them count. */
  length: number;
}

/** Whether the value is a sample: null, undefined, NaN and whatever is no number are none, Infinity is one. */
export function isSample(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** The number of rows: values or times without a partner do not count. */
export function countOf({ times, values }: Samples): number {
  return Math.min(times.length, values.length);
}

/** How many of `length` ascending times are at or before `time`. */
export function countUpTo(times: ArrayLike<number>, length: number, time: number): number {
  if (length === 0 || isUpTo(times[length - 1], time)) {
    return length;
  }
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isUpTo(times[middle], time)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Whether a time is at or before another. What is no number is not: comparing it might throw. */
export function isUpTo(time: unknown, other: number): boolean {
  return typeof time === 'number' && time <= other;
}

/** Whether a time comes after another. NaN and what is no number do not. */
export function follows(time: unknown, other: number): boolean {
  return typeof time === 'number' && time > other;
}

/** Whether the times from index `from` to `to` (exclusive) ascend strictly, from the one before `from` on. */
export function ascends(times: ArrayLike<number>, from: number, to: number): boolean {
  let last = from > 0 ? times[from - 1] : -Infinity;
  for (let i = from; i < to; i++) {
    const time = times[i];
    if (!follows(time, last)) {
      return false;
    }
    last = time;
  }
  return true;
}

/**
 * Puts samples into strictly ascending time. Of rows at one time the last that is a sample wins. Times that are not finite
 * are left out. Nothing is mutated.
 *
 * @returns The samples, how many rows can't be used and why, and whether those with a time were out of order.
 */
export function sorted(samples: Samples): { samples: Samples; ignored: Omit<Ignored, 'unpaired'> } {
  const { times, values } = samples;
  const rows = Array.from({ length: countOf(samples) }, (_, index) => index);
  const timed = rows.filter((index) => Number.isFinite(times[index]));
  const wellFormed = timed.filter((index) => isNothing(values[index]));
  const samplesLast = (a: number, b: number) => Number(isSample(values[a])) - Number(isSample(values[b]));
  const order = wellFormed.sort((a, b) => times[a] - times[b] || samplesLast(a, b) || a - b);
  const last = order.filter((index, position) => times[index] !== times[order[position + 1]]);
  const count = order.filter((index) => isSample(values[index])).length;
  const kept = last.filter((index) => isSample(values[index])).length;
  return {
    samples: { times: last.map((i) => times[i]), values: last.map((i) => values[i]) },
    ignored: {
      noTime: rows.length - timed.length,
      sameTime: count - kept,
      notANumber: timed.length - wellFormed.length,
      sorted: timed.some((index, position) => position > 0 && times[index] < times[timed[position - 1]]),
    },
  };
}

/** Whether the value is what is missing, as data sources write it: null, undefined, NaN. Any number is well-formed. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'number' || value === TOO_FEW;
}

/** The first and the last of the first `length` rows: what shows that a stream has written into its own arrays. */
export function endsOf({ times, values }: Samples, length: number): readonly unknown[] {
  return length === 0 ? [] : [times[0], values[0], times[length - 1], values[length - 1]];
}

/** Whether the first `count` rows of both are the same. NaN is NaN. */
export function startsAlike(before: Samples, after: Samples, count: number): boolean {
  return startsAlikeIn(before.times, after.times, count) && startsAlikeIn(before.values, after.values, count);
}

function startsAlikeIn(before: ArrayLike<unknown>, after: ArrayLike<unknown>, count: number): boolean {
  if (before === after) {
    return true;
  }
  for (let i = 0; i < count; i++) {
    // The first comparison is the cheap one, and nearly always enough.
    if (before[i] !== after[i] && !Object.is(before[i], after[i])) {
      return false;
    }
  }
  return true;
}
