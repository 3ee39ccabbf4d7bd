import type { Severity } from '../../rule/level';

/** What somebody says of a breach. */
export type Answer =
  /** Somebody has it; `nextWordBy`: when they promised to say more, epoch ms. */
  | { kind: 'taken'; nextWordBy?: number }
  /** Something was done; the note says what. */
  | { kind: 'acted' }
  | { kind: 'handedOver'; to: string }
  /** Known, decided, lived with until then, epoch ms; the note says why. */
  | { kind: 'accepted'; until: number }
  | { kind: 'falseAlarm' }
  /** The rule called, and should not have; the note says what is wrong with it. */
  | { kind: 'ruleWrong' };

/** A row of a response sheet: what somebody said of a breach outside of Grafana. */
export interface SheetAnswer {
  /** As a spreadsheet counts: the headers are row 1. */
  row: number;
  /** When it was said, epoch ms. */
  at: number;
  /** The name or the key of the metric that it speaks of, as it is written. */
  metric: string;
  /** The level that fired; undefined where the row does not say. */
  severity?: Severity;
  /** Since when it fired, as the row says, epoch ms. */
  since?: number;
  by: string;
  said: Answer;
  note?: string;
}
