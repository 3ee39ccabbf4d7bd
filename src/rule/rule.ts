import type { Level } from './level';
import type { DueSchedule, WorkingHours } from './schedule';

/** The words of a rule that are prose or links: what the card shows as answers and upkeep. All optional. */
export const TEXT_FIELDS = [
  'definition',
  'agreedBy',
  'agreedOn',
  'owner',
  'contact',
  'notify',
  'action',
  'automation',
  'respondUrl',
  'escalateTo',
  'runbook',
  'reviewBy',
  'noRule',
  'volumeSeries',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Fields that are durations, written as Grafana and Prometheus write them (`5m`, `1d`, `1h30m`). */
export const DURATION_FIELDS = [
  'for',
  'keepFiringFor',
  'staleAfter',
  'settleAfter',
  'respondWithin',
  'escalateAfter',
] as const;
export type DurationField = (typeof DURATION_FIELDS)[number];

/** Every field of a rule. */
export type RuleField =
  | TextField
  | DurationField
  | 'operator'
  | 'warning'
  | 'critical'
  | 'recoveryWarning'
  | 'recoveryCritical'
  | 'noData'
  | 'due'
  | 'workingHours'
  | 'holidays'
  | 'minVolume'
  | 'validFrom'
  | 'earlier';

/** Where a field of a rule was stated: the first that gives it wins (design: where a rule comes from). */
export type RuleSource = 'override' | 'default' | 'thresholds';

/** Something in a rule that can't be used. The rest of the rule goes on working. */
export interface Problem {
  field: RuleField | 'rule';
  source: RuleSource;
  /** What is wrong and how to mend it: a message code with the values it names. */
  code: ProblemCode;
  /** The text or value that was found, shortened. */
  found: string;
}
export type ProblemCode =
  | 'notARule'
  | 'notAText'
  | 'notADuration'
  | 'notANumber'
  | 'notARange'
  | 'unknownOperator'
  | 'unknownNoData'
  | 'directionUndecided'
  | 'levelsOutOfOrder'
  | 'recoveryWrongSide'
  | 'notADate'
  | 'unknownField';

/** One field's value with where it was stated. */
export interface Stated<T> {
  value: T;
  source: RuleSource;
}

/**
 * One version of a metric's rule after its sources are merged, read and interpolated. Text is as the user wrote it:
 * hostile until sanitised.
 */
export interface Rule {
  levels: readonly Level[];
  /** Where the levels were stated; undefined when there are none. */
  levelsSource?: RuleSource;
  forMs: number;
  keepFiringForMs: number;
  staleAfterMs?: number;
  /** Younger samples are drawn, but not judged. */
  settleAfterMs?: number;
  /** When new data is owed; instead of `staleAfterMs`. */
  due?: DueSchedule;
  /** Of the volume series: a sample with less is no sample. The series' name is `text.volumeSeries`. */
  minVolume?: number;
  /** The hours in which `respondWithin` and `escalateAfter` count. Left out, they count at all times. */
  workingHours?: WorkingHours;
  respondWithinMs?: number;
  escalateAfterMs?: number;
  noData: 'show' | 'alerting' | 'normal' | 'keep';
  text: Partial<Record<TextField, Stated<string>>>;
  /** Where each stated field came from, durations and operator included. */
  sources: Partial<Record<RuleField, RuleSource>>;
  problems: readonly Problem[];
}

/** The versions of a metric's rule, ascending by `validFrom` (epoch ms; undefined: since ever). Never empty. */
export interface RuleHistory {
  versions: ReadonlyArray<{ validFrom?: number; rule: Rule }>;
}

/**
 * What kind of rule a metric has: `ruled` may fire; `levelOnly` has levels but nobody to act and nothing to do (it
 * never fires); `context` is shown on purpose without a rule; `unruled` has nothing.
 */
export type RuleKind = 'ruled' | 'levelOnly' | 'context' | 'unruled';
