import { isSample, type Ordered } from './samples';

/** How many distances the median is taken of, at most. */
const PROBES = 999;

/**
 * The median distance of neighbouring samples, ms: what was judged. Of long series, the median of 999 distances spread
 * evenly over them.
 *
 * @returns Undefined for fewer than two samples.
 */
export function medianStep(samples: Ordered): number | undefined {
  const { times, values, length } = samples;
  const stride = Math.max(1, Math.floor(length / PROBES));
  const distances: number[] = [];
  for (let start = 0; start < length; start += stride) {
    const first = nextSample(values, start, length);
    const second = nextSample(values, first + 1, length);
    if (second < length) {
      distances.push(times[second] - times[first]);
    }
    // Long runs of nulls are crossed once.
    start = Math.max(start, first - (first % stride));
  }
  distances.sort((a, b) => a - b);
  return distances[(distances.length - 1) >> 1];
}

function nextSample(values: Ordered['values'], from: number, length: number): number {
  let index = from;
  while (index < length && !isSample(values[index])) {
    index++;
  }
  return index;
}
