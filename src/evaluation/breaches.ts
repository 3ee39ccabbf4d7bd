import { depth } from '../rule/condition';
import type { Level, Severity } from '../rule/level';

import { KIND, type Breach, type Carry, type Change, type LevelCarry, type Pending } from './evaluation';
import { isSample, lowerBound, type Ordered } from './samples';

/** A value with the moment at which it was seen. */
export interface Sighting {
  value: number;
  time: number;
}

/**
 * The breaches in a level's changes, ascending and disjoint.
 *
 * @param start - What was carried over, for the worst value of a breach that began before these samples.
 */
export function breachesOf(changes: readonly Change[], level: Level, samples: Ordered, start?: Carry): Breach[] {
  const breaches: Breach[] = [];
  changes.forEach((change, index) => {
    if (change.kind === KIND.firing) {
      const end = changes[index + 1];
      breaches.push({
        severity: level.severity,
        onset: change.exact ? change.onset : null,
        firingSince: change.exact ? change.time : null,
        ...(!change.exact && { knownFrom: change.time }),
        ...(end && { end: end.time }),
        ...(end?.kind === KIND.recovering && changes[index + 2] && { recoveredAt: changes[index + 2].time }),
        ...worstOf(level, samples, change.onset, end?.time ?? Infinity, start),
      });
    }
  });
  return breaches;
}

/** The stretches in which a level was pending, whether or not it came to fire, ascending and disjoint. */
export function pendingsOf(changes: readonly Change[], severity: Severity): Pending[] {
  const pendings: Pending[] = [];
  changes.forEach((change, index) => {
    if (change.kind === KIND.pending) {
      const end = changes[index + 1];
      pendings.push({ severity, from: change.exact ? change.time : null, ...(end && { to: end.time }) });
    }
  });
  return pendings;
}

/** The worst value of what is going on where an evaluation stops, to be carried on. */
export function withWorst(carry: LevelCarry, level: Level, samples: Ordered, start?: Carry): LevelCarry {
  if (carry.lower.kind === KIND.normal) {
    return carry;
  }
  const end = carry.lower.kind === KIND.recovering ? carry.lower.since : Infinity;
  return { ...carry, ...worstOf(level, samples, carry.onset, end, start) };
}

/** The value farthest beyond the level from `from` to `to` (exclusive), and when it was first seen. */
function worstOf(
  level: Level,
  samples: Ordered,
  from: number,
  to: number,
  start: Carry | undefined
): { worst?: Sighting } {
  let worst = carriedWorst(level.severity, from, start);
  let worstDepth = worst ? depth(level.condition, worst.value) : -Infinity;
  const { times, values, length } = samples;
  for (let i = lowerBound(times, length, from); i < length && times[i] < to; i++) {
    const value = values[i];
    if (isSample(value) && (worst === undefined || depth(level.condition, value) > worstDepth)) {
      worst = { value, time: times[i] };
      worstDepth = depth(level.condition, value);
    }
  }
  return worst ? { worst } : {};
}

/** What was carried of the breach that began at `onset`; the value that was held there, where a new rule begins. */
function carriedWorst(severity: Severity, onset: number, start: Carry | undefined): Sighting | undefined {
  if (!start || onset > start.at) {
    return undefined;
  }
  const carried = start.levels.find((level) => level.severity === severity);
  return carried?.worst ?? (start.last && { value: start.last.value, time: Math.max(onset, start.last.time) });
}
