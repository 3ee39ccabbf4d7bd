import type { Severity } from '../rule/level';

import type { Changes } from './changes';
import type { Breach, LevelCarry, Pending } from './evaluation';
import { KIND } from './evaluation';
import type { WorstSearch } from './worst';

/** The breaches of a level. One that is over is made once, however often the level is asked for them. */
export class Breaches {
  private readonly over: Breach[] = [];
  private made = 0;

  constructor(
    private readonly changes: Changes,
    private readonly severity: Severity
  ) {}

  /** All of them, ascending and disjoint. */
  all(worst: WorstSearch): Breach[] {
    return [...this.over, ...this.from(this.made, this.changes.length, worst)];
  }

  /** Makes those that nothing can change any more: their end and their recovery are behind. */
  keepOver(worst: WorstSearch): void {
    const end = this.changes.length - 2;
    if (end > this.made) {
      for (const breach of this.from(this.made, end, worst)) {
        this.over.push(breach);
      }
      this.made = end;
    }
  }

  private from(begin: number, end: number, worst: WorstSearch): Breach[] {
    const { changes, severity } = this;
    const breaches: Breach[] = [];
    for (let i = begin; i < end; i++) {
      if (changes.kinds[i] === KIND.firing) {
        breaches.push(breachAt(changes, i, severity, worst));
      }
    }
    return breaches;
  }
}

/** Every key, whether it has a value or not: objects of one shape are cheap to make and to read. */
function breachAt(changes: Changes, index: number, severity: Severity, worst: WorstSearch): Breach {
  const exact = changes.isExact(index);
  const time = changes.times[index];
  const onset = changes.onset(index);
  const recovers = changes.kinds[index + 1] === KIND.recovering;
  return {
    severity,
    onset: exact ? onset : null,
    firingSince: exact ? time : null,
    knownFrom: exact ? undefined : time,
    end: changes.timeAt(index + 1),
    recoveredAt: recovers ? changes.timeAt(index + 2) : undefined,
    worst: worst.find(onset, changes.onsetRow(index), changes.rowAt(index + 1)),
  };
}

/**
 * The stretches in which a level was pending, whether or not it came to fire, ascending and disjoint: those that overlap
 * the span from `from` to `to`, both inclusive; an end is exclusive.
 */
export function pendingsOf(changes: Changes, severity: Severity, from: number, to: number): Pending[] {
  const { times, kinds, length } = changes;
  const pendings: Pending[] = [];
  for (let i = 0; i < length && times[i] <= to; i++) {
    if (kinds[i] === KIND.pending && !(i + 1 < length && times[i + 1] <= from)) {
      pendings.push({ severity, from: changes.isExact(i) ? times[i] : null, to: changes.timeAt(i + 1) });
    }
  }
  return pendings;
}

/** The worst value of what is going on where an evaluation stops, to be carried on. Asked for after its breaches. */
export function withWorst(carry: LevelCarry, onsetRow: number, search: WorstSearch): LevelCarry {
  const worst = carry.lower.kind === KIND.normal ? undefined : search.find(carry.onset, onsetRow, Infinity);
  return worst ? { ...carry, worst } : carry;
}
