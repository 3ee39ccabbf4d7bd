import { sortBy } from 'lodash';

import type { AnsweredRows, RowAnswer } from '../protocol/breaches/answeredRows';
import type { BreachRow } from '../protocol/breaches/breachRows';
import type { BreachResponse } from '../protocol/responses/breachResponse';
import type { Severity } from '../rule/level';
import type { BreachCells, BreachWordsContext } from './breachCells';
import { breachCells, recordCells } from './breachCells';
import type { Translate } from './translate';

/** A breach of the list with what is said of it. */
export interface ToldBreach {
  key: string;
  severity: Severity;
  cells: BreachCells;
  /** What the data shows; undefined where it is on the record alone. */
  row?: BreachRow;
  /** What is on the record of what the data shows; undefined where nothing is tracked. */
  answer?: RowAnswer;
  /** What people did about it, wherever it is known from. */
  response?: BreachResponse;
}

/**
 * The rows of a list in words, newest first, those on the record alone among them.
 *
 * @param answered - Undefined where nobody tracks what people did.
 */
export function tellBreaches(
  t: Translate,
  rows: readonly BreachRow[],
  answered: AnsweredRows | undefined,
  context: BreachWordsContext
): ToldBreach[] {
  const seen = rows.map((row, index): ToldBreach & { from: number } => {
    const answer = answered?.answers[index];
    const cells = breachCells(t, row, context, answer);
    return {
      key: row.key,
      severity: row.severity,
      cells,
      row,
      answer,
      response: answer?.response,
      from: row.knownFrom,
    };
  });
  const onRecord = (answered?.onRecordAlone ?? []).map((record): ToldBreach & { from: number } => ({
    key: record.key,
    severity: record.severity,
    cells: recordCells(t, record, context),
    response: record.response,
    from: record.stretch.from,
  }));
  return onRecord.length === 0 ? seen : sortBy([...seen, ...onRecord], ({ from }) => -from);
}
