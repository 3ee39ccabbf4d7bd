import type { Level } from '../rule/level';

import type { Calm } from './band';
import type { Carry } from './evaluation';
import { TOO_FEW } from './evaluation';
import type { Lease } from './lease';
import type { Durations, LevelMachine, MachineMark, Moment } from './machine';
import type { Ordered } from './samples';
import { follows, isNothing, isSample } from './samples';

/** A stretch without a value, from its first moment without one to the next sample. */
export interface Gap {
  from: number;
  to: number;
}

/** A version of a rule, made ready for judging. It is in force from `from` on; -Infinity: since ever. */
export interface Ruling {
  from: number;
  lease: Lease;
  durations: Durations;
  levels: readonly Level[];
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

/** Where a judge stood. */
export interface JudgeMark {
  fields: Pick<Judge, 'firstAt' | 'resumedAt' | 'lastValue' | 'at' | 'absentSince' | 'tooFewFrom' | 'tooFewTo'>;
  lastTime: number;
  ruling: number;
  gaps: number;
  machines: readonly MachineMark[];
}

/**
 * Runs the machines of all levels over samples, each by the version of the rule that is in force at its time, and keeps
 * the gaps. One walk: calm stretches cost a comparison.
 */
export class Judge {
  readonly gaps: Gap[] = [];
  firstAt?: number;
  /** When the value came back after the last gap. */
  resumedAt?: number;
  /** The last sample's value; NaN before the first. */
  lastValue = NaN;
  /** The moment up to which was judged. */
  at = -Infinity;
  /** Since when there has been no value; NaN while there is one. */
  absentSince = NaN;
  /** The first and the last sample with too little volume since the last one with enough; NaN where there are none. */
  tooFewFrom = NaN;
  tooFewTo = NaN;
  /** Values that are neither a number nor null. */
  notNumbers = 0;

  private current = 0;
  /** Up to when samples were asked for: only a step that was asked for can be missing. */
  private askedTo = Infinity;
  private readonly moment: Moment = { time: NaN, value: NaN, row: 0 };
  private readonly quiet: Quiet;

  /** @param rulings - Ascending; never empty. The first is in force from the beginning. */
  constructor(
    private readonly machines: readonly LevelMachine[],
    private readonly rulings: readonly Ruling[],
    start?: Carry
  ) {
    this.quiet = {
      low: Infinity,
      high: -Infinity,
      before: -Infinity,
      bridge: 0,
      rowTime: -Infinity,
      lastTime: start?.last?.time ?? NaN,
    };
    while (start && this.hasNextBy(start.at)) {
      this.current++;
    }
    this.follow(start?.at ?? -Infinity);
    if (start) {
      this.at = start.at;
      this.firstAt = start.firstAt;
      this.resumedAt = start.resumedAt;
      this.lastValue = start.last?.value ?? NaN;
      this.absentSince = start.absentSince ?? NaN;
      this.tooFewFrom = start.pausedBetween?.from ?? NaN;
      this.tooFewTo = start.pausedBetween?.to ?? NaN;
      if (start.pausedBetween) {
        this.pause(start.pausedBetween.from);
      }
      this.rejudge();
    }
  }

  /** The last sample's time; NaN before the first. */
  get lastTime(): number {
    return this.quiet.lastTime;
  }

  /** When the value was held up last, by a sample of its own or by one with too little volume; NaN before the first. */
  get renewedAt(): number {
    return Number.isNaN(this.tooFewTo) ? this.lastTime : this.tooFewTo;
  }

  /** The next moment at which another version comes into force; Infinity where none does. */
  get nextFrom(): number {
    return this.current + 1 < this.rulings.length ? this.rulings[this.current + 1].from : Infinity;
  }

  private hasNextBy(time: number): boolean {
    return this.current + 1 < this.rulings.length && this.nextFrom <= time;
  }

  private get lease(): Lease {
    return this.rulings[this.current].lease;
  }

  private follow(from: number): void {
    const { levels, durations } = this.rulings[this.current];
    for (const machine of this.machines) {
      const level = levels.find(({ severity }) => severity === machine.severity);
      machine.follow(level, durations, from);
    }
  }

