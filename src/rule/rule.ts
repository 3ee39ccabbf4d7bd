import type { Refusal } from './cells/quantity';
import type { DurationField, RuleField, TextField } from './fields';
import type { Level, Severity } from './level';
import type { DueSchedule, ScheduleProblemCode, WorkingHours } from '../time/schedule';
import type { MomentProblemCode } from '../time/moment';

/** Where a field of a rule may be stated: the first that gives it wins (design: where a rule comes from). */
export const RULE_SOURCES = ['override', 'sheet', 'default', 'alert', 'thresholds'] as const;
export type RuleSource = (typeof RULE_SOURCES)[number];

/** Something in a rule that can't be used. The rest of the rule goes on working. */
export type Problem = FoundProblem & ({ code: ProblemCode } | Refusal);

interface FoundProblem {
  field: RuleField | 'rule';
  source: RuleSource;
  /** The text or value that was found, shortened. */
  found: string;
  /** Of an earlier version: from when it is valid, as written, or its place in the list, from 1. */
  version?: string;
}
/** What is wrong and how to mend it: a message code. */
export type ProblemCode =
  | 'notARule'
  | 'notAText'
  | 'notADuration'
  | 'notANumber'
  | 'notARange'
  | 'unknownOperator'
  | 'unknownNoData'
  | 'directionUndecided'
  | 'percentWithoutRange'
  | 'operatorConflict'
  | 'levelsOutOfOrder'
  | 'recoveryWrongSide'
  | 'recoveryAtLevel'
  | 'notADate'
  | 'notHolidays'
  | 'notAVolume'
  | 'notAFingerprint'
  | 'noVolumeSeries'
  | 'noMinVolume'
  | 'notAList'
  | 'earlierWithoutValidFrom'
  | 'sameValidFrom'
  | 'unknownField'
  | ScheduleProblemCode
  | MomentProblemCode
  | 'noSuchSeries';

/** One field's value with where it was stated. */
export interface Stated<T> {
  value: T;
  source: RuleSource;
}

/** What a rule's durations are in ms: `forMs`, `staleAfterMs`. */
export type Durations = { [F in DurationField as `${F}Ms`]?: number };

/** That somebody agreed on what one source states. */
export interface Signature {
  source: RuleSource;
  /** Whether it still is what was agreed; unchecked where no fingerprint is stored, so that nobody knows. */
  state: 'kept' | 'changed' | 'unchecked';
  /** Of what was changed: when, as a date or a moment is written. Undefined where it is not known. */
  changedOn?: string;
  /** What was corrected since, as it said when it was agreed, by stored field; null for nothing. Where that was kept. */
  agreedValues?: Readonly<Record<string, unknown>>;
  /** A more specific source that states something of what was agreed otherwise, and that nobody signed. */
  by?: RuleSource;
}

/**
 * One version of a metric's rule after its sources are merged, read and interpolated. Text is as the user wrote it:
 * hostile until sanitised.
 */
export interface Rule extends Durations {
  /** Those that can be judged. */
  levels: readonly Level[];
  /** Levels that are stated and can't be judged, none of them among `levels`: they, or what they need, can't be read. */
  unreadable: readonly Severity[];
  /** Where the levels were stated; undefined when there are none. */
  levelsSource?: RuleSource;
  forMs: number;
  keepFiringForMs: number;
  staleAfterMs?: number;
  /** Younger samples are drawn, but not judged. */
  settleAfterMs?: number;
  /** When new data is owed; instead of `staleAfterMs`. */
  due?: DueSchedule;
  /** The field that would say how old a value may be, where it can't be read: then nobody can tell which is too old. */
  unreadAge?: 'due' | 'staleAfter';
  /** Of the volume series: a sample with less is no sample. The series' name is `text.volumeSeries`. */
  minVolume?: number;
  /** The hours in which `respondWithin` and `escalateAfter` count. Left out, they count at all times. */
  workingHours?: WorkingHours;
  /**
   * Of working time, where the rule has working hours: there a day is as long as a working day. Undefined where the working
   * hours can't be read, too: nobody knows when it is over.
   */
  respondWithinMs?: number;
  /** As `respondWithinMs`. */
  escalateAfterMs?: number;
  noData: 'show' | 'alerting' | 'normal' | 'keep';
  text: Partial<Record<TextField, Stated<string>>>;
  /** Who signed it, source by source; undefined where nobody did. */
  signatures?: readonly Signature[];
  /** Where each stated field came from, durations and operator included. */
  sources: Partial<Record<RuleField, RuleSource>>;
  problems: readonly Problem[];
}

/** A version of a metric's rule, and from when on it is in force (epoch ms; undefined: since ever). */
export interface RuleVersion {
  validFrom?: number;
  rule: Rule;
}

/** The versions of a metric's rule, ascending by `validFrom`. Never empty; only the first is in force since ever. */
export interface RuleHistory {
  versions: readonly RuleVersion[];
}

/**
 * What kind of rule a metric has: `ruled` may fire; `levelOnly` has levels but nobody to act and nothing to do (it
 * never fires); `context` is shown on purpose without a rule; `unruled` has nothing.
 */
export type RuleKind = 'ruled' | 'levelOnly' | 'context' | 'unruled';
