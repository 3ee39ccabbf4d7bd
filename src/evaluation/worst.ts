import { directionOf, isRange } from '../rule/condition';
import type { Condition, Severity } from '../rule/level';

import type { Carry } from './evaluation';
import type { Ruling } from './judge';
import type { Ordered } from './samples';
import { isSample } from './samples';

/** A value with the moment at which it was seen. */
export interface Sighting {
  value: number;
  time: number;
}

/** How bad a value is for a condition, the larger the worse: as numbers, for a loop. */
interface Badness {
  /** 1 where larger is worse, -1 where smaller is. */
  sign: number;
  /** For a range, what the distance is taken from; undefined where the value itself counts. */
  middle?: number;
}

function badnessOf({ operator, bounds: [a, b = a] }: Condition): Badness {
  const direction = directionOf(operator);
  const sign = direction === 'above' || direction === 'outside' ? 1 : -1;
  return { sign, middle: isRange(operator) ? a / 2 + b / 2 : undefined };
}

/** How bad a value is for a condition, as a number: the larger the worse. */
export function badness(condition: Condition, value: number): number {
  const { sign, middle } = badnessOf(condition);
  return sign * (middle === undefined ? value : Math.abs(value - middle));
}

/** Finds the worst values of a level's breaches. */
export class WorstSearch {
  private readonly badness: ReadonlyArray<Badness & { from: number }>;
  private lastOnset = NaN;
  private lastFound?: Sighting;

  /**
   * @param rulings - Of the versions of the rule, the one in force at an onset says what is worse in its breach.
   * @param start - What was carried over, for the worst value of a breach that began before these samples.
   */
  constructor(
    private readonly severity: Severity,
    rulings: readonly Ruling[],
    private readonly samples: Ordered,
    private readonly start?: Carry
  ) {
    this.badness = rulings.flatMap(({ from, levels }) =>
      levels.filter((level) => level.severity === severity).map(({ condition }) => ({ from, ...badnessOf(condition) }))
    );
  }

  /**
   * The value farthest beyond the level, and when it was first seen, of the breach that began at `onset`: in the rows
   * from `from` to `to` (exclusive), in what was held at the onset, and in what was carried over.
   */
  find(onset: number, from: number, to: number): Sighting | undefined {
    // What is going on at the end is asked for twice: as a breach, and to be carried on.
    if (onset !== this.lastOnset) {
      const held = this.heldRow(onset, from);
      const carried = held === undefined ? this.carried(onset) : undefined;
      const row = this.worstRow(this.badnessAt(onset), { from: held ?? from, to, beaten: carried?.value ?? NaN });
      this.lastOnset = onset;
      this.lastFound = row < 0 ? carried : this.sightingAt(row, onset);
    }
    return this.lastFound;
  }

  /** The row whose value is held at an onset: a new rule may begin between two samples. Undefined where it was carried. */
  private heldRow(onset: number, from: number): number | undefined {
    const { times, values } = this.samples;
    if (times[from] === onset) {
      return from;
    }
    let row = this.start && onset <= this.start.at ? -1 : from - 1;
    while (row >= 0 && !isSample(values[row])) {
      row--;
    }
    return row < 0 ? undefined : row;
  }

  private sightingAt(row: number, onset: number): Sighting {
    const { times, values } = this.samples;
    return { value: values[row] as number, time: Math.max(onset, times[row]) };
  }

  private badnessAt(onset: number): Badness {
    const inForce = this.badness.filter(({ from }) => from <= onset);
    return inForce[inForce.length - 1] ?? this.badness[0];
  }

  /** The first row with the worst value, if it is worse than `beaten` (NaN: any is); else -1. */
  private worstRow(
    { sign, middle }: Badness,
    { from, to, beaten }: { from: number; to: number; beaten: number }
  ): number {
    const { values, length } = this.samples;
    const end = Math.min(to, length);
    let worst = sign * (middle === undefined ? beaten : Math.abs(beaten - middle));
    let found = -1;
    for (let row = from; row < end; row++) {
      const value = values[row];
      if (isSample(value)) {
        const badness = sign * (middle === undefined ? value : Math.abs(value - middle));
        // The negation takes the first one, where there is nothing yet to be worse than.
        if (!(badness <= worst)) {
          worst = badness;
          found = row;
        }
      }
    }
    return found;
  }

  /** What was carried of the breach that began at `onset`; the value that was held there, where a new rule begins. */
  private carried(onset: number): Sighting | undefined {
    const { start } = this;
    if (!start) {
      return undefined;
    }
    const level = start.levels.find(({ severity }) => severity === this.severity);
    const before = onset <= start.at ? level?.worst : undefined;
    return before ?? (start.last && { value: start.last.value, time: Math.max(onset, start.last.time) });
  }
}
