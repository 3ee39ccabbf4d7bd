import type { Breach, Evaluation, Ignored, LevelNow, Now, Span } from '../evaluation/evaluation';
import type { Question } from '../rule/fields';
import type { Holder } from '../tables/directory/holder';
import type { WhoIsWho } from '../tables/directory/whoIsWho';
import type { FileProblem } from '../tables/file/fileProblem';
import type { Problem, Rule, RuleHistory, RuleKind, RuleSource } from '../rule/rule';
import type { SheetProblem } from '../tables/sheet/table';
import type { MetricEngine } from './engine/metricEngine';
import type { Responses } from './responses/intervention';
import type { MetricResponse } from './responses/metricResponse';
import type { Stretch } from './stretch';

/** A failed query. Without a refId it is not known which of the panel's queries it was. */
export interface QueryError {
  refId?: string;
  message: string;
}

/** One metric with its rule and its evaluation: what a card shows. */
export interface MetricProtocol {
  /** Stable within the panel while the query and its labels stay the same. */
  id: string;
  /** The display name of the field. */
  name: string;
  /** The refId of the query that returned it, where known. */
  refId?: string;
  /** Whether it is in the panel's data: a look-back may know metrics that are not. */
  inView: boolean;
  /** Position in the panel's data: frame and field; -1 where it is not in view. */
  frameIndex: number;
  fieldIndex: number;
  /** The colour of the series in the chart. */
  color: string;
  /** Formats a value as the field does (unit, decimals). */
  format: (value: number) => string;
  /** Tells a level: its own number in the field's unit, whatever the field's decimals and mappings. */
  formatLevel: (value: number) => string;
  kind: RuleKind;
  /** The version in force now. */
  rule: Rule;
  /** All of its versions: what is judged by each in its time. */
  history: RuleHistory;
  /** What can't be used of its rule, but for what is told of a metric before it: the default rule is that of many. */
  problems: readonly Problem[];
  /** Questions with an answer (design: answered). */
  answered: Readonly<Record<Question, boolean>>;
  /** The state, from what is judged. */
  now: Now;
  /** What its state is judged on, and what was found there. */
  judged: JudgedInput;
  /** For `levelOnly`: the value stands beyond a level now. */
  crossed: boolean;
  /** Whether what is judged is several series under one another, so that nothing can be. */
  isLong?: boolean;
  /** The newest value of what is judged. */
  last?: { value: number; time: number };
  /** What was judged, ms between samples. */
  stepMs?: number;
  /** From what is in view. */
  view: Pick<Evaluation, 'breaches' | 'pendings' | 'segments' | 'figures'> & {
    /** Stretches whose samples have too little volume to be judged, ascending and disjoint. */
    tooFewStretches: readonly Stretch[];
  };
  /** Where the newest sample has too little volume. */
  tooFew?: TooFew;
  /** With `settleAfter`: from here on samples are drawn but not judged, epoch ms; undefined where there are none. */
  unsettledFrom?: number;
  /** Versions of the rule that came into force in view, ascending. */
  changes: readonly RuleChange[];
  /** The next version: agreed, not in force yet. */
  upcoming?: RuleChange;
  /** What could not be used of the samples in view. */
  ignored?: Ignored;
  /** When the firing breach is due; undefined where nothing is: it is not firing, or the rule names no time. */
  deadline?: Deadline;
  /** The row of the rule sheet or the rule file that is for it; undefined where there is none. */
  row?: RuleRow;
  /** Who holds the owner's role now; undefined where the panel has no directory, or the rule no owner. */
  owner?: Holder;
  /** The same of whom to escalate to. */
  escalation?: Holder;
  /** The hash of its identity; undefined where it has none, and until somebody asks what people did about it. */
  identity?: string;
  /** What people did about its breaches; undefined where that is not known. */
  response?: MetricResponse;
  /** What engines say of it; undefined until they are asked, and where they can't be. */
  engine?: MetricEngine;
}

/** A row of a table of rules that is for a metric, by the name or glob that it gives. */
export type RuleRow =
  /** Of the rule sheet: the query that returns it, and its rows, one for each version, the newest last. */
  | { kind: 'sheet'; metric: string; query: string; rows: readonly number[] }
  /** Of the rule file that the panel keeps. */
  | { kind: 'file'; metric: string };

