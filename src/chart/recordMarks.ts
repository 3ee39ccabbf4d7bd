import type { DataFrame } from '@grafana/data';

import type { Breach, Span } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import type { Note } from './notes';

/** What a chart says of what is on the record, where something is. */
export interface RecordMarks {
  /** Lines of a breach's mark; HTML, with all that users wrote escaped. */
  linesOf: (metric: MetricProtocol, breach: Breach) => readonly string[];
  /** What is on the record without a breach to be seen. */
  notes: (metrics: readonly MetricProtocol[], span: Span) => readonly Note[];
  /** The dashboard's annotations without those that the chart's own marks stand for. */
  others: (annotations: readonly DataFrame[]) => readonly DataFrame[];
}
