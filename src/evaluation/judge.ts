import type { Calm } from './band';
import type { Carry, Judgement } from './evaluation';
import type { LevelMachine } from './machine';
import { isSample, type Ordered } from './samples';

/** A jittering source's sample may come this much later than its interval before a step counts as missing. */
const JITTER = 1.5;

/** A stretch without a value, from its first moment without one to the next sample. */
export interface Gap {
  from: number;
  to: number;
}

/** How long a value holds when no sample follows. */
export interface Lease {
  /** From the sample to the first moment without a value, ms; Infinity: until the next sample. */
  ms: number;
  /** The next sample may come this much later, ms, and nothing was missing. */
  bridge: number;
  /** Whether the clock alone ends it; else the samples that were asked for do. */
  ticks: boolean;
}

/**
 * How long a value holds. With `staleAfter` it is that, inclusive: the first moment without a value is one ms later.
 * With the source's interval, a missing step is absence, so it holds for one interval, exclusive; a sample that comes
 * less than half an interval late is no missing step. Without both it holds until the next sample.
 */
export function leaseOf({ staleAfterMs, intervalMs }: Judgement): Lease {
  if (staleAfterMs !== undefined && staleAfterMs >= 0) {
    return { ms: staleAfterMs + 1, bridge: staleAfterMs + 1, ticks: true };
  }
  if (intervalMs !== undefined && intervalMs > 0) {
    return { ms: intervalMs, bridge: intervalMs * JITTER, ticks: false };
  }
  return { ms: Infinity, bridge: Infinity, ticks: true };
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

  private readonly calm: Calm = { low: Infinity, high: -Infinity };
  private deadline = -Infinity;

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

  /** Judges the samples from index `from` to index `to` (exclusive), all later than what was judged. */
  run({ times, values }: Ordered, from: number, to: number): void {
    const { calm } = this;
    const { bridge } = this.lease;
    let { low, high } = calm;
    let { deadline, lastTime } = this;
    let last = -1;
    for (let i = from; i < to; i++) {
      const value = values[i];
      const time = times[i];
      if (typeof value === 'number' && value >= low && value <= high && time < deadline && time - lastTime <= bridge) {
        lastTime = time;
        last = i;
      } else if (isSample(value)) {
        this.lastTime = lastTime;
        this.take(time, value);
        ({ low, high } = calm);
        ({ deadline, lastTime } = this);
        last = i;
      }
    }
    if (last >= 0) {
      this.lastTime = lastTime;
      this.lastValue = values[last] as number;
      this.at = lastTime;
    }
  }

  /** One sample that may change something. */
  private take(time: number, value: number): void {
    if (time - this.lastTime > this.lease.bridge) {
      this.vanish();
      this.gaps.push({ from: this.absentFrom, to: time });
    }
    this.firstAt ??= time;
    this.lastTime = time;
    this.judge(time, value);
    this.settle(value);
  }

  /** Lets time pass to `at` with no further sample; what falls on `at` itself has happened. */
  finish(at: number, vanished: boolean): void {
    if (Number.isNaN(this.lastTime) || at < this.at) {
      return;
    }
    if (vanished) {
      this.vanish();
      this.gaps.push({ from: this.absentFrom, to: at });
    }
    this.judge(at, vanished ? NaN : this.lastValue);
    this.at = at;
  }

  private vanish(): void {
    this.judge(Math.max(this.absentFrom, this.at), NaN);
  }

  /** A new rule may judge the held value in another way than the one before; what it changes, it changes now. */
  private rejudge(): void {
    if (!Number.isNaN(this.lastTime)) {
      const value = this.at < this.absentFrom ? this.lastValue : NaN;
      this.machines.forEach((machine) => machine.judge(this.at, value));
    }
  }

  private judge(time: number, value: number): void {
    for (const machine of this.machines) {
      machine.pass(time);
      machine.judge(time, value);
    }
  }

  /** Works out what changes nothing from here on. */
  private settle(value: number): void {
    this.calm.low = -Infinity;
    this.calm.high = Infinity;
    this.deadline = Infinity;
    for (const machine of this.machines) {
      machine.narrow(this.calm, value);
      this.deadline = Math.min(this.deadline, machine.deadline());
    }
  }
}
