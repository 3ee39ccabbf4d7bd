import type { Severity } from '../rule/level';

import { Breaches, withWorst } from './breaches';
import type { Breach, Carry, Judgement, JudgementVersion, LevelCarry } from './evaluation';
import { KIND } from './evaluation';
import type { Ruling } from './judge';
import { Judge } from './judge';
import { leaseOf } from './lease';
import { LevelMachine } from './machine';
import type { Ordered } from './samples';
import { endsOf, follows, isUpTo, startsAlike } from './samples';
import { medianStep } from './step';
import { WorstSearch } from './worst';

/** One level on its way through the samples. */
export interface LevelWalk {
  machine: LevelMachine;
  breaches: Breaches;
}

/**
 * The samples of one series while they are judged. It stands after the last sample that was judged: more can be judged
 * from there, and it can be asked what time makes of it, as often as one likes.
 */
export class Walk {
  readonly tracks: readonly LevelWalk[];
  readonly judge: Judge;
  private readonly rulings: readonly Ruling[];
  /** The first row that was not judged before. */
  private readonly first: number;
  private samples: Ordered = { times: [], values: [], length: 0 };
  /** What the rows that were judged begin and end with: streams write into the arrays that they gave. */
  private ends: readonly unknown[] = [];
  private worst: readonly WorstSearch[] = [];
  /** Median distance of the samples, ms; undefined where there are fewer than two. */
  stepMs?: number;

  /**
   * @param versions - Of the rule, ascending; never empty.
   * @param samples - Those that will be judged, at the least.
   * @param start - Where an earlier evaluation ended; undefined: what was before the first sample is unknown.
   */
  constructor(
    readonly versions: readonly JudgementVersion[],
    samples: Ordered,
    private readonly start?: Carry
  ) {
    this.first = start ? indexAfter(samples, start.at) : 0;
    this.rulings = versions.map(rulingOf);
    this.tracks = severitiesIn(versions).map((severity) => {
      const machine = new LevelMachine(severity, carryOf(start, severity), this.first);
      return { machine, breaches: new Breaches(machine.changes, severity) };
    });
    this.judge = new Judge(
      this.tracks.map(({ machine }) => machine),
      this.rulings,
      start
    );
  }

  /** Whether these samples begin with those that were judged, so that only the others need to be. */
  isHeadOf(samples: Ordered): boolean {
    const { length } = this.samples;
    return (
      length <= samples.length &&
      startsAlike(this.samples, samples, length) &&
      endsOf(samples, length).every((end, index) => Object.is(end, this.ends[index]))
    );
  }

  /**
   * Judges the samples that were not judged yet.
   *
   * @param samples - Begin with those that were judged.
   * @returns Whether their times ascend. Where they don't, nothing that was judged counts.
   */
  extend(samples: Ordered): boolean {
    const judged = Math.max(this.first, this.samples.length);
    if (!this.judge.run(samples, judged)) {
      return false;
    }
    this.samples = samples;
    this.ends = endsOf(samples, samples.length);
    if (judged < samples.length || this.worst.length === 0) {
      this.sumUp();
    }
    return true;
  }

  /** What only new samples change. */
  private sumUp(): void {
    const { samples, start, rulings, tracks } = this;
    this.stepMs = medianStep(samples, this.first) ?? start?.stepMs;
    this.worst = tracks.map(({ machine: { severity } }) => new WorstSearch(severity, rulings, samples, start));
    tracks.forEach(({ breaches }, index) => breaches.keepOver(this.worst[index]));
  }

  /** The breaches of each level, each list ascending and disjoint. */
  breaches(): Breach[][] {
    return this.tracks.map(({ breaches }, index) => breaches.all(this.worst[index]));
  }

  /** Where it stands, as plain data. */
  carry(): Carry {
    const { at, firstAt, resumedAt, absentSince, tooFewFrom, tooFewTo } = this.judge;
    const levels = this.tracks.map(({ machine }, index) =>
      withWorst(machine.carry(), machine.onsetRow, this.worst[index])
    );
    return {
      at,
      firstAt,
      last: this.last,
      resumedAt,
      ...(!Number.isNaN(absentSince) && { absentSince }),
      ...(!Number.isNaN(tooFewFrom) && { pausedBetween: { from: tooFewFrom, to: tooFewTo } }),
      stepMs: this.stepMs,
      levels,
    };
  }

  /** When the value was held up last, by a sample of its own or by one with too little volume. */
  get newestTime(): number | undefined {
    const { renewedAt } = this.judge;
    return Number.isNaN(renewedAt) ? undefined : renewedAt;
  }

  /** The newest sample; undefined where there is none. */
  get last(): { value: number; time: number } | undefined {
    const { lastTime: time, lastValue: value } = this.judge;
    return Number.isNaN(time) ? undefined : { value, time };
  }

  /**
   * Tells what it is like at a moment, with no sample after the last one, and comes back to where it stands.
   *
   * @param at - Not before the last sample.
   * @param askedTo - Up to when samples were asked for.
   * @param tell - Is given whether the last value is too old at that moment.
   */
  lookAhead<T>(at: number, askedTo: number, tell: (vanished: boolean) => T): T {
    const mark = this.judge.mark();
    const told = tell(this.judge.finish(at, askedTo, this.samples.length));
    this.judge.reset(mark);
    return told;
  }
}

/** The version that is in force at a moment; before the first one it is the first. */
export function judgementAt(versions: readonly JudgementVersion[], at: number): Judgement {
  const inForce = versions.filter(({ from }) => from <= at);
  return (inForce[inForce.length - 1] ?? versions[0]).judgement;
}

function rulingOf({ from, judgement }: JudgementVersion): Ruling {
  const { levels, forMs, keepFiringForMs } = judgement;
  return { from, levels, durations: { forMs, keepFiringForMs }, lease: leaseOf(judgement) };
}

function severitiesIn(versions: readonly JudgementVersion[]): Severity[] {
  return [...new Set(versions.flatMap(({ judgement }) => judgement.levels.map(({ severity }) => severity)))];
}

/** The index of the first sample after `time`: what is before the trailing ones after it was judged already. */
function indexAfter({ times, length }: Ordered, time: number): number {
  // Where the first one is new, so are all, or the judge finds that they are out of order.
  if (length > 0 && follows(times[0], time)) {
    return 0;
  }
  let index = length;
  // NaN does not end the search: it is for the judge to find.
  while (index > 0 && !isUpTo(times[index - 1], time)) {
    index--;
  }
  return index;
}

/** What is known of a level where an evaluation starts: all of it from a carry, which has no level that was never judged. */
function carryOf(start: Carry | undefined, severity: Severity): LevelCarry | undefined {
  return start && (start.levels.find((level) => level.severity === severity) ?? inactive(severity, start.at));
}

function inactive(severity: Severity, time: number): LevelCarry {
  return {
    severity,
    lower: { kind: KIND.normal, since: time },
    onset: time,
    changes: [{ time, kind: KIND.normal, exact: false, onset: time }],
  };
}
