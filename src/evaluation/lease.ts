import { inTimeUntil, lateFrom } from '../time/due';

import type { Cadence, Judgement } from './evaluation';
import { MINUTE } from '../time/units';

/** Where nothing proves that a value is missing, it may be this old at least, and this many steps. */
const LEAST_LIMIT_MS = 5 * MINUTE;
const LIMIT_STEPS = 3;

/** The last moment that is a date, epoch ms. */
const LAST_DATE = 8.64e15;

/** How long a value holds when no sample follows. Moments are epoch ms; Infinity: until the next sample. */
export interface Lease {
  /** The next sample may come this much later, ms, and nothing was missing, unless it comes after `surelyUntil`. */
  readonly bridge: number;
  /** Whether a row without a value ends it: the source was asked there, and had none. */
  readonly provesAbsence: boolean;
  /** The first moment without the value of `time`, where samples were asked for up to `askedTo` and none came. */
  endOf(time: number, askedTo: number): number;
  /** The first moment without it, where a later sample shows that there was a gap. */
  gapAfter(time: number): number;
  /** Whether something was missing between one sample and the next. */
  misses(time: number, next: number): boolean;
  /** Up to when neither the sample of `time` nor a later one can be late; Infinity where the bridge tells. */
  surelyUntil(time: number): number;
  /**
   * From when on the newest value, of `time`, can't begin to fire, because a value of that moment was not asked for yet;
   * Infinity where it can at any moment.
   */
  unaskedFrom(time: number, askedTo: number): number;
}

type Hold = Omit<Lease, 'unaskedFrom'>;

/**
 * How long a value holds. With a schedule it holds until it is late. With `staleAfter` it is that, inclusive: the first
 * moment without a value is one ms later. Without both, the source decides:
 *
 * - One that evaluates every step it is asked for has proved absence where a step is missing, so a value holds for one
 *   step, exclusive; a sample that comes less than half a step late is no missing step. What was not asked for yet is not
 *   proved absent: there the limit of a cadence counts.
 * - A cadence proves nothing: a value holds for its limit, inclusive, between samples as at the right edge.
 * - Where no step is known a value holds until the next sample.
 *
 * With `staleAfter` and a step, a gap begins at the first step at which `staleAfter` is over: an engine that evaluates at
 * the steps sees an absence there and not before, and none at all where a sample stands there.
 *
 * A source that evaluates every step will say of each step what its value is, and an engine judges the moment at which it
 * fires by that: however long a value is believed, it begins to fire in its own step, or up to the last one asked for.
 */
export function leaseOf(judgement: Judgement): Lease {
  const step = judgement.everyStep ? knownStep(judgement) : undefined;
  const unaskedFrom = (time: number, askedTo: number) =>
    step === undefined ? Infinity : Math.min(askedTo + 1, Math.max(lastStep(askedTo, step) + 1, time + step));
  return { ...holdOf(judgement), unaskedFrom };
}

function holdOf(judgement: Judgement): Hold {
  const { due, staleAfterMs, everyStep = false } = judgement;
  if (due) {
    // A value that is late when it comes has come all the same: nothing that it begins ends before it began.
    const late = (time: number) => (Number.isNaN(time) ? NaN : Math.max(lateFrom(due, time), time + 1));
    const misses = (time: number, next: number) => next > late(time);
    // No calendar knows a moment that is no date, so nothing is sure of it.
    const surelyUntil = (time: number) => (Math.abs(time) <= LAST_DATE ? inTimeUntil(due, time) : -Infinity);
    return { bridge: Infinity, provesAbsence: false, endOf: late, gapAfter: late, misses, surelyUntil };
  }
  const step = knownStep(judgement);
  const provesAbsence = everyStep && step !== undefined;
  if (staleAfterMs !== undefined && staleAfterMs >= 0) {
    const ms = staleAfterMs + 1;
    const gapMs = step === undefined ? ms : (Math.floor(staleAfterMs / step) + 1) * step;
    return { ...spanning(ms, gapMs, gapMs + lateness(step ?? 0)), provesAbsence };
  }
  if (step === undefined) {
    return spanning(Infinity, Infinity, Infinity);
  }
  const ms = limitOf(step) + 1;
  if (!provesAbsence) {
    return spanning(ms, ms, ms);
  }
  const endOf = (time: number, askedTo: number) => time + (time + step <= lastStep(askedTo, step) ? step : ms);
  return { ...spanning(ms, step, step + lateness(step)), provesAbsence, endOf };
}

/** How old a value may be where nothing but its step is known, ms. */
export function limitOf(stepMs: number): number {
  return Math.max(LEAST_LIMIT_MS, LIMIT_STEPS * stepMs);
}

/** The step of a source, ms; undefined where none is known. */
export function knownStep({ intervalMs }: Cadence): number | undefined {
  return intervalMs !== undefined && intervalMs > 0 && intervalMs < Infinity ? intervalMs : undefined;
}

/** The last step that was evaluated: Prometheus aligns what it is asked for to multiples of the step. */
function lastStep(askedTo: number, step: number): number {
  return askedTo === Infinity ? Infinity : Math.floor(askedTo / step) * step;
}

function spanning(ms: number, gapMs: number, bridge: number): Hold {
  return {
    bridge,
    provesAbsence: false,
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
