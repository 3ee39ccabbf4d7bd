import type { Severity } from '../rule/level';
import type { MarkKind } from './marks';

/** Anything that marks an interval of one metric. */
export interface Ranked {
  from: number;
  to: number;
  kind: MarkKind;
  severity: Severity;
}

type Rank = `${Severity} ${MarkKind}`;

/**
 * What is louder than what: where two intervals of one metric overlap, only the louder is marked. A pending critical
 * level is marked over a firing warning all the same: it says what comes next.
 */
const LOUDER: Partial<Record<Rank, readonly Rank[]>> = {
  'warning firing': ['critical firing'],
  'warning crossed': ['critical crossed'],
  'critical pending': ['critical firing'],
  'warning pending': ['critical firing', 'warning firing', 'critical pending'],
};

/**
 * The parts of each interval over which nothing louder is marked, so that tints never add up.
 *
 * @param intervals - of one metric, in any order
 * @returns parts of them, none empty; those of one kind and severity in the order of time
 */
export function withoutOutranked<T extends Ranked>(intervals: readonly T[]): T[] {
  const byRank = new Map<Rank, T[]>();
  for (const interval of intervals) {
    const rank = rankOf(interval);
    const same = byRank.get(rank) ?? [];
    byRank.set(rank, same);
    same.push(interval);
  }
  return [...byRank].flatMap(([rank, same]) => {
    const louder = (LOUDER[rank] ?? []).flatMap((other) => byRank.get(other) ?? []);
    return subtract(inOrder(same), inOrder(louder));
  });
}

function rankOf({ severity, kind }: Ranked): Rank {
  return `${severity} ${kind}`;
}

function inOrder<T extends Ranked>(intervals: readonly T[]): T[] {
  return [...intervals].sort((a, b) => a.from - b.from);
}

/** Both in the order of their starts. One pass over both. */
function subtract<T extends Ranked>(parts: readonly T[], cuts: readonly Ranked[]): T[] {
  const rest: T[] = [];
  let first = 0;
  for (const part of parts) {
    while (first < cuts.length && cuts[first].to <= part.from) {
      first += 1;
    }
    let { from } = part;
    for (let i = first; i < cuts.length && cuts[i].from < part.to; i++) {
      if (cuts[i].from > from) {
        rest.push({ ...part, from, to: cuts[i].from });
      }
      from = Math.max(from, cuts[i].to);
    }
    if (from < part.to) {
      rest.push(from === part.from ? part : { ...part, from });
    }
  }
  return rest;
}
