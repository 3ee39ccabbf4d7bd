/** A part of a line. */
export interface Part {
  key: string;
  /** Px; 0: there is nothing of it. */
  width: number;
  /** 0 stays in any case; of the others the least go first. */
  rank: number;
}

/**
 * Which parts of a line there is room for. A part goes whole: half a duration would be another one.
 *
 * @param gap - between two parts, px
 */
export function keepParts(parts: readonly Part[], width: number, gap: number): ReadonlySet<string> {
  const kept = new Set<string>();
  let left = width;
  for (const part of [...parts].sort((a, b) => a.rank - b.rank)) {
    const needed = part.width + (kept.size > 0 ? gap : 0);
    if (part.width > 0 && (part.rank === 0 || needed <= left)) {
      kept.add(part.key);
      left -= needed;
    }
  }
  return kept;
}
