import type { FoundQuery } from '../../frames/foundPanel';
import type { RuleField, TextField } from '../../rule/fields';
import type { Level, Severity } from '../../rule/level';
import type { Rule } from '../../rule/rule';
import type { Template } from './template';

/** What a rule is exported to. */
export type Target = 'grafana' | 'prometheus';

/** Labels that tell series of one query apart. */
export type Labels = Readonly<Record<string, string>>;

/** Which series of a query a rule is for. */
export type Series =
  | { kind: 'all' }
  /** Those that have all of the labels of one of the sets. All sets have the same names. */
  | { kind: 'only'; sets: readonly Labels[] }
  /** Those that have none of the sets: whichever come. */
  | { kind: 'rest'; sets: readonly Labels[] };

/** Where an alert's metric is shown. */
export interface Home {
  dashboardUid: string;
  dashboardTitle: string;
  panelId: number;
  panelTitle: string;
  /** The variables by which it is repeated, with this repeat's values. */
  repeat: Readonly<Record<string, string>>;
}

/** A query as an engine is to ask it, its variables put in. */
export interface AskedQuery extends FoundQuery {
  dataSource: { type?: string; uid: string };
}

/** The companion that says whether a value counts. */
export interface AskedVolume {
  query: AskedQuery;
  least: number;
  series: Series;
  /** The labels by which a volume belongs to a value; undefined: by all that they have. */
  on?: readonly string[];
}

/** One level of one rule, as an engine is to judge it: what every target is written from. */
export interface Alert {
  /** Stable: exporting the same level of the same metric again gives the same one. */
  uid: string;
  home: Home;
  /** The metric; undefined where the rule is for all series of a query. */
  name?: string;
  severity: Severity;
  level: Level;
  rule: Rule;
  query: AskedQuery;
  series: Series;
  /** How often an engine is to judge, ms. */
  stepMs: number;
  /** How long a value holds, ms; undefined: as long as the engine's own lookback lets it. */
  holdMs?: number;
  settleMs: number;
  volume?: AskedVolume;
  texts: Readonly<Partial<Record<TextField, Template>>>;
  /** Grafana's id of the unit of its values. */
  unit?: string;
}

/** What can't be exported, by its reason. */
export type RefusalCode =
  | 'noAddress'
  | 'noTitle'
  | 'libraryPanel'
  | 'transformations'
  | 'dashboardSource'
  | 'mixedSources'
  | 'streaming'
  | 'adHocFilters'
  | 'ruleSheet'
  | 'ruleFile'
  | 'repeatUnknown'
  | 'sourceUnknown'
  | 'sourceWithoutAlerts'
  | 'notPrometheus'
  | 'variable'
  | 'viewRange'
  | 'overrideMatcher'
  | 'seriesApart'
  | 'unreadable'
  | 'percentage'
  | 'levelOnly'
  | 'due'
  | 'validFrom'
  | 'hold'
  | 'recoveryKept'
  | 'recoveryStep'
  | 'volumeFor'
  | 'volumeSeries'
  | 'noDataState'
  | 'sameKey';

/** Something of a panel that is not exported. The rest is. */
export interface Refusal {
  code: RefusalCode;
  home: Pick<Home, 'dashboardTitle' | 'panelTitle'> & { panelId?: number };
  /** The metric or the query that it is about; undefined: all of the panel. */
  about?: string;
  severity?: Severity;
  /** Whether it is a series that the rule of the others leaves out, so that no exported rule judges it. */
  isLeftOut?: boolean;
  /** What was found, for the words. */
  found?: string;
  field?: RuleField;
}

/** Alerts, and what of the same panels can't be alerts. */
export interface Exported<Made> {
  made: readonly Made[];
  refused: readonly Refusal[];
}
