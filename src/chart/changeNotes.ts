import type { Span } from '../evaluation/evaluation';
import type { MetricProtocol, RuleChange } from '../protocol/protocol';
import { changeWords } from '../words/changeWords';
import type { Translate } from '../words/translate';
import { escapeText } from './escapeText';
import type { Note } from './notes';
import { groupBy, MOST_NOTES, namesOf } from './notes';

/** The changes of the rules inside the span, those that come included: one note a moment, however many metrics it is about. */
export function changeNotes(t: Translate, metrics: readonly MetricProtocol[], span: Span): Note[] {
  const told = metrics.flatMap((metric) =>
    [...metric.changes, ...(metric.upcoming ? [metric.upcoming] : [])]
      .filter(({ at }) => at >= span.from && at <= span.to)
      .map((change) => ({ at: change.at, name: metric.name, what: whatChanged(t, change, metric) }))
  );
  return groupBy(told, ({ at }) => at)
    .map(([at, some]) => ({
      from: at,
      title: t('chart.note.changed', 'Rule changed'),
      lines: groupBy(some, ({ what }) => what).map(([what, same]) =>
        metrics.length === 1 ? what : `${namesOf(same)}: ${what}`
      ),
    }))
    .sort((a, b) => a.from - b.from)
    .slice(-MOST_NOTES);
}

function whatChanged(t: Translate, { before, after }: RuleChange, { formatLevel }: MetricProtocol): string {
  return escapeText(
    changeWords(t, before, after, formatLevel).join('; ') ||
      t('chart.note.changed-nothing', 'agreed anew, the same as before')
  );
}
