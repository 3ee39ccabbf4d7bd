import type { Change, Kind } from './evaluation';
import { KIND } from './evaluation';

/** How far the changes of a level had come. */
export interface ChangesMark {
  length: number;
  inexact: number;
  inexactOnset: { time: number; row: number };
  first?: { time: number; kind: Kind; row: number };
}

/**
 * The known changes of one level, ascending in time; `unknown` at most as the first. Kept in columns: a column of
 * numbers costs no object per change, and long histories have tens of thousands of them.
 */
export class Changes {
  readonly times: number[] = [];
  readonly kinds: Kind[] = [];
  private readonly rows: number[] = [];

  /** How many changes, the first ones, are not known to have happened at their time: the state is known from then on. */
  private inexact = 0;
  /** The onset of the last one of them, as far as it is known. */
  private inexactOnset = { time: NaN, row: 0 };

  /** @param row - How many rows of the samples are before the first one that is judged after what was carried. */
  constructor(carried: readonly Change[] = [], row = 0) {
    for (const { time, kind, exact, onset } of carried) {
      this.push(time, kind, row);
      if (!exact) {
        this.blur(onset, row);
      }
    }
  }

  get length(): number {
    return this.times.length;
  }

  push(time: number, kind: Kind, row: number): void {
    this.times.push(time);
    this.kinds.push(kind);
    this.rows.push(row);
  }

  /** Says of the change that was pushed last that its state is known from then on, but may have begun before. */
  blur(onset: number, onsetRow: number): void {
    this.inexact = this.times.length;
    this.inexactOnset = { time: onset, row: onsetRow };
  }

  /** Takes all changes back. */
  clear(): void {
    this.cut(0);
    this.inexact = 0;
  }

  /** How far it has come, to come back to. */
  mark(): ChangesMark {
    const { length, inexact, inexactOnset, times, kinds, rows } = this;
    // The first one is the only one that is ever taken back by itself.
    const first = length === 1 ? { time: times[0], kind: kinds[0], row: rows[0] } : undefined;
    return { length, inexact, inexactOnset, first };
  }

  /** Takes back what was pushed since the mark was made. */
  reset({ length, inexact, inexactOnset, first }: ChangesMark): void {
    this.cut(first ? 0 : length);
    if (first) {
      this.push(first.time, first.kind, first.row);
    }
    this.inexact = inexact;
    this.inexactOnset = inexactOnset;
  }

  private cut(length: number): void {
    this.times.length = this.kinds.length = this.rows.length = length;
  }

  /** Whether the change's time is when it happened; else it is the moment from which the state is known. */
  isExact(index: number): boolean {
    return index >= this.inexact;
  }

  /** For pending and firing: since when the condition has held, as far as is known. Else the time. */
  onset(index: number): number {
    return index === this.inexact - 1 ? this.inexactOnset.time : this.times[this.begin(index)];
  }

  /** How many rows of the samples are before the onset. */
  onsetRow(index: number): number {
    return index === this.inexact - 1 ? this.inexactOnset.row : this.rows[this.begin(index)];
  }

  /** The change with which a breach begins: the run-up, where there is one. */
  private begin(index: number): number {
    const { kinds } = this;
    return index > 0 && kinds[index] === KIND.firing && kinds[index - 1] === KIND.pending ? index - 1 : index;
  }

  at(index: number): Change {
    return {
      time: this.times[index],
      kind: this.kinds[index],
      exact: this.isExact(index),
      onset: this.onset(index),
    };
  }

  /** The time of a change; undefined beyond the last one. */
  timeAt(index: number): number | undefined {
    return index < this.times.length ? this.times[index] : undefined;
  }

  /** How many rows of the samples are before a change; Infinity beyond the last one. */
  rowAt(index: number): number {
    return index < this.rows.length ? this.rows[index] : Infinity;
  }

  /** The last change at or before `time`; undefined where there is none. */
  lastUpTo(time: number): Change | undefined {
    let index = this.length - 1;
    while (index >= 0 && this.times[index] > time) {
      index--;
    }
    return index >= 0 ? this.at(index) : undefined;
  }

  /** When the state became known; -Infinity where it always was, Infinity where it never did. */
  get knownFrom(): number {
    return this.kinds[0] === KIND.unknown ? (this.timeAt(1) ?? Infinity) : -Infinity;
  }

  /** The changes back to the one that began what is still going on: a pending, a breach with its run-up, a recovery. */
  unfinished(): Change[] {
    const { kinds } = this;
    let index = Math.max(0, this.length - 1);
    if (kinds[index] === KIND.recovering && index > 0) {
      index--;
    }
    const changes: Change[] = [];
    for (let i = this.begin(index); i < this.length; i++) {
      changes.push(this.at(i));
    }
    return changes;
  }
}
