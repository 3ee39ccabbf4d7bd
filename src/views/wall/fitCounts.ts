/** A count of the header in its two forms, with their widths, px. */
export interface CountWidths {
  whole: number;
  /** Undefined where the number alone would not say what is counted. */
  brief?: number;
}

/** Type of the header is made smaller down to this share of it before it is cut: not below what is read from afar. */
const LEAST_TYPE = 0.76;

/**
 * How the counts of a header find room on one line, each of them: the last ones, which are of the least concern, go down to
 * their shape and their number first; where that is not enough, the type gets smaller.
 *
 * @param gap - between two counts, px
 * @returns how many, from the first on, keep their words, and the share of the type
 */
export function fitCounts(counts: readonly CountWidths[], width: number, gap: number): { whole: number; type: number } {
  const needed = (whole: number) =>
    counts
      .map((one, place) => (place < whole ? one.whole : (one.brief ?? one.whole)))
      .reduce((sum, one) => sum + one + gap, -gap);
  let whole = counts.length;
  while (whole > 0 && needed(whole) > width) {
    whole--;
  }
  return { whole, type: Math.max(LEAST_TYPE, Math.min(1, width / Math.max(1, needed(whole)))) };
}
