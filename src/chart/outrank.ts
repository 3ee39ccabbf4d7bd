import { type MarkKind } from './marks';
import { type Severity } from '../rule/level';

/** Anything that marks an interval of one metric. */
export interface Ranked {
  from: number;
  to: number;
  kind: MarkKind;
  severity: Severity;
}

/** From the loudest: where two intervals of one metric overlap, only the louder is marked. */
const LOUDEST = ['critical firing', 'warning firing', 'critical pending', 'warning pending'];

/**
 * The parts of each interval over which nothing louder is marked, so that tints never add up. A pending critical level
 * is marked over a firing warning all the same: it says what comes next.
 *
 * @param intervals of one metric, in any order
 * @returns parts of them, none empty
 */
export function withoutOutranked<T extends Ranked>(intervals: readonly T[]): T[] {
  return intervals.flatMap((interval) => {
    const louder = intervals.filter((other) => outranks(other, interval));
    return louder.reduce<T[]>((parts, other) => parts.flatMap((part) => subtract(part, other)), [interval]);
  });
}

function outranks(other: Ranked, interval: Ranked): boolean {
  if (other.kind === 'firing' && other.severity === 'warning' && interval.severity === 'critical') {
    return false;
  }
  const [a, b] = [other, interval].map(({ severity, kind }) => LOUDEST.indexOf(`${severity} ${kind}`));
  return a >= 0 && a < b;
}

function subtract<T extends Ranked>(part: T, { from, to }: Ranked): T[] {
  const before = { ...part, to: Math.min(part.to, from) };
  const after = { ...part, from: Math.max(part.from, to) };
  return [before, after].filter((rest) => rest.to > rest.from);
}
