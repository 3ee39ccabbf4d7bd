import type { Span } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import type { Translate } from '../words/translate';
import { escapeText } from './escapeText';
import { joinStretches } from '../protocol/joinStretches';
import { judgedEnd } from './judgedEnd';

/** Something to know of the time axis that is no breach: a moment, or a region where it has an end. Epoch ms. */
export interface Note {
  from: number;
  to?: number;
  /** HTML, with all that users wrote escaped. */
  title: string;
  lines: readonly string[];
}

/** Every note is a DOM node: one chart gets the newest of each sort. */
export const MOST_NOTES = 50;

/** Of metrics that are told the same only some are named. */
const MOST_NAMES = 3;

/** Where values have not settled: a region to the end of what is in view, for each moment from which on it is so. */
export function unsettledNotes(t: Translate, metrics: readonly MetricProtocol[], span: Span): Note[] {
  const end = Math.min(span.to, span.now ?? span.to);
  const told = metrics.flatMap(({ name, unsettledFrom }) =>
    unsettledFrom === undefined || unsettledFrom >= end ? [] : [{ from: Math.max(unsettledFrom, span.from), name }]
  );
  return groupBy(told, ({ from }) => from)
    .map(([from, same]) => ({
      from,
      to: end,
      title: t('chart.note.unsettled', 'Not final yet'),
      lines: [
        ...(metrics.length === 1 ? [] : [namesOf(same)]),
        t('chart.note.unsettled-means', 'Shown, not counted: these values may still change.'),
      ],
    }))
    .slice(-MOST_NOTES);
}

/**
 * Where a metric that is drawn alone had too little volume to be judged: beside others, a region would seem to be about
 * all of them, and the cards tell it.
 */
export function tooFewNotes(t: Translate, metrics: readonly MetricProtocol[], span: Span): Note[] {
  const [metric, ...others] = metrics;
  if (metric === undefined || others.length > 0) {
    return [];
  }
  const end = judgedEnd(metric, span);
  const tooFew = metric.view.tooFewStretches
    .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, end) }))
    .filter(({ from, to }) => to > from);
  return joinStretches(tooFew, span, MOST_NOTES).map((stretch) => ({
    ...stretch,
    title: t('chart.note.too-few', 'Too few to say'),
    lines: [t('chart.note.too-few-means', 'Shown, not counted: it neither begins nor ends a breach.')],
  }));
}

/** How much of the time axis has settled for all metrics, 0 to 1; 1 where all of it has. */
export function settledShare(
  metrics: ReadonlyArray<Pick<MetricProtocol, 'unsettledFrom'>>,
  { from, to }: Span
): number {
  const share = Math.min(...metrics.map(({ unsettledFrom = to }) => (unsettledFrom - from) / (to - from)));
  return Math.max(0, Math.min(1, share));
}

/** "A, B, C…", escaped. */
export function namesOf(some: ReadonlyArray<{ name: string }>): string {
  const names = some.slice(0, MOST_NAMES).map(({ name }) => escapeText(name));
  return names.join(', ') + (some.length > MOST_NAMES ? '…' : '');
}

/** What has something in common, in the order of the first of each group. */
export function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Array<[K, T[]]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  }
  return [...groups];
}
