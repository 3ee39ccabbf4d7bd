/** The type of the panels that keep rules; panels of other types have native thresholds alone. */
export const PROTOCOL_PANEL = 'protocolops-protocol-panel';

/** The options of a panel that say where its rules and its directory are. */
export const SHEET_OPTIONS = ['ruleSheet', 'decimalMark', 'directory', 'ruleFile'] as const;
export type SheetOption = (typeof SHEET_OPTIONS)[number];

/** The options of a panel that say what its states are judged on. */
export const JUDGED_OPTIONS = ['judgeOn', 'step'] as const;
export type JudgedOption = (typeof JUDGED_OPTIONS)[number];

/** A panel of a dashboard, as far as rules, levels and queries go: what was saved, still raw where it is `unknown`. */
export interface FoundPanel {
  /** Undefined where none was saved. */
  id?: number;
  /** With its variables. */
  title: string;
  /** The id of its plugin; blank where it is not known (see `library`). */
  type: string;
  /** The variables by which its tab, its row and it are repeated, the outermost first. */
  repeatedBy: readonly string[];
  queries: readonly FoundQuery[];
  transformations: readonly unknown[];
  /** What its field config states for every field. */
  defaults: StatedFields;
  /** What its overrides state, in their order; those that state nothing of it are left out. */
  overrides: readonly StatedOverride[];
  sheets: Readonly<Partial<Record<SheetOption, unknown>>>;
  /** Its field config and its options whole, for who shows its data as it does. */
  saved: { fieldConfig?: unknown; options?: unknown };
  /** What its options say of the step that it judges on, as it was saved. */
  judged: Readonly<Partial<Record<JudgedOption, unknown>>>;
  library?: LibraryReference;
}

/** The library panel that a panel shows. */
export interface LibraryReference {
  uid: string;
  name: string;
  /** Whether what it states is there. Where not, nothing is known of its rules: that is not the same as none. */
  isKnown: boolean;
}

export interface FoundQuery {
  refId: string;
  isHidden: boolean;
  /** By type and uid, as far as they are stated; old dashboards have a name alone. */
  dataSource: { type?: string; uid?: string; name?: string };
  /** As the data source keeps it. */
  model: Readonly<Record<string, unknown>>;
}

/** What a field config states of rules and levels. */
export interface StatedFields {
  /** The intervention rule; only in panels that keep rules. */
  rule?: unknown;
  /** Grafana's own Thresholds option, and what it is judged with. */
  thresholds?: unknown;
  min?: unknown;
  max?: unknown;
  softMin?: unknown;
  softMax?: unknown;
  unit?: unknown;
  displayName?: unknown;
  thresholdsStyle?: unknown;
}

export interface StatedOverride {
  /** Which fields it is for: the id of one of Grafana's field matchers, with its options. */
  matcher: { id: string; options?: unknown };
  states: StatedFields;
}

/** Something of a dashboard that can't be read. The rest of it is. */
export interface DashboardProblem {
  code: DashboardProblemCode;
  /** Where it stands: `panels[3].targets[0]`. */
  at: string;
  /** What was found there, shortened. */
  found: string;
}
export type DashboardProblemCode =
  | 'notADashboard'
  | 'notAList'
  | 'notAPanel'
  | 'notAQuery'
  | 'notAnOverride'
  | 'notALayout'
  /** A layout names a panel that is not there. */
  | 'noSuchPanel'
  /** A panel that no layout names: nobody sees it. */
  | 'notPlaced'
  /** What a library panel states is not in what was saved of the dashboard. */
  | 'libraryPanelElsewhere';
