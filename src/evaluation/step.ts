import type { Ordered } from './samples';
import { isSample } from './samples';

/** How many distances the median is taken of, at most. */
const PROBES = 127;

/**
 * The median distance of neighbouring samples, ms: what was judged. Of long series, the median of 127 distances spread
 * evenly over them.
 *
 * @param from - The first row that counts.
 * @returns Undefined for fewer than two samples.
 */
export function medianStep(samples: Ordered, from = 0): number | undefined {
  const { times, values, length } = samples;
  const stride = Math.max(1, Math.floor((length - from) / PROBES));
  const distances: number[] = [];
  for (let start = from; start < length; start += stride) {
    const first = nextSample(values, start, length);
    const second = nextSample(values, first + 1, length);
    if (second < length && isNumber(times[first]) && isNumber(times[second])) {
      distances.push(times[second] - times[first]);
    }
    // Long runs of nulls are crossed once.
    start = Math.max(start, first - ((first - from) % stride));
  }
  return median(distances);
}

/** Of samples that nobody has put in order, times may be anything. */
function isNumber(time: unknown): time is number {
  return typeof time === 'number' && Number.isFinite(time);
}

/** The lower one of the two in the middle of an even count. */
function median(numbers: number[]): number | undefined {
  // Most series are regular: nothing to sort.
  if (numbers.every((one) => one === numbers[0])) {
    return numbers[0];
  }
  return Float64Array.from(numbers).sort()[(numbers.length - 1) >> 1];
}

function nextSample(values: Ordered['values'], from: number, length: number): number {
  let index = from;
  while (index < length && !isSample(values[index])) {
    index++;
  }
  return index;
}
