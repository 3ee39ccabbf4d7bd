import fc from 'fast-check';

import { anyJudgement, head, rest, seriesOfTicks } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';
import type { Breach, Evaluation, Now, Pending, Segment } from './evaluation';

const RUNS = 900;

describe('going on from where an evaluation ended', () => {
  it('equals evaluating the whole', () => {
    const cases = seriesOfTicks.chain((samples) =>
      fc.tuple(fc.constant(samples), fc.nat({ max: samples.times.length }), fc.nat({ max: 5 }), fc.boolean())
    );
    fc.assert(
      fc.property(cases, anyJudgement, ([samples, cut, later, known], judgement) => {
        const start = known ? INACTIVE : undefined;
        const to = samples.times[samples.times.length - 1] + later;
        const span = { from: 0, to, now: to };
        const whole = evaluate(samples, judgement, span, start);
        const begun = evaluate(head(samples, cut), judgement, span, start);
        const continued = evaluate(rest(samples, cut), judgement, span, begun.end);
        expect(continued.evaluation.levels).toEqual(whole.evaluation.levels);
        expect(continued.evaluation.now.state).toEqual(whole.evaluation.now.state);
        expect(continued.end.levels).toEqual(whole.end.levels);
        const told = continued.evaluation.breaches;
        expect(whole.evaluation.breaches).toEqual(expect.arrayContaining([...told]));
        const settled = begun.end.at;
        const late = whole.evaluation.breaches.filter((breach) => (breach.end ?? Infinity) > settled);
        expect(told).toEqual(expect.arrayContaining(late));
      }),
      { numRuns: RUNS }
    );
  });

  it('joined, the halves of a range equal the whole', () => {
    const cases = seriesOfTicks.chain((samples) =>
      fc.tuple(
        fc.constant(samples),
        fc.integer({ min: 1, max: samples.times.length }),
        fc.nat({ max: 5 }),
        fc.boolean(),
        fc.boolean()
      )
    );
    fc.assert(
      fc.property(cases, anyJudgement, ([samples, cut, later, known, all], judgement) => {
        const start = known ? INACTIVE : undefined;
        const to = samples.times[samples.times.length - 1] + later;
        // The first half ends where its last sample does.
        const at = samples.times[cut - 1];
        const whole = evaluate(samples, judgement, { from: 0, to }, start).evaluation;
        const first = evaluate(head(samples, cut), judgement, { from: 0, to: at }, start);
        // What was judged already may be handed over again, at the front of what is new.
        const second = evaluate(all ? samples : rest(samples, cut), judgement, { from: 0, to }, first.end).evaluation;
        expect(join(first.evaluation, second, first.end.at)).toEqual({
          breaches: whole.breaches,
          pendings: whole.pendings,
          segments: whole.segments,
          levels: whole.levels,
          now: withHistoryOf(second.now, whole.now),
          last: whole.last,
        });
      }),
      { numRuns: RUNS }
    );
  });

  it('a refresh without new samples changes nothing', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1];
        const { end } = evaluate(samples, judgement, { from: 0, to });
        expect(evaluate(samples, judgement, { from: 0, to }, end).end).toEqual(end);
      }),
      { numRuns: RUNS / 3 }
    );
  });
});

/** Joins two evaluations of one span, the second from where the first ended, `at`. */
function join(first: Evaluation, second: Evaluation, at: number) {
  // What was still going on is told again by the second, whole.
  const breaches = first.breaches.filter((one) => !second.breaches.some((other) => sameBreach(one, other)));
  const pendings = first.pendings.filter((one) => !second.pendings.some((other) => samePending(one, other)));
  return {
    breaches: inOrder([...breaches, ...second.breaches], (one) => one.firingSince ?? one.knownFrom!),
    pendings: inOrder([...pendings, ...second.pendings], (one) => one.from ?? -Infinity),
    segments: joinSegments(
      first.segments.filter(({ from }) => from < at),
      second.segments.filter(({ to }) => to > at).map((one) => ({ ...one, from: Math.max(one.from, at) }))
    ),
    levels: second.levels,
    now: second.now,
    last: second.last,
  };
}

/** Ascending, critical first. */
function inOrder<T extends { severity: string }>(list: T[], key: (one: T) => number): T[] {
  return list.sort((a, b) => key(a) - key(b) || a.severity.localeCompare(b.severity));
}

function sameBreach(a: Breach, b: Breach): boolean {
  return a.severity === b.severity && a.firingSince === b.firingSince && a.knownFrom === b.knownFrom;
}

function samePending(a: Pending, b: Pending): boolean {
  return a.severity === b.severity && a.from === b.from;
}

function joinSegments(first: readonly Segment[], second: readonly Segment[]): Segment[] {
  const last = first[first.length - 1];
  const [next, ...others] = second;
  const touches = last && next && last.state === next.state && last.severity === next.severity;
  return touches ? [...first.slice(0, -1), { ...last, to: next.to }, ...others] : [...first, ...second];
}

/** How much history is in view is told of what was judged by itself. */
function withHistoryOf(second: Now, whole: Now): Now {
  return whole.state === 'unknown' && second.state === 'unknown' && whole.history && second.history
    ? { ...whole, history: { ...whole.history, hasMs: second.history.hasMs } }
    : whole;
}
