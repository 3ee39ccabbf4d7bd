import { inTimeUntil, lateFrom } from '../time/due';

import type { Judgement } from './evaluation';

/** How long a value holds when no sample follows. Moments are epoch ms; Infinity: until the next sample. */
export interface Lease {
  /** The next sample may come this much later, ms, and nothing was missing, unless it comes after `surelyUntil`. */
  readonly bridge: number;
  /** Whether the clock alone ends it; else the samples that were asked for do. */
  readonly ticks: boolean;
  /** The first moment without the value of `time`, as far as the clock tells. */
  endOf(time: number): number;
  /** The first moment without it, where a later sample shows that there was a gap. */
  gapAfter(time: number): number;
  /** Whether something was missing between one sample and the next. */
  misses(time: number, next: number): boolean;
  /** Up to when neither the sample of `time` nor a later one can be late; Infinity where the bridge tells. */
  surelyUntil(time: number): number;
}

/**
 * How long a value holds. With a schedule it holds until it is late. With `staleAfter` it is that, inclusive: the first
 * moment without a value is one ms later. With the source's interval, a missing step is absence, so it holds for one
 * interval, exclusive; a sample that comes less than half an interval late is no missing step. Without any of them it
 * holds until the next sample.
 *
 * With `staleAfter` and the interval, a gap begins at the first step at which `staleAfter` is over: an engine that
 * evaluates at the steps sees an absence there and not before, and none at all where a sample stands there.
 */
export function leaseOf({ due, staleAfterMs, intervalMs }: Judgement): Lease {
  if (due) {
    // A value that is late when it comes has come all the same: nothing that it begins ends before it began.
    const late = (time: number) => (Number.isNaN(time) ? NaN : Math.max(lateFrom(due, time), time + 1));
    const misses = (time: number, next: number) => next > late(time);
    const surelyUntil = (time: number) => inTimeUntil(due, time);
    return { bridge: Infinity, ticks: true, endOf: late, gapAfter: late, misses, surelyUntil };
  }
  const step = intervalMs !== undefined && intervalMs > 0 ? intervalMs : undefined;
  if (staleAfterMs !== undefined && staleAfterMs >= 0) {
    const ms = staleAfterMs + 1;
    const gapMs = step === undefined ? ms : (Math.floor(staleAfterMs / step) + 1) * step;
    return spanning(ms, gapMs, gapMs + lateness(step ?? 0), true);
  }
  if (step !== undefined) {
    return spanning(step, step, step + lateness(step), false);
  }
  return spanning(Infinity, Infinity, Infinity, true);
}

function spanning(ms: number, gapMs: number, bridge: number, ticks: boolean): Lease {
  return {
    bridge,
    ticks,
    endOf: (time) => time + ms,
    gapAfter: (time) => time + gapMs,
    misses: (time, next) => next - time > bridge,
    surelyUntil: () => Infinity,
  };
}

/** A jittering source's sample may come half an interval late before a step counts as missing. */
function lateness(step: number): number {
  return step / 2;
}
