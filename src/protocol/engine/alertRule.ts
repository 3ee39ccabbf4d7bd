import type { Condition, Severity } from '../../rule/level';
import type { Rule } from '../../rule/rule';

/** Labels of an alert, and annotations: words that somebody wrote, hostile until sanitised. */
export type Texts = Readonly<Record<string, string>>;

/** A query of an alert rule, as its data source takes it. */
export interface AlertQuery {
  dataSourceUid: string;
  model: Readonly<Record<string, unknown>>;
}

/** Series of a query that an alert rule is for, or is not for: those with all of the labels of one of the sets. */
export interface SeriesPicked {
  kind: 'only' | 'rest';
  sets: readonly Texts[];
}

/** An alert rule of an engine, as far as it can be made out. */
export interface AlertRule {
  /** Unique among the rules of all engines. */
  id: string;
  /** Who evaluates it: Grafana, or the engine of a data source. */
  engine: { kind: 'grafana'; uid?: string } | { kind: 'source'; uid: string };
  title: string;
  folder?: string;
  group: string;
  /** How often it is evaluated, ms. */
  intervalMs?: number;
  /** The panel that it is linked to; undefined where it has none. */
  panel?: { dashboardUid: string; panelId: number };
  /** What it asks; undefined where it can't be made out. */
  queries?: readonly AlertQuery[];
  /** Which of the series of its query it is for; undefined: all. */
  picked?: SeriesPicked;
  /** When it fires; undefined where that can't be made out as one comparison. */
  condition?: Condition;
  /** What keeps it loaded; the condition itself where it has no recovery threshold. */
  hold?: Condition;
  /** What its values are reduced by to one, where that is not the newest of them: `mean`, `max`. */
  reducer?: string;
  forMs: number;
  keepFiringForMs: number;
  /** What it makes of no data; undefined where its engine has no such choice. */
  noData?: Rule['noData'];
  severity: Severity;
  labels: Texts;
  annotations: Texts;
  /** The contact point that the rule itself names. */
  receiver?: string;
  isPaused: boolean;
}

/** The state of an alert, as its engine tells it. */
export type EngineState = 'normal' | 'pending' | 'firing' | 'recovering' | 'nodata' | 'error';

/** One series of an alert rule, as its engine judges it. */
export interface AlertInstance {
  labels: Texts;
  state: EngineState;
  /** Since when it is pending, or worse, epoch ms; a firing one has been pending since. */
  activeAt?: number;
}

/** Where an alert rule stands. */
export interface AlertRuleState {
  /** The rule's. */
  id: string;
  /** Why it could not be evaluated. */
  error?: string;
  /** When it was evaluated last, epoch ms; undefined: it never was. */
  evaluatedAt?: number;
  isPaused: boolean;
  /** Those that are not normal; a series that is not among them is normal. */
  instances: readonly AlertInstance[];
}

/** An alert that an alert manager has: to whom it is routed, and what keeps it from being sent. Routing is no delivery. */
export interface RoutedAlert {
  /** Grafana's rule; undefined where the alert names none. */
  ruleUid?: string;
  labels: Texts;
  receivers: readonly string[];
  /** Ids of silences. */
  silencedBy: readonly string[];
  isInhibited: boolean;
}

/** A silence that is in force. */
export interface Silence {
  id: string;
  createdBy: string;
  comment: string;
  /** Epoch ms. */
  endsAt?: number;
}

/** A contact point that could not be reached at the last attempt. */
export interface FailedDelivery {
  receiver: string;
  /** The kind of what it is sent by: `email`, `slack`. */
  by: string;
  error: string;
  /** Epoch ms. */
  at?: number;
}

/** All that is known of the alert rules of a dashboard. */
export interface EngineKnown {
  rules: readonly AlertRule[];
  states: ReadonlyMap<string, AlertRuleState>;
  alerts: readonly RoutedAlert[];
  silences: readonly Silence[];
  failed: readonly FailedDelivery[];
  /** Whether every engine that may have rules has told its own; else nobody can say that there is none. */
  isWhole: boolean;
}
