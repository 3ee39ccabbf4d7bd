import type { Calm } from './band';
import type { Carry, Judgement } from './evaluation';
import type { LevelMachine } from './machine';
import { follows, isSample, type Ordered } from './samples';

/** A stretch without a value, from its first moment without one to the next sample. */
export interface Gap {
  from: number;
  to: number;
}

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

/** Runs the machines of all levels over samples, and keeps the gaps. One walk: calm stretches cost a comparison. */
export class Judge {
  readonly gaps: Gap[] = [];
  firstAt?: number;
  /** The last sample's time and value; NaN before the first. */
  lastTime = NaN;
  lastValue = NaN;
  /** The moment up to which was judged. */
  at = -Infinity;

  private readonly calm: Calm = { low: Infinity, high: -Infinity, before: -Infinity };

  constructor(
    private readonly machines: readonly LevelMachine[],
    private readonly lease: Lease,
    start?: Carry
  ) {
    if (start) {
      this.at = start.at;
      this.firstAt = start.firstAt;
      this.lastTime = start.last?.time ?? NaN;
      this.lastValue = start.last?.value ?? NaN;
      this.rejudge();
    }
  }

  /** The first moment at which the last value is gone, if no sample follows; NaN before the first sample. */
  get absentFrom(): number {
    return this.lastTime + this.lease.ms;
  }

  /**
   * Judges the samples from index `from` on, all later than what was judged. The order of times is checked on the way,
   * because a pass of its own would cost as much as the judging.
   *
   * @returns Whether their times ascend. Where they don't, nothing that was judged counts.
   */
  run(samples: Ordered, from: number): boolean {
    const { times, values, length } = samples;
    let before = from > 0 ? times[from - 1] : -Infinity;
    let i = from;
    while (i < length) {
      const next = calmEnd(samples, i, before, this.lastTime, this.lease.bridge, this.calm);
      if (next > i) {
        before = this.lastTime = this.at = times[next - 1];
        this.lastValue = values[next - 1] as number;
      }
      if (next < length) {
        const time = times[next];
        const value = values[next];
        if (!follows(time, before)) {
          return false;
        }
        before = time;
        if (isSample(value)) {
          this.take(time, value, next);
        }
      }
      i = next + 1;
    }
    return true;
  }

  /** One sample that may change something. */
  private take(time: number, value: number, row: number): void {
    if (time - this.lastTime > this.lease.bridge) {
      const from = this.lastTime + this.lease.gapMs;
      this.judge(Math.max(from, this.at), NaN, row);
      this.gaps.push({ from, to: time });
    }
    this.firstAt ??= time;
    this.lastTime = time;
    this.lastValue = value;
    this.at = time;
    this.judge(time, value, row);
    this.settle(value);
  }

  /** Lets time pass to `at` with no sample after the first `row` rows; what falls on `at` itself has happened. */
  finish(at: number, vanished: boolean, row: number): void {
    if (Number.isNaN(this.lastTime) || at < this.at) {
      return;
    }
    if (vanished) {
      this.judge(Math.max(this.absentFrom, this.at), NaN, row);
      this.gaps.push({ from: this.absentFrom, to: at });
    }
    this.judge(at, vanished ? NaN : this.lastValue, row);
    this.at = at;
  }

  /** A new rule may judge the held value in another way than the one before; what it changes, it changes now. */
  private rejudge(): void {
    if (!Number.isNaN(this.lastTime)) {
      const value = this.at < this.absentFrom ? this.lastValue : NaN;
      this.machines.forEach((machine) => machine.judge(this.at, value));
    }
  }

  private judge(time: number, value: number, row: number): void {
    for (const machine of this.machines) {
      machine.pass(time, row);
      machine.judge(time, value);
    }
  }

  /** Works out what changes nothing from here on. */
  private settle(value: number): void {
    this.calm.low = -Infinity;
    this.calm.high = Infinity;
    this.calm.before = Infinity;
    for (const machine of this.machines) {
      machine.narrow(this.calm, value);
      this.calm.before = Math.min(this.calm.before, machine.deadline);
    }
  }
}

/**
 * The index of the first sample from `from` on that may change something, or that is none. Most samples change nothing:
 * this loop is what an evaluation costs. Written so that NaN and what is no number fail, and kept to numbers and two
 * arrays, so that it is compiled to little more than its comparisons.
 *
 * @param before - The time of the row before, sample or not: times have to ascend.
 * @param lastTime - The time of the sample before.
 * @param bridge - What may lie between two samples, ms.
 */
function calmEnd(
  { times, values, length }: Ordered,
  from: number,
  before: number,
  lastTime: number,
  bridge: number,
  calm: Calm
): number {
  const { low, high, before: deadline } = calm;
  for (let i = from; i < length; i++) {
    const value = values[i];
    const time = times[i];
    if (
      typeof value === 'number' &&
      typeof time === 'number' &&
      value >= low &&
      value <= high &&
      time < deadline &&
      time > before &&
      time - lastTime <= bridge
    ) {
      lastTime = before = time;
    } else {
      return i;
    }
  }
  return length;
}
