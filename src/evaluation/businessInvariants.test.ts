import fc from 'fast-check';

import { anyVersions, FRIDAY, head, judgement, level, rest, seriesOfDays } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';
import type { Evaluation, Now, Samples, Span } from './evaluation';
import { TOO_FEW } from './evaluation';
import { Evaluator } from './evaluator';
import { HOUR } from '../time/units';

const RUNS = 600;

const later = fc.nat({ max: 60 }).map((hours) => hours * HOUR);

/** What is asked of a series that grows, shrinks and comes in any order, by one who moves through time. */
const anyLook = (count: number) =>
  fc.record({
    count: fc.nat({ max: count }),
    later: fc.integer({ min: -60, max: 60 }).map((hours) => hours * HOUR),
    live: fc.boolean(),
    asked: fc.option(later, { nil: undefined }),
    from: later.map((ms) => FRIDAY + ms),
    isReversed: fc.boolean(),
  });

type Look = typeof anyLook extends (count: number) => fc.Arbitrary<infer T> ? T : never;

function lookAt(series: Samples, look: Look): { given: Samples; span: Span } {
  const part = head(series, look.count);
  const at = (series.times[look.count - 1] ?? FRIDAY) + look.later;
  const given = look.isReversed
    ? { times: Array.from(part.times).reverse(), values: Array.from(part.values).reverse() }
    : part;
  const { from, live, asked } = look;
  return {
    given,
    span: live ? { from, to: at - (asked ?? 0), now: at } : { from, to: at, asked: asked && at + asked },
  };
}

