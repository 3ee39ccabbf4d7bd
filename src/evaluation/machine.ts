import type { Level, Severity } from '../rule/level';

import type { Calm } from './band';
import { Band } from './band';
import type { ChangesMark } from './changes';
import { Changes } from './changes';
import type { Kind, LevelCarry, RunState } from './evaluation';
import { KIND } from './evaluation';

/**
 * What is judged. One object is handed from moment to moment: numbers in its fields cost nothing, as arguments of calls
 * that are not inlined each would be an object.
 */
export interface Moment {
  time: number;
  /** The value that holds from then on; NaN: there is none, and no value breaches nothing. */
  value: number;
  /** How many rows of the samples are before it. */
  row: number;
}

/** The durations of a rule that its machine needs, ms. */
export interface Durations {
  forMs: number;
  keepFiringForMs: number;
}

/**
 * The state machine of one level, as the alert engines run it: inactive, pending for `for`, firing, recovering for
 * `keepFiringFor`. Pending and firing are judged by the level's hold, the others by its condition.
 *
 * What happened before the first sample is unknown, so the machine runs twice, from both extremes: `lower` started
 * inactive, `upper` has been firing since ever. Every possible history lies between them (pending and recovering lie
 * between inactive and firing, and each step keeps that order), so a state is known once the two agree, which they do
 * only as inactive or firing; from then on one run suffices.
 */
export class LevelMachine {
  readonly severity: Severity;
  readonly changes: Changes;
  /** Whether it may have been firing while that was unknown. */
  mayHaveFired = false;
  /** How many rows of the samples are before the onset. */
  onsetRow: number;
  /** The next moment at which time alone changes a run; Infinity where none does. */
  deadline = Infinity;

  private condition = Band.NONE;
  private hold = Band.NONE;
  private durations: Durations = NO_DURATIONS;
  /** Since when the present version of its rule has been in force: nothing that it changes happened before. */
  private versionFrom = -Infinity;
  private kind: Kind = KIND.normal;
  private since = -Infinity;
  /** Since when the condition of the lower run's pending, firing or recovering level has held. */
  private onset = -Infinity;
  /** From when on nothing begins to fire, because it was not asked for yet. */
  private unaskedFrom = Infinity;
  /** The next moment at which a duration runs out, whether or not that may change a run. */
  private timer = Infinity;
  /** Since when `for` has not run on; NaN while it does. */
  private pausedAt = NaN;
  /** For how long it has not run on before, of each run's pending. */
  private paused = 0;
  private upperPaused = 0;
  private met = false;
  private upperKind: Kind = KIND.firing;
  private upperSince = -Infinity;

  /**
   * @param carry - Where the level stood; undefined where nothing is known of it.
   * @param row - How many rows of the samples are before what is judged.
   */
  constructor(
    severity: Severity,
    carry?: LevelCarry,
    private row = 0
  ) {
    this.onsetRow = row;
    this.severity = severity;
    this.changes = new Changes(carry?.changes, row);
    if (carry) {
      this.resume(carry);
    }
  }

  /**
   * Puts a version of the rule in force. What is pending or recovering goes on, and is counted by the new durations.
   *
   * @param level - Undefined where this version has no such level: then nothing can be, or stay, in breach of it.
   * @param from - The moment from which it is in force; -Infinity: since ever.
   */
  follow(level: Level | undefined, durations: Durations, from: number): void {
    this.condition = level ? Band.of(level.condition) : Band.NONE;
    this.hold = !level || level.hold === level.condition ? this.condition : Band.of(level.hold);
    this.durations = level ? durations : NO_DURATIONS;
    this.versionFrom = from;
    this.setTimer();
  }

  private resume({ lower, upper, onset }: LevelCarry): void {
    this.kind = lower.kind;
    this.since = lower.since;
    this.onset = onset;
    this.paused = lower.pausedMs ?? 0;
    this.met = upper === undefined;
    this.upperKind = upper?.kind ?? lower.kind;
    this.upperSince = upper?.since ?? lower.since;
    this.upperPaused = upper?.pausedMs ?? 0;
  }

  /**
   * Stops `for` at a moment: samples have too little volume, so that nothing begins to fire. What fires goes on, and so
   * does the time of what recovers.
   */
  pause(moment: Moment): void {
    this.pass(moment);
    this.pausedAt = moment.time;
    this.setTimer();
    this.recover(moment);
  }

