import type { Breach } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import type { Stretch } from '../stretch';
import type { Intervention } from './intervention';

/** Interventions, by the stretch in breach that they speak of. */
export interface Linked {
  /** In the order of the stretches; each ascending by `at`. */
  of: ReadonlyArray<readonly Intervention[]>;
  /** Whether an intervention speaks of a stretch's time, also where it belongs to another one. */
  isSpokenOf: readonly boolean[];
  /** Those of this metric that fit none of the stretches. */
  orphans: readonly Intervention[];
}

/**
 * Ties the interventions of a metric to its stretches in breach, each to one of them at most: by identity, severity and
 * overlapping time (design), so that onsets and ends may move as they do with the query's resolution.
 *
 * Where several overlap, because what was one breach is split now, it belongs to the one in which it was said if the
 * breach was open then, else to the one that it overlaps most, else to the earlier. A stretch of another severity takes it
 * only where none of its own does: a coarser step shows a short critical as a warning. What overlaps nothing belongs to
 * the nearest stretch that is no farther away than a step of both: a coarse value stands for the time since the one
 * before it.
 *
 * @param stretches - Breaches of all levels that overlap or touch, ascending; none of them empty.
 * @param stepMs - Between the values that were judged.
 */
export function linkInterventions(
  stretches: ReadonlyArray<readonly Breach[]>,
  identity: string,
  interventions: readonly Intervention[],
  stepMs = 0
): Linked {
  const of: Intervention[][] = stretches.map(() => []);
  const isSpokenOf = stretches.map(() => false);
  const orphans: Intervention[] = [];
  const own = interventions.filter(({ breach }) => breach.identity === identity);
  for (const one of own.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))) {
    const fits = fitsOf(stretches, one, stepMs);
    fits.forEach(({ index }) => (isSpokenOf[index] = true));
    (fits.length > 0 ? of[best(fits).index] : orphans).push(one);
  }
  return { of, isSpokenOf, orphans };
}

/** The time of a breach: from its onset, or from when on it is known, to its end; Infinity where it is open. */
export function timeOf(breach: Breach): Stretch {
  return { from: breach.onset ?? firesFrom(breach), to: breach.end ?? Infinity };
}

/** Whether the breach was open when it was said. */
export function wasOpen({ at, breach }: Intervention): boolean {
  return breach.stretch.to >= at;
}

/** How a stretch fits an intervention: the smaller the numbers, from the first on, the better. */
interface Fit {
  index: number;
  rank: readonly number[];
}

function fitsOf(stretches: ReadonlyArray<readonly Breach[]>, one: Intervention, stepMs: number): Fit[] {
  const slack = stepMs + (one.breach.stepMs ?? 0);
  return stretches.flatMap((breaches, index) => {
    const parts = breaches.map((breach) => rankOf(breach, one)).filter(([gap]) => gap <= slack);
    return parts.length === 0 ? [] : [{ index, rank: parts.reduce(better) }];
  });
}

function rankOf(breach: Breach, one: Intervention): readonly number[] {
  const { from, to } = timeOf(breach);
  const { stretch, severity } = one.breach;
  const shared = Math.min(to, stretch.to) - Math.max(from, stretch.from);
  const isSaidInIt = wasOpen(one) && from <= one.at && one.at <= to;
  return [Math.max(0, -shared), breach.severity === severity ? 0 : 1, isSaidInIt ? 0 : 1, -shared];
}

function best(fits: readonly Fit[]): Fit {
  return fits.reduce((a, b) => (better(a.rank, b.rank) === a.rank ? a : b));
}

/** The first of two that are alike. */
function better(a: readonly number[], b: readonly number[]): readonly number[] {
  const place = a.findIndex((number, index) => number !== b[index]);
  return place === -1 || a[place] < b[place] ? a : b;
}
