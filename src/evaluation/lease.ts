import type { Judgement } from './evaluation';

/** How long a value holds when no sample follows, ms. */
export interface Lease {
  /** From the sample to the first moment without a value, as far as the clock tells; Infinity: until the next sample. */
  ms: number;
  /** From the sample to the first moment without a value, where a later sample shows that there was a gap. */
  gapMs: number;
  /** The next sample may come this much later, and nothing was missing. */
  bridge: number;
  /** Whether the clock alone ends it; else the samples that were asked for do. */
  ticks: boolean;
}

/**
 * How long a value holds. With `staleAfter` it is that, inclusive: the first moment without a value is one ms later.
 * With the source's interval, a missing step is absence, so it holds for one interval, exclusive; a sample that comes
 * less than half an interval late is no missing step. Without both it holds until the next sample.
 *
 * With both, a gap begins at the first step at which `staleAfter` is over: an engine that evaluates at the steps sees an
 * absence there and not before, and none at all where a sample stands there.
 */
export function leaseOf({ staleAfterMs, intervalMs }: Judgement): Lease {
  const step = intervalMs !== undefined && intervalMs > 0 ? intervalMs : undefined;
  if (staleAfterMs !== undefined && staleAfterMs >= 0) {
    const ms = staleAfterMs + 1;
    const gapMs = step === undefined ? ms : (Math.floor(staleAfterMs / step) + 1) * step;
    return { ms, gapMs, bridge: gapMs + lateness(step ?? 0), ticks: true };
  }
  if (step !== undefined) {
    return { ms: step, gapMs: step, bridge: step + lateness(step), ticks: false };
  }
  return { ms: Infinity, gapMs: Infinity, bridge: Infinity, ticks: true };
}

/** A jittering source's sample may come half an interval late before a step counts as missing. */
function lateness(step: number): number {
  return step / 2;
}