  /** Lets nothing begin to fire from a moment on: a value of that moment was not asked for yet. */
  holdBack(unaskedFrom: number): void {
    this.unaskedFrom = unaskedFrom;
    this.setTimer();
  }

  /** While `for` does not run on the held value is not judged anew: what recovers ends at its very moment by itself. */
  private recover({ time }: Moment): void {
    if (this.deadline === time) {
      this.elapse();
    }
  }

  /** Lets `for` run on from a moment at which a sample has enough volume again. */
  runOn(moment: Moment): void {
    this.pass(moment);
    const ms = moment.time - this.pausedAt;
    this.paused += this.kind === KIND.pending ? ms : 0;
    this.upperPaused += this.upperKind === KIND.pending ? ms : 0;
    this.pausedAt = NaN;
    // A version with a shorter one that came into force meanwhile has waited, too.
    this.versionFrom = Math.max(this.versionFrom, moment.time);
    this.setTimer();
  }

  /** How long the `for` of what is pending has not run on, ms. */
  get pausedMs(): number {
    return this.paused;
  }

  private deadlineOf(kind: Kind, since: number, paused: number): number {
    if (kind === KIND.pending) {
      return Number.isNaN(this.pausedAt) ? Math.max(since + this.durations.forMs + paused, this.versionFrom) : Infinity;
    }
    return kind === KIND.recovering ? Math.max(since + this.durations.keepFiringForMs, this.versionFrom) : Infinity;
  }

  /** Lets the time pass up to a moment, exclusive, while the value stays as it was judged last. */
  pass(moment: Moment): void {
    this.row = moment.row;
    if (this.deadline < moment.time) {
      this.elapse();
    }
  }

  /** One timer runs out: a run has at most one, and the two runs' timers exclude each other. */
  private elapse(): void {
    const time = this.deadline;
    if (this.deadlineOf(this.kind, this.since, this.paused) === time) {
      this.enter(timedOut(this.kind), time);
    } else {
      this.enterUpper(timedOut(this.upperKind), time);
    }
    this.meet();
  }

  /** Judges the value that holds from a moment on. While `for` does not run on, a value that is held is not judged anew. */
  judge(moment: Moment): void {
    if (!Number.isNaN(this.pausedAt) && !Number.isNaN(moment.value) && this.condition !== Band.NONE) {
      this.recover(moment);
      return;
    }
    if (this.changes.length === 0) {
      this.changes.push(moment.time, KIND.unknown, this.row);
      this.changes.blur(moment.time, this.row);
    }
    const next = this.next(this.kind, this.since + this.paused, moment);
    if (next !== this.kind) {
      this.enter(next, moment.time);
    }
    if (!this.met) {
      this.enterUpper(this.next(this.upperKind, this.upperSince + this.upperPaused, moment), moment.time);
      this.meet();
    }
  }

  private next(kind: Kind, since: number, { time, value }: Moment): Kind {
    const elapsed = time - since;
    const breaches = !Number.isNaN(value) && (isLoaded(kind) ? this.hold : this.condition).has(value);
    const next = breaches ? this.nextBreaching(kind, elapsed) : this.nextQuiet(kind, elapsed);
    return next === KIND.firing && time >= this.unaskedFrom ? kind : next;
  }

  private nextBreaching(kind: Kind, elapsed: number): Kind {
    if (kind === KIND.normal && this.durations.forMs > 0) {
      return KIND.pending;
    }
    return kind === KIND.pending && elapsed < this.durations.forMs ? KIND.pending : KIND.firing;
  }

  private nextQuiet(kind: Kind, elapsed: number): Kind {
    if (kind === KIND.firing && this.durations.keepFiringForMs > 0) {
      return KIND.recovering;
    }
    return kind === KIND.recovering && elapsed < this.durations.keepFiringForMs ? KIND.recovering : KIND.normal;
  }

  private enter(kind: Kind, time: number): void {
    if (isLoaded(kind) && this.kind !== KIND.pending) {
      this.onset = time;
      this.onsetRow = this.row;
    }
    this.kind = kind;
    this.since = time;
    this.paused = 0;
    this.setTimer();
    if (this.met) {
      this.record(time, true);
    }
  }

