import type { DataFrame } from '@grafana/data';
import { clamp } from 'lodash';

import { identityTag } from '../../annotations/interventionAnnotation';
import { escapeText } from '../../chart/escapeText';
import type { Note } from '../../chart/notes';
import { MOST_NOTES } from '../../chart/notes';
import type { RecordMarks } from '../../chart/recordMarks';
import type { Span } from '../../evaluation/evaluation';
import { t } from '../../locales/t';
import { BREACH_TAG } from '../../protocol/records/breachRecord';
import type { PanelRecords } from '../../protocol/records/panelRecords';
import { correctedRecords, engineAlone, recordedBy } from '../../protocol/records/panelRecords';
import type { MetricProtocol } from '../../protocol/protocol';
import type { Stretch } from '../../protocol/stretch';
import { severityWords } from '../../words/conditionWords';
import { correctedWords, recordedWords } from '../../words/recordedWords';

/** A panel, as far as it tells which annotations are its own. */
interface Own {
  dashboardUid: string;
  panelId: number;
  identities: ReadonlySet<string>;
}

/** What a panel's chart says of what is on the record of its breaches. */
export function recordMarks(records: PanelRecords, own: Own): RecordMarks {
  return {
    linesOf: (metric, breach) => {
      const recorded = recordedBy(records, metric, breach);
      return recorded ? [escapeText(recordedWords(t, recorded))] : [];
    },
    notes: (metrics, span) => metrics.flatMap((metric) => notesOf(records, metric, span)).slice(-MOST_NOTES),
    others: (annotations) => annotations.map((frame) => withoutOwn(frame, own)),
  };
}

function notesOf(records: PanelRecords, metric: MetricProtocol, span: Span): Note[] {
  const corrected = correctedRecords(records, metric).map(({ shown, severity }) => ({
    shown,
    title: correctedWords(t),
    line: `${severityWords(t, severity)}: ${escapeText(metric.name)}`,
  }));
  const engine = engineAlone(records, metric).map(({ stretch, name }) => ({
    shown: stretch,
    title: escapeText(recordedWords(t, { by: 'engine', name })),
    line: escapeText(metric.name),
  }));
  return [...corrected, ...engine]
    .filter(({ shown }) => shown.from <= span.to && shown.to >= span.from)
    .map(({ shown, title, line }) => ({ ...within(shown, span), title, lines: [line] }));
}

/** A point has no end. */
function within({ from, to }: Stretch, span: Span): Pick<Note, 'from' | 'to'> {
  const end = span.now ?? span.to;
  return from === to
    ? { from }
    : { from: clamp(from, span.from, span.to), to: clamp(to, span.from, Math.min(span.to, end)) };
}

/** Repeats share one panel: what is recorded of the others is theirs to show. */
function withoutOwn(frame: DataFrame, { dashboardUid, panelId, identities }: Own): DataFrame {
  const columnOf = (name: string): unknown[] => frame.fields.find((field) => field.name === name)?.values ?? [];
  const [tags, panels, dashboards] = ['tags', 'panelId', 'dashboardUID'].map(columnOf);
  const ownTags = new Set([...identities].map(identityTag));
  const isOfPanel = (row: number) =>
    panels[row] === panelId && (dashboards[row] === undefined || dashboards[row] === dashboardUid);
  const isDrawn = (row: number) => {
    const given: unknown = tags[row];
    const own = Array.isArray(given) ? (given as unknown[]) : [];
    return own.includes(BREACH_TAG) && (isOfPanel(row) || own.some((tag) => ownTags.has(String(tag))));
  };
  const kept = Array.from({ length: frame.length }, (_, row) => row).filter((row) => !isDrawn(row));
  return kept.length === frame.length
    ? frame
    : {
        ...frame,
        length: kept.length,
        fields: frame.fields.map((field) => ({ ...field, values: kept.map((row) => field.values[row] as unknown) })),
      };
}
