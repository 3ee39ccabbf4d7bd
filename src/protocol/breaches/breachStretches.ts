import type { Breach } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';

/**
 * The breaches of both levels by what people call one: those that overlap or touch are one stretch, as the figures count
 * them (design: figures, levels united).
 *
 * @param breaches - Ascending by when they fire, as an evaluation tells them.
 * @returns Stretches in their order, none of them empty, each with its breaches ascending.
 */
export function breachStretches(breaches: readonly Breach[]): Breach[][] {
  const stretches: Breach[][] = [];
  let end = -Infinity;
  for (const breach of breaches) {
    if (stretches.length > 0 && firesFrom(breach) <= end) {
      stretches[stretches.length - 1].push(breach);
    } else {
      stretches.push([breach]);
    }
    end = Math.max(end, breach.end ?? Infinity);
  }
  return stretches;
}
