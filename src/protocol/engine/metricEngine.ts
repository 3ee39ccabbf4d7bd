import type { Condition } from '../../rule/level';
import type { Rule } from '../../rule/rule';
import type { AlertRule, EngineState, FailedDelivery, Silence, Texts } from './alertRule';

/** What an engine says of one metric. */
export interface MetricEngine {
  /** Of the alert rules that are linked to it, worst first. */
  alerts: readonly LinkedAlert[];
  /** Alert rules that are linked to its panel, of which nobody can tell what metric they are about; told by one metric. */
  apart: readonly LinkedAlert[];
  /** It has a rule that could fire, and no engine has one for it. */
  isUnpaged?: true;
  /** That it tells so: of all metrics of the panel, where it is so for all of them, or of itself. */
  unpaged?: 'panel' | 'metric';
}

/** An alert rule that is linked to a metric, and what its engine says of it. */
export interface LinkedAlert {
  rule: AlertRule;
  /** Whether it asks what the panel asks; undefined where that can't be made out. */
  asks?: 'same' | 'other';
  /** Undefined where the engine tells none: it never evaluated the rule, or may not say. */
  state?: EngineState;
  /** Since when it is pending or worse, epoch ms. */
  since?: number;
  /** Of a pending one: the evaluation at which it fires unless the value recovers, epoch ms. */
  firesAt?: number;
  error?: string;
  isPaused: boolean;
  /** The labels of the metric that its alert has, too: what tells it from others of the rule. */
  labels: Texts;
  routedTo: readonly string[];
  silences: readonly Silence[];
  isInhibited: boolean;
  failed: readonly FailedDelivery[];
  drift: Drift;
  disagreement?: Disagreement;
}

/** What two rules may differ in. */
export const DRIFT_FIELDS = [
  'level',
  'operator',
  'recovery',
  'for',
  'keepFiringFor',
  'noData',
  'owner',
  'runbook',
  'query',
] as const;
export type DriftField = (typeof DRIFT_FIELDS)[number];

/** When somebody acts, or something fires. */
export interface ActsWhen {
  /** Undefined where there is no such level, or where it can't be made out. */
  condition?: Condition;
  forMs: number;
}

/** The difference between the rule that the panel shows and an engine's. */
export interface Drift {
  /** In the order of `DRIFT_FIELDS`; empty where they say the same. */
  fields: readonly DriftField[];
  /** What was compared. */
  panel: ActsWhen & Told;
  engine: ActsWhen & Told;
  /** The engine's condition is none that could be compared. */
  isUnread: boolean;
}

/** What is told of a rule where it differs. */
interface Told {
  hold?: Condition;
  keepFiringForMs: number;
  noData?: Rule['noData'];
  owner?: string;
}

/** The state of a level, as a panel tells it. */
export type PanelState = EngineState;

/** Panel and engine say another state of the same level at the same time. */
export interface Disagreement {
  panel: PanelState;
  engine: EngineState;
  because: DisagreementReason;
}

export type DisagreementReason =
  /** They were agreed otherwise. */
  | { kind: 'drift' }
  /** The engine could not evaluate the rule. */
  | { kind: 'error' }
  /** The engine evaluates only so often. */
  | { kind: 'interval'; everyMs: number }
  /** The panel judges values that are so far apart. */
  | { kind: 'step'; stepMs: number }
  /** The newest value of the panel is older than what the engine judged. */
  | { kind: 'delay'; newest: number }
  | { kind: 'unknown' };
