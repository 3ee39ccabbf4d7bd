import { joinStretches } from './joinStretches';
import type { Segment, Span } from '../evaluation/evaluation';
import type { MetricProtocol } from './protocol';
import type { Stretch } from './stretch';

/** What a strip shows of a metric. */
export type StripMetric = Pick<MetricProtocol, 'kind' | 'view' | 'changes' | 'unsettledFrom' | 'formatLevel'>;

/** A stretch of a strip with a pattern of its own: what is not judged, and why. */
export interface StripStretch extends Stretch {
  kind: 'unknown' | 'tooFew' | 'unsettled';
}

/** The most stretches of one kind: each is a DOM node. */
const MOST = 100;

/** Whether a metric has a history to show: what is shown for context has no states, even where it has levels. */
export function hasStrip({ kind, view }: Pick<MetricProtocol, 'kind' | 'view'>): boolean {
  return kind !== 'context' && view.segments.length > 0;
}

/** The history that is judged: it ends where samples have not settled. */
export function settledSegments({ view, unsettledFrom = Infinity }: StripMetric): readonly Segment[] {
  const { segments } = view;
  return segments.every(({ to }) => to <= unsettledFrom)
    ? segments
    : segments
        .filter(({ from }) => from < unsettledFrom)
        .map((segment) => (segment.to <= unsettledFrom ? segment : { ...segment, to: unsettledFrom }));
}

/**
 * What a strip's pieces can't say by a colour: what could not be judged, had too little volume, or has not settled.
 *
 * @param pieces - The strip's pieces, of which the unknown ones are patterned.
 * @returns Stretches inside the span, none empty; those of one kind ascending and disjoint.
 */
export function stripStretches(metric: StripMetric, span: Span, pieces: readonly Segment[]): StripStretch[] {
  const end = Math.min(span.to, span.now ?? span.to);
  const { unsettledFrom = end } = metric;
  const within = (stretches: readonly Stretch[], to: number) =>
    joinStretches(
      stretches
        .map((stretch) => ({ from: Math.max(stretch.from, span.from), to: Math.min(stretch.to, to) }))
        .filter((stretch) => stretch.to > stretch.from),
      span,
      MOST
    );
  return [
    ...pieces
      .filter(({ state }) => state === 'unknown')
      .map(({ from, to }) => ({ from, to, kind: 'unknown' as const })),
    ...within(metric.view.tooFewStretches, unsettledFrom).map((stretch) => ({ ...stretch, kind: 'tooFew' as const })),
    ...within([{ from: unsettledFrom, to: end }], end).map((stretch) => ({ ...stretch, kind: 'unsettled' as const })),
  ];
}
