import type { Breach, Instant } from '../../evaluation/evaluation';
import { firesFrom } from '../../evaluation/figures';
import type { Severity } from '../../rule/level';

/** One breach as people count them: what both levels say of one stretch of time. */
export interface BreachSpan {
  /** Stable while its first breach begins at the same moment. */
  key: string;
  /** Of both levels, ascending by when they fire. */
  breaches: readonly Breach[];
  /** The worst of them. */
  severity: Severity;
  /** When the first of them fired; null: before what is known. */
  since: Instant;
  /** The same, or from when on it is known to fire, epoch ms. */
  knownFrom: number;
  /** When the worst severity fired, where that is known and was later: of what is open, since when, as on the card. */
  worstSince?: number;
  /** When the last of them ended, epoch ms; undefined: still open. */
  until?: number;
  /** How long it has fired, ms; the least, where its beginning is not known. */
  lengthMs: number;
}

/**
 * What the breaches of one stretch come to.
 *
 * @param breaches - As `breachStretches` puts them together.
 * @param at - The moment up to which what is open has fired, epoch ms.
 */
export function breachSpan(breaches: readonly Breach[], at: number): BreachSpan {
  const [first] = breaches;
  const severity = worstSeverity(breaches);
  const until = endOf(breaches);
  return {
    key: `${firesFrom(first)}`,
    breaches,
    severity,
    since: first.firingSince,
    worstSince: worstSince(
      first,
      breaches.filter((breach) => breach.severity === severity)
    ),
    knownFrom: firesFrom(first),
    until,
    lengthMs: Math.max(0, (until ?? at) - firesFrom(first)),
  };
}

/** The worst severity of some breaches. */
export function worstSeverity(breaches: readonly Breach[]): Severity {
  return breaches.some(({ severity }) => severity === 'critical') ? 'critical' : 'warning';
}

function worstSince(first: Breach, worstOf: readonly Breach[]): number | undefined {
  const { firingSince } = worstOf.find(({ end }) => end === undefined) ?? worstOf[0];
  return firingSince !== null && firingSince > firesFrom(first) ? firingSince : undefined;
}

function endOf(breaches: readonly Breach[]): number | undefined {
  const ends = breaches.map(({ end = Infinity }) => end);
  const last = Math.max(...ends);
  return last === Infinity ? undefined : last;
}
