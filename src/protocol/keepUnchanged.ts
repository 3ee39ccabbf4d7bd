import { isEqual, omit } from 'lodash';

import type { LevelNow, Now, Segment, Span } from '../evaluation/evaluation';
import type { JudgedInput, MetricProtocol, Protocol } from './protocol';
import type { Stretch } from './stretch';

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
  const unseen = unseenIn(span);
  return (
    isNear(former.from, span.from, unseen) && isNear(former.to, span.to, unseen) && isNear(former.now, span.now, unseen)
  );
}

function unseenIn({ from, to }: Span): number {
  return (to - from) * UNSEEN;
}

/** Whether two moments or lengths, ms, are apart by so little; one that is not known is not near to one that is. */
function isNear(a: number | undefined, b: number | undefined, little: number): boolean {
  return a === b || Math.abs((a ?? NaN) - (b ?? NaN)) <= little;
}

function looksTheSame(former: MetricProtocol, metric: MetricProtocol, span: Span): boolean {
  return (
    isSameNow(former.now, metric.now) &&
    isNear(former.unsettledFrom, metric.unsettledFrom, unseenIn(span)) &&
    numbersOf(former).join() === numbersOf(metric).join() &&
    former.last?.time === metric.last?.time &&
    isSameHistory(former.view.segments, metric.view.segments, span) &&
    areNear(former.view.tooFewStretches, metric.view.tooFewStretches, span) &&
    isEqual([former.view.breaches, former.view.pendings], [metric.view.breaches, metric.view.pendings]) &&
    isSameJudged(former.judged, metric.judged) &&
    // Where the same is stated, its rule is the very object that it was: nothing deep is compared.
    isEqual(comparable(former), comparable(metric))
  );
}

/** What has to be the very same: all but what is compared by how it looks, and what is recorded of and never seen. */
function comparable(metric: MetricProtocol) {
  const { now, view, last, format, formatLevel, unsettledFrom, judged, response, ...others } = metric;
  return { ...others, figures: response?.figures, open: response?.open && omit(response.open, 'address') };
}

/** The numbers that a card says, in words: a unit that was changed changes them. */
function numbersOf({ last, rule, format, formatLevel }: MetricProtocol): string[] {
  const bounds = rule.levels.flatMap(({ condition }) => [...condition.bounds]);
  return [...(last ? [format(last.value)] : []), ...bounds.map(formatLevel)];
}

/** What goes on with the clock is compared with the patience of words; the rest has to be the same. */
function isSameNow(former: Now, now: Now): boolean {
  return (
    Math.abs(now.at - former.at) < TOLD_ANEW_MS &&
    isNear(former.judgedTo, now.judgedTo, TOLD_ANEW_MS) &&
    isNear(historyIn(former), historyIn(now), TOLD_ANEW_MS) &&
    isEqual(withoutClock(former), withoutClock(now))
  );
}

/** How much history is in view of what is unknown, ms. */
function historyIn(now: Now): number | undefined {
  return now.state === 'unknown' ? now.history?.hasMs : undefined;
}

function withoutClock(now: Now): object {
  const still = omit(now, ['at', 'judgedTo', 'changesAt']);
  return now.state === 'unknown' ? { ...still, history: now.history?.needsMs } : still;
}

/** What was judged is kept for who records it, too: nobody has to see a change of it. */
function isSameJudged(former: JudgedInput, judged: JudgedInput): boolean {
  if (former.on === 'awaited' || judged.on === 'awaited') {
    return former.on === judged.on;
  }
  return (
    former.on === judged.on &&
    isEqual(former.breaches, judged.breaches) &&
    former.levels.length === judged.levels.length &&
    judged.levels.every((level, index) => isSameLevel(former.levels[index], level))
  );
}

/** From when on a state is known that began before moves with what is judged. */
function isSameLevel(
  { sinceBefore: formerlyBefore, ...former }: LevelNow,
  { sinceBefore, ...level }: LevelNow
): boolean {
  return isNear(formerlyBefore, sinceBefore, TOLD_ANEW_MS) && isEqual(former, level);
}

function isSameHistory(former: readonly Segment[], segments: readonly Segment[], span: Span): boolean {
  return (
    areNear(former, segments, span) &&
    segments.every(({ state, severity }, index) => {
      const one = former[index];
      return one.state === state && one.severity === severity;
    })
  );
}

function areNear(former: readonly Stretch[], stretches: readonly Stretch[], span: Span): boolean {
  const unseen = unseenIn(span);
  return (
    former.length === stretches.length &&
    stretches.every(
      ({ from, to }, index) => isNear(former[index].from, from, unseen) && isNear(former[index].to, to, unseen)
    )
  );
}
