import type { Span } from '../evaluation/evaluation';
import type { RuleHistory } from '../rule/rule';
import type { NativeThresholds } from '../rule/thresholds';
import type { RuleInput } from '../rule/schema';
import type { SheetAnswer } from '../tables/responses/answer';
import type { SheetMetric } from '../tables/sheet/sheetRules';
import type { WhoIsWho } from '../tables/directory/whoIsWho';
import type { Metric, NoMetric } from './metric';
import type { CannotJudgeOn, Protocol, QueryError, RuleRow, SheetFindings } from './protocol';
import type { Responses } from './responses/intervention';

/** Everything that a panel's protocol is told from. */
export interface PanelInput {
  /** What the panel shows. */
  view: Answer;
  judgeOn: JudgeOn;
  spans: Spans;
  /** What the panel reads beside its metrics; undefined where it has no sheets. */
  sheets?: ReadSheets;
  /** What people did about breaches; undefined until that is asked for. */
  responses?: ReadResponses;
}

/** The spans of the two inputs: what is judged gives the state now; what is in view gives marks, strip and figures. */
export interface Spans {
  /** That of the look-back; where what is in view is judged, the very span of the view. */
  judged: Span;
  view: Span;
}

/** What a panel's queries returned. The same list of metrics is the same data: streams write into their own arrays. */
export interface Answer {
  metrics: readonly PanelMetric[] | NoMetric;
  /** Those of its queries that failed. */
  errors: readonly QueryError[];
}

/** A metric with its looks, and with what its rule is stated by. */
export interface PanelMetric {
  metric: Metric;
  /** Formats a value as the field does (unit, decimals). */
  format: (value: number) => string;
  /** Tells a level's own number, with as many digits as it has, in the field's unit. */
  formatLevel: (value: number) => string;
  /** The colour of the series in the chart. */
  color: string;
  /** What stands before and after its values, asked for where a rule sheet has to be read by it. */
  affixes?: () => readonly string[];
  /** What its rule is stated by, or the rule itself where it is known. */
  rule: StatedRule | RuleHistory;
}

/** What a metric's field states as its rule, source by source, as it is saved. */
export interface StatedRule {
  /** The panel's default rule. */
  default?: unknown;
  /** The rules of all overrides that match: a later one wins over those before it, field by field. */
  overrides?: readonly unknown[];
  /** Grafana's own thresholds. */
  thresholds?: NativeThresholds;
  /** Puts variables into a text of the metric's rule; left out, text stays as it is written. */
  interpolate?: (text: string) => string;
}

/** What the states of a panel are to be judged on: what it shows, or the answer of queries of its own. */
export type JudgeOn =
  | {
      mode: 'view';
      /** Why the look-back that was asked for can't be had. */
      because?: CannotJudgeOn;
      /** None was asked for, and one could be had. */
      canLookBack?: true;
    }
  | {
      mode: 'fixed';
      lookBackMs: number;
      stepMs: number;
      /** Undefined: the first answer is under way. */
      answer?: LookBackAnswer;
    };

/** The answer of a panel's own queries. */
export interface LookBackAnswer extends Answer {
  /** Whether transformations may stand between the queries and what is in view, so that names need not be theirs. */
  mayBeTransformed: boolean;
}

/**
 * What is known beside a panel's data, which is asked for once they are shown: the interventions of its dashboard and what
 * engines say of its alert rules, with what links them to its metrics.
 */
export interface ReadResponses {
  responses: Responses;
  /**
   * The protocol with identities and responses.
   *
   * @param ruled - The metrics that it is of, in their order.
   */
  link: (protocol: Protocol, ruled: ReadonlyArray<{ metric: Metric }>, sheets: ReadSheets | undefined) => Protocol;
  /** Undefined where no alert rule is linked to the panel. */
  statedByAlerts?: StatedByAlerts;
}

/**
 * What alert rules that are linked to the panel state for metrics, in their order. The very same function as long as it
 * would say the same.
 *
 * @param sheet - What the panel's sheets state for each.
 */
export type StatedByAlerts = (
  metrics: ReadonlyArray<{ metric: Metric; rule: PanelMetric['rule'] }>,
  sheet: SheetSources['rules'] | undefined
) => ReadonlyArray<RuleInput | undefined>;

/** The sheets of a panel, read. */
export interface ReadSheets {
  who?: WhoIsWho;
  /** What people said of breaches outside of Grafana; undefined where the panel has no response sheet. */
  answers?: readonly SheetAnswer[];
  /** Finds the rules of metrics in the rule sheet, or else in the rule file. */
  rulesOf: (metrics: readonly SheetMetric[]) => SheetSources;
}

/** What a panel's sheets state for its metrics. */
export interface SheetSources {
  /** The stored rule of each metric, in their order; undefined for those without one. */
  rules: ReadonlyArray<RuleInput | undefined>;
  /** Where each of these rules stands; left out where nobody asks. */
  rows?: ReadonlyArray<RuleRow | undefined>;
  found: SheetFindings;
}
