import { sortBy } from 'lodash';

import type { AnsweredRows, RowAnswer } from '../protocol/breaches/answeredRows';
import type { BreachRow } from '../protocol/breaches/breachRows';
import type { RecordedRows } from '../protocol/breaches/recordedRows';
import type { RecordedBy } from '../protocol/records/panelRecords';
import type { BreachResponse } from '../protocol/responses/breachResponse';
import type { Severity } from '../rule/level';
import type { BreachCells, BreachWordsContext } from './breachCells';
import { breachCells, correctedCells, recordCells } from './breachCells';
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
  /** Who recorded it as an annotation; undefined where nobody did, or nothing is recorded. */
  recorded?: RecordedBy;
}

/** What is on the record of the rows, beside what they are. */
export interface OnRecord {
  /** Undefined where nobody tracks what people did. */
  answered?: AnsweredRows;
  /** Undefined where nothing is recorded. */
  recorded?: RecordedRows;
}

/** The rows of a list in words, newest first, those on the record alone among them. */
export function tellBreaches(
  t: Translate,
  rows: readonly BreachRow[],
  { answered, recorded }: OnRecord,
  context: BreachWordsContext
): ToldBreach[] {
  const seen = rows.map((row, index): ToldBreach & { from: number } => {
    const answer = answered?.answers[index];
    const by = recorded?.of[index];
    const cells = breachCells(t, row, context, { answer, recorded: by });
    return {
      key: row.key,
      severity: row.severity,
      cells,
      row,
      answer,
      response: answer?.response,
      recorded: by,
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
  const corrected = (recorded?.corrected ?? []).map((record): ToldBreach & { from: number } => ({
    key: `corrected ${record.id}`,
    severity: record.severity,
    cells: correctedCells(t, record, context),
    recorded: { by: 'panel', record },
    from: record.shown.from,
  }));
  const alone = [...onRecord, ...corrected];
  return alone.length === 0 ? seen : sortBy([...seen, ...alone], ({ from }) => -from);
}
