import type { Calm } from './band';
import type { Carry } from './evaluation';
import type { Lease } from './lease';
import type { LevelMachine, Moment } from './machine';
import { follows, isSample, type Ordered } from './samples';

/** A stretch without a value, from its first moment without one to the next sample. */
export interface Gap {
  from: number;
  to: number;
}

/** What a sample has to be, so that it changes nothing. */
interface Quiet extends Calm {
  /** What may lie between two samples, ms. */
  bridge: number;
  /** The time of the row before, sample or not: times have to ascend. */
  rowTime: number;
  /** The last sample's time; NaN before the first. */
  lastTime: number;
}

/** Runs the machines of all levels over samples, and keeps the gaps. One walk: calm stretches cost a comparison. */
export class Judge {
  readonly gaps: Gap[] = [];
  firstAt?: number;
  /** When the value came back after the last gap. */
  resumedAt?: number;
  /** The last sample's value; NaN before the first. */
  lastValue = NaN;
  /** The moment up to which was judged. */
  at = -Infinity;

  private readonly moment: Moment = { time: NaN, value: NaN, row: 0 };
  private readonly quiet: Quiet;

  constructor(
    private readonly machines: readonly LevelMachine[],
    private readonly lease: Lease,
    start?: Carry
  ) {
    this.quiet = {
      low: Infinity,
      high: -Infinity,
      before: -Infinity,
      bridge: lease.bridge,
      rowTime: -Infinity,
      lastTime: start?.last?.time ?? NaN,
    };
    if (start) {
      this.at = start.at;
      this.firstAt = start.firstAt;
      this.resumedAt = start.resumedAt;
      this.lastValue = start.last?.value ?? NaN;
      this.rejudge();
    }
  }

  /** The last sample's time; NaN before the first. */
  get lastTime(): number {
    return this.quiet.lastTime;
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
    const { moment, quiet } = this;
    quiet.rowTime = from > 0 ? times[from - 1] : -Infinity;
    let i = from;
    while (i < length) {
      const next = quietEnd(samples, i, quiet);
      if (next > i) {
        quiet.rowTime = quiet.lastTime = times[next - 1];
        this.lastValue = values[next - 1] as number;
      }
      if (next < length) {
        const time = times[next];
        const value = values[next];
        if (!follows(time, quiet.rowTime)) {
          return false;
        }
        quiet.rowTime = time;
        if (isSample(value)) {
          moment.time = time;
          moment.value = value;
          moment.row = next;
          this.take();
        }
      }
      i = next + 1;
    }
    if (!Number.isNaN(this.lastTime)) {
      this.at = Math.max(this.at, this.lastTime);
    }
    return true;
  }

  /** Judges the sample at the moment, which may change something. */
  private take(): void {
    const { moment, lease } = this;
    const { time, value } = moment;
    if (time - this.lastTime > lease.bridge) {
      const from = this.lastTime + lease.gapMs;
      this.gaps.push({ from, to: time });
      this.resumedAt = time;
      this.judge(from, NaN);
    }
    this.firstAt ??= time;
    this.quiet.lastTime = time;
    this.lastValue = value;
    this.judge(time, value);
    this.settle();
  }

  /** Lets time pass to `at` with no sample after the first `row` rows; what falls on `at` itself has happened. */
  finish(at: number, vanished: boolean, row: number): void {
    if (Number.isNaN(this.lastTime) || at < this.at) {
      return;
    }
    this.moment.row = row;
    if (vanished) {
      this.judge(this.absentFrom, NaN);
      this.gaps.push({ from: this.absentFrom, to: at });
    }
    this.judge(at, vanished ? NaN : this.lastValue);
    this.at = at;
  }

  /** A new rule may judge the held value in another way than the one before; what it changes, it changes now. */
  private rejudge(): void {
    if (!Number.isNaN(this.lastTime)) {
      this.moment.time = this.at;
      this.moment.value = this.at < this.absentFrom ? this.lastValue : NaN;
      for (const machine of this.machines) {
        machine.judge(this.moment);
      }
    }
  }

  private judge(time: number, value: number): void {
    const { moment } = this;
    moment.time = time;
    moment.value = value;
    for (const machine of this.machines) {
      machine.pass(moment);
      machine.judge(moment);
    }
  }

  /** Works out what changes nothing from the moment on. */
  private settle(): void {
    const { quiet, moment } = this;
    quiet.low = -Infinity;
    quiet.high = Infinity;
    quiet.before = Infinity;
    for (const machine of this.machines) {
      machine.narrow(quiet, moment);
      quiet.before = Math.min(quiet.before, machine.deadline);
    }
  }
}

/**
 * The index of the first sample from `from` on that may change something, or that is none. Most samples change nothing:
 * this loop is what an evaluation costs. Written so that NaN and what is no number fail, and kept to numbers and two
 * arrays, so that it is compiled to little more than its comparisons.
 */
function quietEnd({ times, values, length }: Ordered, from: number, quiet: Quiet): number {
  const { low, high, before, bridge } = quiet;
  let { rowTime, lastTime } = quiet;
  for (let i = from; i < length; i++) {
    const value = values[i];
    const time = times[i];
    if (
      typeof value === 'number' &&
      typeof time === 'number' &&
      value >= low &&
      value <= high &&
      time < before &&
      time > rowTime &&
      time - lastTime <= bridge
    ) {
      rowTime = lastTime = time;
    } else {
      return i;
    }
  }
  return length;
}
