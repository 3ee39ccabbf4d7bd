import type { Stretch } from './stretch';

/**
 * Stretches that can be told apart: where there are more than `most` (each is a DOM node), those become one that are
 * nearer to each other than that share of the span.
 *
 * @param stretches - Ascending and disjoint.
 * @returns Stretches that cover the given ones, ascending and disjoint, about `most` at most.
 */
export function joinStretches(stretches: readonly Stretch[], span: Stretch, most: number): readonly Stretch[] {
  if (stretches.length <= most) {
    return stretches;
  }
  const gap = (span.to - span.from) / most;
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && stretch.from - last.to < gap) {
      joined[joined.length - 1] = { from: last.from, to: stretch.to };
    } else {
      joined.push(stretch);
    }
  }
  return joined;
}
