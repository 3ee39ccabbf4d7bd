import type { Cadence, Samples } from '../evaluation/evaluation';

/** Samples with what is known of them beside their times and values. */
export interface Measured extends Cadence {
  samples: Samples;
  /** Whether they are several series under one another: nobody can tell which of them a rule is about. */
  isLong?: boolean;
}

/** One series of a panel's data: plain data, whatever it was read from. */
export interface Metric extends Measured {
  /** Unique in the panel's data; stable while the query, the field's name and its labels stay the same. */
  id: string;
  /** As it is displayed. */
  name: string;
  /** The query that returned it, where known. */
  refId?: string;
  /** Position in the panel's data: frame and field; -1 where it is not in view. */
  frameIndex: number;
  fieldIndex: number;
  /** Grafana's id of the unit that its values are in: `percent`, `s`, `currencyUSD`. */
  unit?: string;
  /** The labels that came with the data, as they are. */
  labels?: Readonly<Record<string, unknown>>;
  /** What the data source calls the value: the field's own name, whatever it is shown as. */
  valueName?: string;
}

/** Why a panel's data has no metric, for the face that says so. */
export type NoMetric =
  | 'noData'
  | 'noTimeField'
  | 'noNumericField'
  /** A chart of it can be drawn. */
  | 'nothingToJudge';
