import type { FieldConfigSource } from '@grafana/data';

/**
 * How the cards and charts are laid out: a row a metric, or one chart with a list of cards. `auto` keeps one chart where
 * its metrics belong together (see `chooseLayout`).
 */
export type Layout = 'auto' | 'rows' | 'list';

/** A visualization other than Time series that the panel took over, with the field config that only it understands. */
export interface TakenOver {
  pluginId: string;
  fieldConfig: FieldConfigSource;
}

/** The panel's saved options. */
export interface ProtocolOptions {
  layout: Layout;
  /** What the states are judged on (see `readJudgeOn`): `view`, or `fixed` with `lookBack` and `step`. As it was saved. */
  judgeOn?: unknown;
  /** Durations as text: `1d`, `1m`. As they were saved. */
  lookBack?: unknown;
  step?: unknown;
  /** The refId of the query that returns the rules as a table. As it was saved, as all of these. */
  ruleSheet?: unknown;
  /** How the rule sheet writes fractions: `auto`, `point` or `comma`. */
  decimalMark?: unknown;
  /** The refId of the query that says who holds which role. */
  directory?: unknown;
  /** An imported rule file: the rule sheet of a panel that has none among its queries. */
  ruleFile?: unknown;
  /** The host chart's own panel options (legend, tooltip, time zones…), exactly as that visualization saves them. */
  chart: Record<string, unknown>;
  /** Set when the panel was switched from a visualization other than Time series. */
  takenOver?: TakenOver;
}
