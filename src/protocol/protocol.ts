import { type Evaluation, type Now, type Span } from '../evaluation/evaluation';
import { type Question } from '../rule/answers';
import { type Rule, type RuleKind } from '../rule/rule';

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
  /** Position in the panel's data: frame and field. */
  frameIndex: number;
  fieldIndex: number;
  /** The colour of the series in the chart. */
  color: string;
  /** Formats a value as the field does (unit, decimals). */
  format: (value: number) => string;
  kind: RuleKind;
  /** The version in force now. */
  rule: Rule;
  /** Questions with an answer (design: answered). */
  answered: Readonly<Record<Question, boolean>>;
  /** The state, from what is judged. */
  now: Now;
  /** For `levelOnly`: the value stands beyond a level now. */
  crossed: boolean;
  /** The newest value of what is judged. */
  last?: { value: number; time: number };
  /** What was judged, ms between samples. */
  stepMs?: number;
  /** From what is in view. */
  view: Pick<Evaluation, 'breaches' | 'pendings' | 'segments' | 'figures'>;
  /** When the firing breach is due: firing since + escalateAfter. Undefined where it is not firing or not known. */
  dueAt?: number;
  /** Where it is not known when the firing breach began: the moment before which it was due. */
  dueBefore?: number;
}

/** How many metrics stand in each state; `firing` split by severity. */
export interface Tally {
  critical: number;
  warning: number;
  pending: number;
  recovering: number;
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

/** Everything the views show. */
export interface Protocol {
  metrics: readonly MetricProtocol[];
  /** Indexes into `metrics`, worst first; ties keep their order in the data. */
  worstFirst: readonly number[];
  tally: Tally;
  coverage: Coverage;
  span: Span;
  /** When the state of a metric changes next without new data, epoch ms; undefined where none does. */
  nextChange?: number;
  /** Failed queries, while other queries may have data. */
  errors: readonly QueryError[];
}
