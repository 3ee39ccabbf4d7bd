import type { Level, Severity } from '../rule/level';
import type { DueSchedule } from '../time/schedule';

/** Stands in the place of a sample that has too little volume: it says nothing, but that the value before it holds on. */
export const TOO_FEW: unique symbol = Symbol('too few');

/**
 * Samples of one series: two columns of equal length. Times are epoch ms; null and NaN are no samples, and from a source
 * that evaluates every step they are evaluations without a value.
 */
export interface Samples {
  times: ArrayLike<number>;
  values: ArrayLike<number | null | undefined | typeof TOO_FEW>;
}

/** How the samples of a series follow one another, as far as its source says. */
export interface Cadence {
  /** The source's step, ms; undefined: none is known. */
  intervalMs?: number;
  /** Whether it evaluates every step that it is asked for, so that a missing one is absence. Else the step is a cadence. */
  everyStep?: boolean;
}

/** What a state machine needs of a rule and of the source. Durations are ms. */
export interface Judgement extends Cadence {
  /** At most one level a severity. */
  levels: readonly Level[];
  forMs: number;
  keepFiringForMs: number;
  /** How long a value holds without a next sample, inclusive. Undefined: the cadence decides; Infinity: until the next. */
  staleAfterMs?: number;
  /** When new data is owed: with it a value holds until it is late, whatever `staleAfterMs` says. */
  due?: DueSchedule;
  /** Samples younger than this are not judged. */
  settleAfterMs?: number;
  noData: 'show' | 'alerting' | 'normal' | 'keep';
}

/** A version of what is judged by, in force from a moment on, epoch ms (-Infinity: since ever). */
export interface JudgementVersion {
  from: number;
  judgement: Judgement;
}

/** The span that is judged or shown, epoch ms. `now` is given only when the range ends relative to now. */
export interface Span {
  from: number;
  to: number;
  now?: number;
  /** When the samples were asked for: later ones are not judged. Without a `now`, `settleAfter` counts from it. */
  asked?: number;
}

export type LevelState = 'normal' | 'pending' | 'firing' | 'recovering';

/** An instant that is claimed only when it is known: null means "before the first sample in view". */
export type Instant = number | null;

/** An interval in which a level's condition held for long enough to fire. */
export interface Breach {
  severity: Severity;
  /** When the condition began to hold; null: before what is in view. */
  onset: Instant;
  /** Onset + for; null: before what is in view. */
  firingSince: Instant;
  /** Where `firingSince` is null: the moment from which it is known to fire ("since at least", and where a mark starts). */
  knownFrom?: number;
  /** When it stopped firing (recovering began); undefined: still open at the right edge. */
  end?: number;
  /** With keepFiringFor: when recovering ended; undefined: open, or no keepFiringFor. */
  recoveredAt?: number;
  /** The worst value inside the breach and when it was seen (first time, if several). */
  worst?: { value: number; time: number };
}

/** A span in which a level was pending: the run-up of a breach, or one that never fired. `to` undefined: open. */
export interface Pending {
  severity: Severity;
  from: Instant;
  to?: number;
}

/** A piece of a metric's history: adjacent, ascending, covering the whole span. */
export interface Segment {
  from: number;
  to: number;
  /** `unruled`: no version of the rule was in force, or none with a level. */
  state: 'normal' | 'pending' | 'firing' | 'recovering' | 'nodata' | 'unknown' | 'unruled';
  severity?: Severity;
}

/** Since when a state has lasted: an instant, or null where that was before what is in view. */
export type Beginning =
  | { since: number; sinceBefore?: undefined }
  | {
      since: null;
      /** The moment from which the state is known ("since at least 09:00"), where there is one. */
      sinceBefore?: number;
    };

/** What the right edge can say of one level. */
export type LevelNow = Beginning & {
  severity: Severity;
  state: LevelState | 'unknown';
};

/** A last value that is older than it may be. */
export interface TooOld {
  kind: 'old';
  /** The age limit that was passed, ms. */
  limitMs: number;
  /** Whether neither the rule nor the source says how old a value may be. */
  estimated: boolean;
}

/** A last value that is late by the rule's schedule. */
export interface TooLate {
  kind: 'late';
  /** The due moment that was missed. */
  missedDue: number;
}

/** Why there is no value that could be judged. */
export type Missing = { kind: 'nodata' } | TooOld | TooLate;

/** Where the state is not the samples' but what the rule's `noData` makes of missing data: why. */
interface Because {
  because?: Missing;
}