  /**
   * Judges the samples from index `from` on, all later than what was judged. The order of times is checked on the way,
   * because a pass of its own would cost as much as the judging.
   *
   * @returns Whether their times ascend. Where they don't, nothing that was judged counts.
   */
  run(samples: Ordered, from: number): boolean {
    const { times, values, length } = samples;
    const { quiet } = this;
    quiet.rowTime = from > 0 ? times[from - 1] : -Infinity;
    let i = from;
    while (i < length) {
      const next = quietEnd(samples, i, quiet);
      if (next > i) {
        quiet.rowTime = quiet.lastTime = times[next - 1];
        this.lastValue = values[next - 1] as number;
      }
      if (next < length && !this.takeRow(samples, next)) {
        return false;
      }
      i = next + 1;
    }
    if (!Number.isNaN(this.lastTime)) {
      this.at = Math.max(this.at, this.renewedAt);
    }
    return true;
  }

  /** Judges a row that may change something. @returns Whether its time comes after the one before. */
  private takeRow({ times, values }: Ordered, row: number): boolean {
    const { moment, quiet } = this;
    const time = times[row];
    const value: unknown = values[row];
    if (!follows(time, quiet.rowTime)) {
      return false;
    }
    quiet.rowTime = time;
    moment.time = time;
    moment.row = row;
    if (isSample(value)) {
      moment.value = value;
      this.take();
    } else if (isNothing(value)) {
      this.takeNothing(value === TOO_FEW);
    } else {
      this.notNumbers++;
    }
    return true;
  }

  /** Judges a row without a value that counts. Before the first sample there is nothing that it could end or hold up. */
  private takeNothing(tooFew: boolean): void {
    const { time } = this.moment;
    if (Number.isNaN(this.lastTime) || !(tooFew || this.lease.provesAbsence)) {
      return;
    }
    while (this.hasNextBy(time)) {
      this.change(time);
    }
    const isGone = this.lapse(time, time);
    this.moment.time = time;
    this.at = Math.max(this.at, time);
    if (isGone || (!tooFew && this.lease.provesAbsence)) {
      this.absentSince = isGone ? this.absentSince : time;
      this.judge(time, NaN);
    } else if (tooFew) {
      this.holdUp(time);
    }
    this.lookAtNext();
  }

  /** A sample with too little volume holds up the value before it; `for` does not run on. */
  private holdUp(time: number): void {
    if (Number.isNaN(this.tooFewFrom)) {
      this.tooFewFrom = time;
      this.pause(time);
    }
    this.tooFewTo = time;
  }

  private pause(time: number): void {
    this.moment.time = time;
    for (const machine of this.machines) {
      machine.pause(this.moment);
    }
  }

  /** A sample has enough volume again: `for` runs on. */
  private runOn(time: number): void {
    if (!Number.isNaN(this.tooFewFrom)) {
      this.moment.time = time;
      for (const machine of this.machines) {
        machine.runOn(this.moment);
      }
      this.tooFewFrom = this.tooFewTo = NaN;
    }
  }

  /** Whatever the next sample is, it may change something. */
  private lookAtNext(): void {
    Object.assign(this.quiet, { low: Infinity, high: -Infinity });
  }

  /** Judges the sample at the moment, which may change something. */
  private take(): void {
    const { time, value } = this.moment;
    while (this.hasNextBy(time)) {
      this.change(time);
    }
    this.lapse(time, time);
    if (!Number.isNaN(this.absentSince)) {
      this.resume(time);
    }
    this.runOn(time);
    this.firstAt ??= time;
    this.quiet.lastTime = time;
    this.lastValue = value;
    this.judge(time, value);
    this.findQuiet();
  }

  /**
   * Lets time pass to `at` with no sample after the first `row` rows; what falls on `at` itself has happened.
   *
   * @param askedTo - Up to when samples were asked for.
   * @returns Whether there is no value at `at` because the last one is too old.
   */
  finish(at: number, askedTo: number, row: number): boolean {
    this.moment.row = row;
    this.askedTo = askedTo;
    const unaskedFrom = this.lease.unaskedFrom(this.renewedAt, askedTo);
    for (const machine of this.machines) {
      machine.holdBack(unaskedFrom);
    }
    while (this.hasNextBy(at)) {
      this.change(Infinity);
    }
    if (Number.isNaN(this.lastTime) || at < this.at) {
      return false;
    }
    const vanished = this.lapse(at, Infinity, true);
    if (vanished) {
      this.gaps.push({ from: this.absentSince, to: at });
    }
    this.judge(at, vanished ? NaN : this.lastValue);
    this.at = at;
    return vanished;
  }