  private enterUpper(kind: Kind, time: number): void {
    if (kind !== this.upperKind) {
      this.upperKind = kind;
      this.upperSince = time;
      this.upperPaused = 0;
      this.setTimer();
    }
  }

  private setTimer(): void {
    const own = this.deadlineOf(this.kind, this.since, this.paused);
    this.timer = this.met ? own : Math.min(own, this.deadlineOf(this.upperKind, this.upperSince, this.upperPaused));
    this.deadline = this.kind === KIND.pending && this.timer >= this.unaskedFrom ? Infinity : this.timer;
  }

  private meet(): void {
    if (this.met) {
      return;
    }
    if (this.kind !== this.upperKind) {
      this.mayHaveFired ||= this.upperKind === KIND.firing;
      return;
    }
    this.met = true;
    this.setTimer();
    this.record(Math.max(this.since, this.upperSince), this.since === this.upperSince);
  }

  private record(time: number, exact: boolean): void {
    const { changes, kind, row } = this;
    if (changes.length === 1 && changes.kinds[0] === KIND.unknown && changes.times[0] === time) {
      changes.clear();
    }
    changes.push(time, kind, row);
    if (!exact) {
      changes.blur(kind === KIND.normal ? time : this.onset, this.onsetRow);
    }
  }

  /** Narrows `calm` to the values around the one that was judged last which change nothing. */
  narrow(calm: Calm, { value }: Moment): void {
    this.narrowFor(this.kind, calm, value);
    if (!this.met) {
      this.narrowFor(this.upperKind, calm, value);
    }
  }

  private narrowFor(kind: Kind, calm: Calm, value: number): void {
    const loaded = isLoaded(kind);
    (loaded ? this.hold : this.condition).narrow(calm, value, loaded);
  }

  /**
   * How much history it would take from `start` on until the state is known, if the value stays as it is; undefined where
   * it is known, and where no amount would do (the value stays between level and recovery).
   */
  needs(start: number): number | undefined {
    const timer = this.met ? Infinity : this.timer;
    return timer < Infinity ? timer - start : undefined;
  }

  /** Where it stands, to come back to. */
  mark(): MachineMark {
    const { kind, since, onset, onsetRow, met, upperKind, upperSince, mayHaveFired, row } = this;
    const { pausedAt, paused, upperPaused, unaskedFrom } = this;
    const pauses = { pausedAt, paused, upperPaused, unaskedFrom };
    return {
      fields: { kind, since, onset, onsetRow, met, upperKind, upperSince, mayHaveFired, row },
      pauses,
      version: { condition: this.condition, hold: this.hold, durations: this.durations, versionFrom: this.versionFrom },
      changes: this.changes.mark(),
    };
  }

  /** Takes back what happened since the mark was made. */
  reset({ fields, pauses, version, changes }: MachineMark): void {
    Object.assign(this, fields, pauses, version);
    this.changes.reset(changes);
    this.setTimer();
  }

  /** Where it stands, as plain data. */
  carry(): LevelCarry {
    return {
      severity: this.severity,
      lower: runState(this.kind, this.since, this.paused),
      ...(!this.met && { upper: runState(this.upperKind, this.upperSince, this.upperPaused) }),
      onset: this.onset,
      changes: this.changes.unfinished(),
    };
  }
}

/** Where a machine stood, and by what it judged. */
export interface MachineMark {
  fields: {
    kind: Kind;
    since: number;
    onset: number;
    onsetRow: number;
    met: boolean;
    upperKind: Kind;
    upperSince: number;
    mayHaveFired: boolean;
    row: number;
  };
  pauses: { pausedAt: number; paused: number; upperPaused: number; unaskedFrom: number };
  version: { condition: Band; hold: Band; durations: Durations; versionFrom: number };
  changes: ChangesMark;
}

const NO_DURATIONS: Durations = { forMs: 0, keepFiringForMs: 0 };

function runState(kind: Kind, since: number, pausedMs: number): RunState {
  return pausedMs > 0 ? { kind, since, pausedMs } : { kind, since };
}

/** Pending and firing levels are judged by the hold. */
function isLoaded(kind: Kind): boolean {
  return kind === KIND.pending || kind === KIND.firing;
}

/** What a pending or a recovering run becomes when its time is up. */
function timedOut(kind: Kind): Kind {
  return kind === KIND.pending ? KIND.firing : KIND.normal;
}