describe('with schedules, versions and values that settle', () => {
  it('what is evaluated again tells what an evaluation from the start would', () => {
    const cases = seriesOfDays.chain((series) =>
      fc.tuple(fc.constant(series), fc.array(anyLook(series.times.length), { minLength: 2, maxLength: 5 }))
    );
    fc.assert(
      fc.property(cases, anyVersions, ([series, looks], versions) => {
        const evaluator = new Evaluator();
        for (const look of looks) {
          const { given, span } = lookAt(series, look);
          expect(evaluator.evaluate(given, versions, span)).toEqual(evaluate(given, versions, span).evaluation);
        }
      }),
      { numRuns: RUNS }
    );
  });

  it('sees a date between times of day as it would have from the start', () => {
    const evaluator = new Evaluator();
    // In Auckland the date begins before the time of day that precedes it in UTC.
    const times = [0, 6, 12, 66, 72, 78].map((hours) => FRIDAY + hours * HOUR);
    const given = { times, values: [2, 3, 1, 2, 4, 0] };
    const zone = { text: '', weekdays: [1, 2, 3, 4, 5] as const, timeZone: 'Pacific/Auckland', holidays: [] };
    const rule = judgement({ levels: [level('outsideIncluded', [4, 4])], due: { ...zone, times: [15, 150, 1410] } });
    for (const count of [4, 6]) {
      const span = { from: FRIDAY, to: times[count - 1] };
      expect(evaluator.evaluate(head(given, count), rule, span)).toEqual(
        evaluate(head(given, count), rule, span).evaluation
      );
    }
  });

  it('going on from where an evaluation ended equals evaluating the whole', () => {
    const cases = seriesOfDays.chain((series) =>
      fc.tuple(fc.constant(series), fc.integer({ min: 1, max: series.times.length }))
    );
    fc.assert(
      fc.property(cases, anyVersions, later, fc.boolean(), ([series, cut], versions, ms, known) => {
        const start = known ? INACTIVE : undefined;
        // The first evaluation takes what is settled by then, whatever settles later.
        const settled = versions.map((version) => ({
          ...version,
          judgement: { ...version.judgement, settleAfterMs: undefined },
        }));
        const to = series.times[series.times.length - 1] + ms;
        const span = { from: FRIDAY, to, now: to };
        const whole = evaluate(series, settled, span, start);
        const begun = evaluate(head(series, cut), settled, { from: FRIDAY, to: series.times[cut - 1] }, start).end;
        const continued = evaluate(rest(series, cut), settled, span, begun);
        expect(continued.end.levels).toEqual(whole.end.levels);
        expect(continued.evaluation.levels).toEqual(whole.evaluation.levels);
        expect(after(continued.evaluation, begun.at)).toEqual(after(whole.evaluation, begun.at));
      }),
      { numRuns: RUNS }
    );
  });

  it('claims only what the whole series says', () => {
    const cases = seriesOfDays.chain((series) =>
      fc.tuple(fc.constant(series), fc.nat({ max: series.times.length - 1 }))
    );
    fc.assert(
      fc.property(cases, anyVersions, later, ([series, cut], versions, ms) => {
        const to = series.times[series.times.length - 1] + ms;
        const span = { from: series.times[cut], to, now: to };
        const whole = evaluate(series, versions, span, INACTIVE).evaluation;
        const part = evaluate(rest(series, cut), versions, span).evaluation;
        part.levels.forEach(({ state, since }, index) => {
          const real = whole.levels[index];
          expect([state, since]).toEqual([
            state === 'unknown' ? state : real.state,
            state === 'unknown' || since === null ? null : real.since,
          ]);
        });
        for (const breach of part.breaches) {
          const fires = breach.firingSince ?? breach.knownFrom!;
          const real = whole.breaches.find(
            ({ severity, firingSince, end }) =>
              severity === breach.severity && firingSince! <= fires && (end ?? Infinity) > fires
          );
          expect(real).toMatchObject({ end: breach.end, recoveredAt: breach.recoveredAt });
          expect(breach.worst).toBeDefined();
          if (breach.firingSince !== null) {
            expect(breach).toEqual(real);
          }
        }
        part.pendings.forEach((pending) => expect(whole.pendings).toContainEqual(pending));
      }),
      { numRuns: RUNS }
    );
  });

  it('what has recovered at the very moment of a sample with too little volume is normal', () => {
    const times = [0, 6, 12].map((hours) => FRIDAY + hours * HOUR);
    const rule = judgement({ levels: [level('>', 1)], keepFiringForMs: 12 * HOUR });
    const { now } = evaluate({ times, values: [0, 0, TOO_FEW] }, rule, {
      from: FRIDAY,
      to: times[2],
      now: times[2],
    }).evaluation;
    expect(now.state).toBe('normal');
  });

  it('a state stays until the moment at which it says that it may change', () => {
    fc.assert(
      fc.property(seriesOfDays, anyVersions, later, fc.double({ min: 0, max: 1, noNaN: true }), (...given) => {
        const [series, versions, ms, share] = given;
        const to = series.times[series.times.length - 1];
        const now = to + ms;
        const stateAt = (at: number) => evaluate(series, versions, { from: FRIDAY, to, now: at }).evaluation.now;
        const first = stateAt(now);
        const end = Math.min(first.changesAt ?? Infinity, now + 400 * HOUR);
        for (const at of [Math.floor(now + (end - now) * share), end - 1].filter((moment) => moment < end)) {
          expect({ moment: at, ...asTold(stateAt(at)) }).toEqual({ moment: at, ...asTold(first) });
        }
      }),
      { numRuns: RUNS }
    );
  });
});

/** What an evaluation says of what was after a moment. */
function after({ breaches, segments }: Evaluation, at: number) {
  return {
    breaches: breaches.filter(({ end = Infinity }) => end > at),
    segments: segments.filter(({ to }) => to > at).map((one) => ({ ...one, from: Math.max(one.from, at) })),
  };
}

/** The state with its beginning, its level and what it is because of. */
function asTold(now: Now) {
  const { state, since } = now;
  const severity = 'severity' in now ? now.severity : undefined;
  const because = 'because' in now ? now.because?.kind : undefined;
  return { state, since, severity, because };
}
