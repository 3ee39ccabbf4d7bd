import type { Samples } from './evaluation';

/** Samples in strictly ascending time. Values may still hold what is no sample (null, NaN). */
export interface Ordered extends Samples {
  /** How many of them count. */
  length: number;
}

/**
 * Puts samples into strictly ascending time. Of samples at one time the last that is one wins. Times that are not finite
 * are left out, and so are values or times without a partner. What is in order already is passed on as it is; nothing is
 * mutated.
 */
export function inOrder(samples: Samples): Ordered {
  const { times, values } = samples;
  const length = Math.min(times.length, values.length);
  return isAscending(times, length) ? { times, values, length } : sorted(samples, length);
}

/** Whether the value is a sample: null, undefined, NaN and whatever is no number are none, Infinity is one. */
export function isSample(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** The index of the first of `length` ascending times that is not before `time`. */
export function lowerBound(times: ArrayLike<number>, length: number, time: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function isAscending(times: ArrayLike<number>, length: number): boolean {
  let last = -Infinity;
  for (let i = 0; i < length; i++) {
    const time = times[i];
    // Written so that NaN and what is no number fail; the last check below finds Infinity.
    if (!(time > last) || typeof time !== 'number') {
      return false;
    }
    last = time;
  }
  return last !== Infinity;
}

function sorted({ times, values }: Samples, length: number): Ordered {
  const order = Array.from({ length }, (_, index) => index)
    .filter((index) => Number.isFinite(times[index]) && isSample(values[index]))
    .sort((a, b) => times[a] - times[b] || a - b);
  const last = order.filter((index, position) => times[index] !== times[order[position + 1]]);
  return { times: last.map((i) => times[i]), values: last.map((i) => values[i]), length: last.length };
}
