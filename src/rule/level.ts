/** How bad a breach of a level is. `critical` outranks `warning`. */
export type Severity = 'warning' | 'critical';

/**
 * The comparison of a level's condition, as in Grafana's threshold expression: `>` and `<` are strict, ranges are
 * exclusive, and the `Included` forms take their bounds in.
 */
export type Operator = '>' | '>=' | '<' | '<=' | 'outside' | 'inside' | 'outsideIncluded' | 'insideIncluded';

/** A condition on one value. A range operator has two bounds, ascending; the others have one. */
export type Condition =
  | { operator: '>' | '>=' | '<' | '<='; bounds: readonly [number] }
  | { operator: 'outside' | 'inside' | 'outsideIncluded' | 'insideIncluded'; bounds: readonly [number, number] };

/**
 * One severity of a rule with its condition. While a level is pending or firing it stays so as long as `hold` is met
 * (hysteresis); without a recovery threshold `hold` is the condition itself.
 */
export interface Level {
  severity: Severity;
  condition: Condition;
  /** The condition that keeps a loaded level loaded: the recovery threshold turned round. */
  hold: Condition;
}
