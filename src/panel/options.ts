/** The panel's saved options. */
export interface ProtocolOptions {
  /** The version of these options (see `migrate`). As it was saved. */
  version?: unknown;
  /** How cards and charts are laid out: `auto`, or the name of a layout (see `chooseLayout`). As it was saved. */
  layout?: unknown;
  /** From when on a handover tells at first: `yesterday` or `monday`. */
  since?: unknown;
  /** What the states are judged on (see `readJudgeOn`): `view`, or `fixed` with `lookBack` and `step`. As it was saved. */
  judgeOn?: unknown;
  /** Durations as text: `1d`, `1m`. As they were saved. */
  lookBack?: unknown;
  step?: unknown;
  /** Whether breaches are recorded as annotations, which takes the fixed look-back. As it was saved. */
  record?: unknown;
  /** The refId of the query that returns the rules as a table. As it was saved, as all of these. */
  ruleSheet?: unknown;
  /** Where the rule sheet is kept: an address, which may have variables in it. */
  ruleSheetLink?: unknown;
  /** How the rule sheet writes fractions: `auto`, `point` or `comma`. */
  decimalMark?: unknown;
  /** The refId of the query that says who holds which role. */
  directory?: unknown;
  /** The refId of the query that says what people did about breaches outside of Grafana. */
  responseSheet?: unknown;
  /** An imported rule file: the rule sheet of a panel that has none among its queries. */
  ruleFile?: unknown;
  /** How long the wall shows a page where there are several: a duration, `12s`. */
  wallPage?: unknown;
  /** Whether the wall announces a new critical breach by a tone. */
  wallSound?: unknown;
  /** When somebody looks at the wall, as working hours are written; outside of them it rests. */
  wallHours?: unknown;
  /** Nothing is kept: it is where the option pane offers the export. */
  alertRules?: undefined;
  /** The host chart's own panel options (legend, tooltip, time zones…), exactly as that visualization saves them. */
  chart?: unknown;
  /** The visualization other than Time series that the panel was switched from (see `readTakenOver`). */
  takenOver?: unknown;
}
