import type { Span } from '../../evaluation/evaluation';
import type { MetricProtocol } from '../protocol';
import type { BreachRecord } from '../records/breachRecord';
import type { PanelRecords, RecordedBy } from '../records/panelRecords';
import { correctedRecords, recordedBy } from '../records/panelRecords';
import type { BreachRow } from './breachRows';

/** What is on the record of the rows of a list. */
export interface RecordedRows {
  /** In the order of the rows; undefined for those that are not. */
  of: ReadonlyArray<RecordedBy | undefined>;
  /** Records of the list's time whose breach the look-back no longer shows. */
  corrected: readonly BreachRecord[];
}

/** Ties the rows of a list to what is on the record: a row of two levels is, where one of them is, its worst one first. */
export function recordedRows(
  rows: readonly BreachRow[],
  metric: MetricProtocol,
  { from, to }: Span,
  records: PanelRecords
): RecordedRows {
  return {
    of: rows.map(({ breaches, severity }) => {
      const worstFirst = [...breaches].sort(
        (a, b) => Number(b.severity === severity) - Number(a.severity === severity)
      );
      return worstFirst.map((breach) => recordedBy(records, metric, breach)).find((recorded) => recorded);
    }),
    corrected: correctedRecords(records, metric).filter(({ shown }) => shown.from <= to && shown.to >= from),
  };
}