  /** Puts the next version in force. `next`: the time of the next sample; Infinity: there is none. */
  private change(next: number): void {
    const { from } = this.rulings[this.current + 1];
    const begun = !Number.isNaN(this.lastTime);
    if (begun) {
      this.lapse(from, next);
      this.moment.time = from;
      for (const machine of this.machines) {
        machine.pass(this.moment);
      }
    }
    this.current++;
    this.follow(from);
    if (begun && from < next) {
      this.hold(from, next);
    }
  }

  /** Judges what is held where a new version comes into force: it may judge it in another way, and hold it longer. */
  private hold(from: number, next: number): void {
    const gone = this.endOfLast(next) <= from;
    if (gone && Number.isNaN(this.absentSince)) {
      this.absentSince = from;
    } else if (!gone && !Number.isNaN(this.absentSince)) {
      this.resume(from);
    }
    this.moment.time = from;
    this.moment.value = gone ? NaN : this.lastValue;
    for (const machine of this.machines) {
      machine.judge(this.moment);
    }
  }

  /** The first moment without the last value; Infinity where it holds until the next one. */
  private endOfLast(next: number): number {
    const { lease, renewedAt } = this;
    if (next === Infinity) {
      return lease.endOf(renewedAt, this.askedTo);
    }
    return lease.misses(renewedAt, next) ? lease.gapAfter(renewedAt) : Infinity;
  }

  /** Notes that the last value ends before `until`, if it does. @returns Whether there is no value any more. */
  private lapse(until: number, next: number, inclusive = false): boolean {
    if (Number.isNaN(this.absentSince)) {
      const end = Math.max(this.endOfLast(next), this.rulings[this.current].from);
      if (end < until || (inclusive && end === until)) {
        this.absentSince = end;
        this.judge(end, NaN);
      }
    }
    return !Number.isNaN(this.absentSince);
  }

  private resume(time: number): void {
    this.gaps.push({ from: this.absentSince, to: time });
    this.resumedAt = time;
    this.absentSince = NaN;
  }

  /** A new rule may judge the held value in another way than the one before; what it changes, it changes now. */
  private rejudge(): void {
    if (!Number.isNaN(this.lastTime)) {
      this.moment.time = this.at;
      const isHeld = Number.isNaN(this.absentSince) && this.at < this.lease.endOf(this.renewedAt, this.at);
      this.moment.value = isHeld ? this.lastValue : NaN;
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
  private findQuiet(): void {
    const { quiet, moment } = this;
    quiet.low = -Infinity;
    quiet.high = Infinity;
    quiet.bridge = this.lease.bridge;
    quiet.before = Math.min(this.nextFrom, this.lease.surelyUntil(moment.time));
    for (const machine of this.machines) {
      machine.narrow(quiet, moment);
      quiet.before = Math.min(quiet.before, machine.deadline);
    }
  }

  /** Where it stands, to come back to. */
  mark(): JudgeMark {
    const { firstAt, resumedAt, lastValue, at, absentSince, tooFewFrom, tooFewTo } = this;
    const { lastTime, current, gaps, machines } = this;
    return {
      fields: { firstAt, resumedAt, lastValue, at, absentSince, tooFewFrom, tooFewTo },
      lastTime,
      ruling: current,
      gaps: gaps.length,
      machines: machines.map((machine) => machine.mark()),
    };
  }

  /** Takes back what happened since the mark was made. */
  reset({ fields, lastTime, ruling, gaps, machines }: JudgeMark): void {
    Object.assign(this, fields);
    this.current = ruling;
    this.gaps.length = gaps;
    this.machines.forEach((machine, index) => machine.reset(machines[index]));
    // The next sample is looked at: what changes nothing is worked out anew.
    this.quiet.lastTime = lastTime;
    this.lookAtNext();
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
