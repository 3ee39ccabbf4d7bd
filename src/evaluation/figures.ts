import type { Breach, Figures } from './evaluation';

/** Two breaches closer than this are a flap, whatever `for` is, ms. */
const FLAP_MS = 5 * 60 * 1000;

interface Stretch {
  from: number;
  to: number;
}

/**
 * The figures of the span in view, from firing to end, cut to the span. Breaches of two levels that overlap or touch are
 * one stretch.
 *
 * @param byLevel - The breaches of each level, ascending, also those before the span.
 * @param mayHaveFired - Whether a level may have been firing in the span while that was unknown.
 */
export function figuresOf(
  byLevel: ReadonlyArray<readonly Breach[]>,
  from: number,
  to: number,
  forMs: number,
  mayHaveFired: boolean
): Figures {
  const inView = byLevel.flat().filter((breach) => overlaps(breach, from, to));
  const stretches = unite(inView.map((breach) => cut(breach, from, to)));
  const lengths = stretches.map((stretch) => stretch.to - stretch.from);
  return {
    breaches: stretches.length,
    inBreachMs: lengths.reduce((sum, length) => sum + length, 0),
    longestMs: lengths.reduce((longest, length) => Math.max(longest, length), 0),
    flaps: Math.max(0, ...byLevel.map((breaches) => flaps(breaches, from, to, Math.max(forMs, FLAP_MS)))),
    atLeast: mayHaveFired || inView.some((breach) => breach.firingSince === null || breach.end === undefined),
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

function cut(breach: Breach, from: number, to: number): Stretch {
  return { from: Math.max(from, firesFrom(breach)), to: Math.min(to, breach.end ?? to) };
}

function unite(stretches: readonly Stretch[]): Stretch[] {
  const united: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = united[united.length - 1];
    if (last && stretch.from <= last.to) {
      last.to = Math.max(last.to, stretch.to);
    } else {
      united.push({ ...stretch });
    }
  }
  return united;
}

function flaps(breaches: readonly Breach[], from: number, to: number, limit: number): number {
  return breaches.filter((breach, index) => {
    const begin = breach.onset ?? firesFrom(breach);
    const lastEnd = breaches[index - 1]?.end;
    return lastEnd !== undefined && begin >= from && begin <= to && begin - lastEnd <= limit;
  }).length;
}
