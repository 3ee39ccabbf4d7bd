import type { Span } from '../evaluation/evaluation';
import { joinStretches } from '../protocol/joinStretches';
import type { MetricProtocol } from '../protocol/protocol';
import { judgedEnd } from './judgedEnd';

/** A part of the time axis, in shares of it from the left: 0 to 1. */
export interface Veil {
  from: number;
  to: number;
}

/** Each veil is a DOM node. */
const MOST = 50;

/**
 * What is drawn and not judged, and so lies under a veil: what has not settled, where that is so from the same moment on
 * for all metrics of the chart, and what is too few, where it has one metric. (Of several metrics a veil would hide what
 * is judged of the others: they have a boundary instead.)
 */
export function veilsOf(metrics: readonly MetricProtocol[], span: Span): Veil[] {
  const share = (time: number) => Math.max(0, Math.min(1, (time - span.from) / (span.to - span.from)));
  return [...tooFew(metrics, span), ...unsettled(metrics, span)]
    .map(({ from, to }) => ({ from: share(from), to: share(to) }))
    .filter(({ from, to }) => from < to);
}

/** Where values have not settled for all of the metrics alike, epoch ms. */
export function unsettledFrom(metrics: ReadonlyArray<Pick<MetricProtocol, 'unsettledFrom'>>): number | undefined {
  const [from, ...others] = new Set(metrics.map((metric) => metric.unsettledFrom));
  return others.length === 0 ? from : undefined;
}

function unsettled(metrics: readonly MetricProtocol[], span: Span) {
  const from = unsettledFrom(metrics);
  return from === undefined ? [] : [{ from, to: Math.min(span.to, span.now ?? span.to) }];
}

function tooFew(metrics: readonly MetricProtocol[], span: Span) {
  const [metric, ...others] = metrics;
  if (metric === undefined || others.length > 0) {
    return [];
  }
  const end = judgedEnd(metric, span);
  const stretches = metric.view.tooFewStretches.map(({ from, to }) => ({ from, to: Math.min(to, end) }));
  return joinStretches(
    stretches.filter(({ from, to }) => from < to),
    span,
    MOST
  );
}
