import type { Samples, Span } from './evaluation';
import { isSample } from './samples';

/**
 * The value that a share of a series' samples in a span does not exceed (nearest rank): always one of the samples.
 *
 * @param share - From 0 (the least sample) to 1 (the greatest).
 * @returns Undefined where the span has no finite sample.
 */
export function percentile({ times, values }: Samples, share: number, { from, to }: Span): number | undefined {
  const sorted = Array.from(values)
    .filter((value, row): value is number => isSample(value) && times[row] >= from && times[row] <= to)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}
