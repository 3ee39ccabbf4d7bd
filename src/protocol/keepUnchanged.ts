import { isEqual } from 'lodash';

import { type Now, type Segment, type Span } from '../evaluation/evaluation';
import { type MetricProtocol, type Protocol } from './protocol';

/** Words of time ("for 4 min") may be as old as this. */
const TOLD_ANEW_MS = 30_000;

/** A strip that would move by less than this share of its width has not moved. */
const UNSEEN = 1 / 1000;

/**
 * A protocol in which every metric that would look the same as before is the very object that it was, so that its card
 * need not be rendered again; where all do, their list and the span are the former ones, too. A refresh of a live panel
 * moves every time by some seconds, which nobody sees.
 */
export function keepUnchanged(before: Protocol | undefined, after: Protocol): Protocol {
  if (!before) {
    return after;
  }
  const known = new Map(before.metrics.map((metric) => [metric.id, metric]));
  const metrics = after.metrics.map((metric) => {
    const former = known.get(metric.id);
    return former && looksTheSame(former, metric, after.span) ? former : metric;
  });
  const allSame = metrics.length === before.metrics.length && metrics.every((each, i) => each === before.metrics[i]);
  return allSame && isSameSpan(before.span, after.span)
    ? { ...after, metrics: before.metrics, span: before.span }
    : { ...after, metrics };
}

function isSameSpan(former: Span, span: Span): boolean {
  const unseen = (span.to - span.from) * UNSEEN;
  const isNear = (a: number | undefined, b: number | undefined) =>
    a === b || Math.abs((a ?? NaN) - (b ?? NaN)) <= unseen;
  return isNear(former.from, span.from) && isNear(former.to, span.to) && isNear(former.now, span.now);
}

function looksTheSame(former: MetricProtocol, metric: MetricProtocol, span: Span): boolean {
  const { now: formerNow, view: formerView, last: formerLast, format: formerFormat, ...formerRest } = former;
  const { now, view, last, format, ...rest } = metric;
  return (
    isSameNow(formerNow, now) &&
    figuresOf(former).map(formerFormat).join() === figuresOf(metric).map(format).join() &&
    formerLast?.time === last?.time &&
    isSameHistory(formerView.segments, view.segments, span) &&
    isEqual(formerView.tooFew, view.tooFew) &&
    isEqual([formerView.breaches, formerView.pendings], [view.breaches, view.pendings]) &&
    isEqual(formerRest, rest)
  );
}

/** The numbers that a card says: a unit that was changed changes their words. */
function figuresOf({ last, rule }: MetricProtocol): number[] {
  return [...(last ? [last.value] : []), ...rule.levels.flatMap(({ condition }) => [...condition.bounds])];
}

function isSameNow({ at: formerAt, changesAt: _, ...former }: Now, { at, changesAt: __, ...now }: Now): boolean {
  return Math.abs(at - formerAt) < TOLD_ANEW_MS && isEqual(former, now);
}

function isSameHistory(former: readonly Segment[], segments: readonly Segment[], { from, to }: Span): boolean {
  const unseen = (to - from) * UNSEEN;
  return (
    former.length === segments.length &&
    segments.every((segment, index) => {
      const one = former[index];
      return (
        one.state === segment.state &&
        one.severity === segment.severity &&
        Math.abs(one.from - segment.from) <= unseen &&
        Math.abs(one.to - segment.to) <= unseen
      );
    })
  );
}