/** What a metric's state is judged on: what is in view, or the look-back, of which all that was found is kept. */
export type JudgedInput =
  | { on: 'view' | 'lookBack'; levels: readonly LevelNow[]; breaches: readonly Breach[] }
  /** The data of the look-back is under way. */
  | { on: 'awaited' };

/** When a firing breach is due, epoch ms: firing since + escalateAfter, in working hours where the rule has some. */
export type Deadline =
  | { kind: 'at'; at: number }
  /** It is not known when the breach began; it was due before this moment. */
  | { kind: 'before'; at: number }
  /** Nobody ever works. */
  | { kind: 'never' };

/** A sample that has too little volume to be judged ("too few to judge: 3 of 20"). */
export interface TooFew {
  /** The volume of the newest sample; undefined where the volume series has none at its time. */
  volume?: number;
  needed: number;
  /** Since when no sample had enough, epoch ms. */
  since: number;
}

/** A version of a rule that comes into force, with the one that it follows. */
export interface RuleChange {
  at: number;
  before: Rule;
  after: Rule;
}

/** What the states are judged on: what is in view, or a fixed look-back and step of the panel's own queries. */
export type JudgedOn =
  | {
      mode: 'view';
      /** Why the fixed look-back that was asked for can't be had. */
      because?: CannotJudgeOn;
      /** None was asked for, and one could be had. */
      canLookBack?: true;
    }
  | {
      mode: 'fixed';
      lookBackMs: number;
      stepMs: number;
      /** The first answer is still under way: until then nothing is judged. */
      awaited?: boolean;
    };

/**
 * Why the panel can't run queries of its own: what it shows does not allow it, the options can't be read, or what runs
 * them could not be loaded.
 */
export type CannotJudgeOn =
  | 'dashboardSource'
  | 'streaming'
  | 'transformations'
  | 'publicDashboard'
  | 'snapshot'
  | 'badLookBack'
  | 'badStep'
  | 'tooManySteps'
  | 'notLoaded';

/** How many metrics stand in each state; `firing` split by severity, but for what is accepted. */
export interface Tally {
  critical: number;
  warning: number;
  pending: number;
  recovering: number;
  /** Firing, and accepted until a moment that is still to come. */
  accepted: number;
  normal: number;
  stale: number;
  nodata: number;
  error: number;
  unknown: number;
  levelOnly: number;
  context: number;
  unruled: number;
}

/** Of all metrics but context ones, how many have a rule that answers all four questions. */
export interface Coverage {
  whole: number;
  of: number;
}

/** A rule that is stated for metrics that are not there: an override whose matcher, a sheet's row whose name fits none. */
export interface UnmatchedRule {
  /** What it was stated for, as it is written. */
  name: string;
  source: Extract<RuleSource, 'override' | 'sheet'>;
}

/** What can't be used of the tables that a panel reads beside its metrics; the rest of them counts. */
export interface SheetFindings {
  /** Of the rule sheet, or of the rule file in its place, by row. */
  rules: readonly SheetProblem[];
  directory: readonly SheetProblem[];
  /** Of the response sheet; left out where there is none. */
  responses?: readonly SheetProblem[];
  /** Of the rule file alone, where the rules are from one. */
  file?: readonly FileProblem[];
}

/** Everything the views show. */
export interface Protocol {
  metrics: readonly MetricProtocol[];
  /** Indexes into `metrics`, worst first: severity, then overdue, then longest; ties keep their order in the data. */
  worstFirst: readonly number[];
  tally: Tally;
  /** How many of those that fire are past their due moment. */
  overdue: number;
  coverage: Coverage;
  span: Span;
  judgedOn: JudgedOn;
  /** When the state of a metric changes next without new data, epoch ms; undefined where none does. */
  nextChange?: number;
  /** Failed queries, while other queries may have data. */
  errors: readonly QueryError[];
  /** Rules beside those of overrides that match no metric: rows of the rule sheet. */
  unmatched?: readonly UnmatchedRule[];
  /** What is found in the rule sheet and the directory; undefined where the panel has neither. */
  sheets?: SheetFindings;
  /** Who is who; undefined where the panel has no directory. */
  who?: WhoIsWho;
  /** What is known of the interventions; undefined where nobody has asked yet. */
  responses?: Responses;
}