/** The state that samples say, or that the rule says in their place. */
export type JudgedNow =
  | ({ state: 'normal' } & Because)
  | ({
      state: 'pending';
      severity: Severity;
      /** How long `for` has not run on, for want of volume, ms. */
      pausedMs?: number;
    } & Because)
  | ({ state: 'recovering'; severity: Severity } & Because)
  | ({
      state: 'firing';
      severity: Severity;
      /** Where by an estimate the value is too old: it holds all the same, and goes on firing. */
      age?: TooOld;
    } & Because)
  | ({
      state: 'unknown';
      /** The level that is unknown; left out where it is the metric. */
      severity?: Severity;
      /** How much history is in view, and how much it would take where any would do, ms. */
      history?: { hasMs: number; needsMs?: number };
    } & Because);

/** Each state with what there is to say of it alone. */
export type StateNow =
  JudgedNow | { state: 'stale'; age: TooOld | TooLate } | { state: 'nodata' | 'error' | 'unruled' };

/** What there is to say of the right edge in every state. */
export interface EdgeNow {
  /** The moment judged: the range's now, or its end. */
  at: number;
  /** False for a past range: the state is of then, not of today. */
  live: boolean;
  /** Levels that can't be judged, beside one that is known. */
  unknown: readonly Severity[];
  /** With `settleAfter`: the moment up to which is judged; what is younger has not settled. */
  judgedTo?: number;
  /** For a live range: the next moment at which the clock alone may change the state. */
  changesAt?: number;
}

/** What the right edge can say of the metric: the worst that is known. */
export type Now = EdgeNow & Beginning & StateNow;

/** Figures for the span in view. Times in breach count from firing to end, levels united. */
export interface Figures {
  /** Stretches in breach: breaches of two levels that overlap or touch are one. */
  breaches: number;
  inBreachMs: number;
  longestMs: number;
  /** Of these stretches, those that began within the larger of `for` and 5 min after the last one's end. */
  flaps: number;
  /** True where what is not known of the beginning of the span makes a figure a lower bound. */
  atLeast: boolean;
}

/** All that the samples in a span say about a rule. */
export interface Evaluation {
  breaches: readonly Breach[];
  pendings: readonly Pending[];
  levels: readonly LevelNow[];
  now: Now;
  segments: readonly Segment[];
  figures: Figures;
  /** The newest sample up to the moment judged that is one. */
  last?: { value: number; time: number };
  /** Median distance of samples, ms: what was judged ("a value every 15 min"). */
  stepMs?: number;
  /** Where samples have not settled: the moment up to which they have; younger ones are not judged. */
  unsettledFrom?: number;
  /** What could not be used of the samples; undefined where all of them could. */
  ignored?: Ignored;
}

/** How many rows of a series could not be used, by reason. */
export interface Ignored {
  /** Rows with a value and no time, or the other way round. */
  unpaired: number;
  /** Times that are no finite number. */
  noTime: number;
  /** Values that are neither a number nor null. */
  notANumber: number;
  /** Of several rows at one time all but the last. */
  sameTime: number;
  /** Whether the times were out of order, and so were sorted. Nothing is lost by that. */
  sorted: boolean;
}

/** The states of a level as the machine counts them: small integers, for its loop. */
export const KIND = { normal: 0, pending: 1, firing: 2, recovering: 3, unknown: 4 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** One known change of a level's state. */
export interface Change {
  /** When it entered the state; with `exact` false, the moment from which the state is known. */
  time: number;
  kind: Kind;
  exact: boolean;
  /** For pending and firing: since when the condition has held, as far as is known. Else the time. */
  onset: number;
}

/** Where one of a level's two runs stands. */
export interface RunState {
  kind: Kind;
  /** When it entered the state; -Infinity: before what was seen. */
  since: number;
  /** Of a pending run: how long `for` did not run on, ms. */
  pausedMs?: number;
}

/** Where a level's machine stands. */
export interface LevelCarry {
  severity: Severity;
  /** The run that started inactive, or the only one. */
  lower: RunState;
  /** The run that started firing since ever; undefined once the two have met. */
  upper?: RunState;
  /** Since when the condition of a pending, firing or recovering level has held. */
  onset: number;
  /** The last changes, back to the one that began what is still going on: a pending, a breach, a recovery. */
  changes: readonly Change[];
  /** The worst value since the onset, or of the breach that is recovering. */
  worst?: { value: number; time: number };
}

/** Where an evaluation stands, so that another can go on from there. Plain data. */
export interface Carry {
  /** The moment up to which was judged; later samples come next. */
  at: number;
  /** The first and the last sample judged so far. */
  firstAt?: number;
  last?: { value: number; time: number };
  /** When the value came back after the last gap. */
  resumedAt?: number;
  /** Since when there has been no value, where the source has proved it. */
  absentSince?: number;
  /** The first and the last of the samples after `last` that have too little volume. */
  pausedBetween?: { from: number; to: number };
  stepMs?: number;
  levels: readonly LevelCarry[];
}
