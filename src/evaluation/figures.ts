import type { Breach, Figures } from './evaluation';
import { merge } from './merge';

/** Two breaches closer than this are a flap, whatever `for` is, ms. */
const FLAP_MS = 5 * 60 * 1000;

/**
 * The figures of the span in view, from firing to end, cut to the span. Breaches of two levels that overlap or touch are
 * one stretch.
 *
 * @param inView - The breaches of all levels that overlap the span, ascending by `firesFrom`.
 * @param byLevel - The breaches of each level, ascending, also those before the span.
 * @param mayHaveFired - Whether a level may have been firing in the span while that was unknown.
 */
export function figuresOf(
  inView: readonly Breach[],
  byLevel: ReadonlyArray<readonly Breach[]>,
  { from, to }: { from: number; to: number },
  forMs: number,
  mayHaveFired: boolean
): Figures {
  return {
    ...stretches(inView, from, to),
    flaps: flaps(merge(byLevel, firesFrom), { from, to, limit: Math.max(forMs, FLAP_MS) }),
    atLeast: mayHaveFired || inView.some((breach) => breach.firingSince === null && firesFrom(breach) > from),
  };
}

/** When a breach began to fire; with an unknown start, from when on it is known to. */
export function firesFrom(breach: Breach): number {
  return breach.firingSince ?? breach.knownFrom ?? -Infinity;
}

/** Whether a breach fires at any moment of the span: from `from` (inclusive) to `to` (inclusive). An end is exclusive. */
export function overlaps(breach: Breach, from: number, to: number): boolean {
  return firesFrom(breach) <= to && (breach.end === undefined || breach.end > from);
}

function stretches(
  inView: readonly Breach[],
  from: number,
  to: number
): Pick<Figures, 'breaches' | 'inBreachMs' | 'longestMs'> {
  const sum = { breaches: 0, inBreachMs: 0, longestMs: 0 };
  let begin = NaN;
  let end = NaN;
  for (const breach of inView) {
    const fires = Math.max(from, firesFrom(breach));
    const ends = Math.min(to, breach.end ?? to);
    if (fires <= end) {
      sum.inBreachMs += ends > end ? ends - end : 0;
      end = Math.max(end, ends);
    } else {
      sum.breaches++;
      sum.inBreachMs += ends - fires;
      begin = fires;
      end = ends;
    }
    sum.longestMs = Math.max(sum.longestMs, end - begin);
  }
  return sum;
}

/** Of the stretches in breach those that begin in the span, soon after the last one's end. */
function flaps(breaches: readonly Breach[], { from, to, limit }: { from: number; to: number; limit: number }): number {
  let count = 0;
  let end = -Infinity;
  for (const breach of breaches) {
    const fires = firesFrom(breach);
    const begin = breach.onset ?? fires;
    if (fires > end && fires <= to && begin >= from && begin - end <= limit) {
      count++;
    }
    end = Math.max(end, breach.end ?? Infinity);
  }
  return count;
}
