import fc from 'fast-check';

import { depth } from '../rule/condition';

import { anyJudgement, seriesOfTicks } from './cases.testing';
import { evaluate, INACTIVE } from './evaluate';
import type { Breach, Evaluation, Judgement, Samples, Span } from './evaluation';
import { referenceStates } from './reference.testing';
import { isSample } from './samples';

const RUNS = 900;
const END = 120;

function valueAt({ times, values }: Samples) {
  const byTime = new Map(Array.from(times, (time, index) => [time, values[index]]));
  return (tick: number) => byTime.get(tick) ?? undefined;
}

function truth(samples: Samples, judgement: Judgement, to: number) {
  return judgement.levels.map((level) =>
    referenceStates(
      valueAt(samples),
      {
        level,
        forTicks: judgement.forMs,
        keepFiringForTicks: judgement.keepFiringForMs,
        staleAfterTicks: judgement.staleAfterMs,
      },
      to
    )
  );
}

/** The state of a level at a tick, as the breaches and pendings of an evaluation tell it. */
function told(evaluation: Evaluation, severity: string, tick: number): string {
  const from = (breach: Breach) => breach.firingSince ?? breach.knownFrom ?? -Infinity;
  const mine = evaluation.breaches.filter((breach) => breach.severity === severity);
  if (mine.some((breach) => from(breach) <= tick && tick < (breach.end ?? Infinity))) {
    return 'firing';
  }
  const pendings = evaluation.pendings.filter((pending) => pending.severity === severity);
  if (pendings.some((pending) => pending.from! <= tick && tick < (pending.to ?? Infinity))) {
    return 'pending';
  }
  return 'other';
}

function rest(samples: Samples, count: number): Samples {
  return { times: Array.from(samples.times).slice(count), values: Array.from(samples.values).slice(count) };
}

function head(samples: Samples, count: number): Samples {
  return { times: Array.from(samples.times).slice(0, count), values: Array.from(samples.values).slice(0, count) };
}

describe('against the reference', () => {
  it('every state at every moment, judged then', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const to = Math.min(END, samples.times[samples.times.length - 1] + 20);
        const states = truth(samples, judgement, to);
        for (let tick = 0; tick <= to; tick++) {
          const { evaluation } = evaluate(samples, judgement, { from: 0, to: tick }, INACTIVE);
          expect(evaluation.levels.map((level) => level.state)).toEqual(states.map((state) => state[tick]));
        }
      }),
      { numRuns: RUNS / 5 }
    );
  });

  it('every breach and pending, told afterwards', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 20;
        const states = truth(samples, judgement, to);
        const { evaluation } = evaluate(samples, judgement, { from: 0, to }, INACTIVE);
        judgement.levels.forEach(({ severity }, index) => {
          for (let tick = 0; tick <= to; tick++) {
            const state = states[index][tick];
            const expected = state === 'firing' || state === 'pending' ? state : 'other';
            expect(told(evaluation, severity, tick)).toBe(expected);
          }
        });
      }),
      { numRuns: RUNS }
    );
  });

  it('values at a step, where a missing step is absence', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 20;
        const stepped = { ...judgement, staleAfterMs: undefined, intervalMs: 1 };
        const states = truth(samples, { ...judgement, staleAfterMs: 0 }, to);
        const { evaluation } = evaluate(samples, stepped, { from: 0, to }, INACTIVE);
        judgement.levels.forEach(({ severity }, index) => {
          for (let tick = 0; tick <= to; tick++) {
            const state = states[index][tick];
            expect(told(evaluation, severity, tick)).toBe(state === 'firing' || state === 'pending' ? state : 'other');
          }
        });
      }),
      { numRuns: RUNS / 3 }
    );
  });
});

describe('unknown history', () => {
  const cutSeries = seriesOfTicks.chain((samples) =>
    fc.tuple(fc.constant(samples), fc.nat({ max: samples.times.length - 1 }))
  );

  it('claims only what the whole series says', () => {
    fc.assert(
      fc.property(cutSeries, anyJudgement, fc.integer({ min: 0, max: 12 }), ([samples, cut], judgement, later) => {
        const to = samples.times[samples.times.length - 1] + later;
        const span: Span = { from: samples.times[cut], to };
        const whole = evaluate(samples, judgement, span, INACTIVE).evaluation;
        const part = evaluate(rest(samples, cut), judgement, span).evaluation;
        part.levels.forEach((level, index) => {
          if (level.state !== 'unknown') {
            expect(level.state).toBe(whole.levels[index].state);
            if (level.since !== null) {
              expect(level.since).toBe(whole.levels[index].since);
            }
          }
        });
        for (const breach of part.breaches) {
          const same = whole.breaches.find(
            (other) =>
              other.severity === breach.severity &&
              other.firingSince! <= (breach.firingSince ?? breach.knownFrom!) &&
              (other.end ?? Infinity) > (breach.firingSince ?? breach.knownFrom!)
          );
          expect(same).toBeDefined();
          expect([same!.end, same!.recoveredAt]).toEqual([breach.end, breach.recoveredAt]);
          expect(breach.onset === null || breach.onset === same!.onset).toBe(true);
          expect(breach.firingSince === null || breach.firingSince === same!.firingSince).toBe(true);
          expect(breach.worst === undefined || same!.worst !== undefined).toBe(true);
        }
        for (const pending of part.pendings) {
          expect(whole.pendings).toContainEqual(pending);
        }
        if (!['unknown', 'nodata'].includes(part.now.state) && part.now.unknown.length === 0) {
          expect(part.now.state).toBe(whole.now.state);
        }
      }),
      { numRuns: RUNS * 2 }
    );
  });

  it('claims no segment that the whole series contradicts', () => {
    fc.assert(
      fc.property(cutSeries, anyJudgement, ([samples, cut], judgement) => {
        const to = samples.times[samples.times.length - 1] + 5;
        const span: Span = { from: samples.times[cut], to };
        const stateAt = (evaluation: Evaluation, tick: number) =>
          evaluation.segments.find((segment) => segment.from <= tick && tick < segment.to);
        const whole = evaluate(samples, judgement, span, INACTIVE).evaluation;
        const part = evaluate(rest(samples, cut), judgement, span).evaluation;
        const onlyLevel = judgement.levels.length === 1;
        // Without a sample there is no data in view, whatever was before.
        fc.pre(part.last !== undefined);
        for (let tick = span.from; tick < to; tick++) {
          const claimed = stateAt(part, tick);
          if (claimed && claimed.state !== 'unknown' && (onlyLevel || claimed.state !== 'nodata')) {
            const real = stateAt(whole, tick);
            // A level that is not known may be firing worse than the one that is claimed to.
            if (real?.state !== 'firing' || onlyLevel) {
              expect([tick, claimed.state]).toEqual([tick, real?.state]);
            }
          }
        }
      }),
      { numRuns: RUNS }
    );
  });

  it('is not idle: known once values stayed beyond all thresholds for longer than every duration', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, fc.constantFrom(-100, 100), (samples, judgement, value) => {
        const longest = Math.max(judgement.forMs, judgement.keepFiringForMs) + 1;
        const start = samples.times[samples.times.length - 1] + 1;
        const settled = Array.from({ length: longest + 1 }, (_, index) => start + index);
        const { evaluation } = evaluate(
          {
            times: [...Array.from(samples.times), ...settled],
            values: [...Array.from(samples.values), ...settled.map(() => value)],
          },
          judgement,
          { from: 0, to: start + longest }
        );
        expect(evaluation.now.unknown).toEqual([]);
      }),
      { numRuns: RUNS / 3 }
    );
  });
});

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
});

describe('invariants', () => {
  it('the worst value of a breach is the first of those farthest beyond', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 9;
        for (const breach of evaluate(samples, judgement, { from: 0, to }, INACTIVE).evaluation.breaches) {
          const { condition } = judgement.levels.find((level) => level.severity === breach.severity)!;
          const inside = Array.from(samples.times, (time, index) => ({ time, value: samples.values[index] }))
            .filter(({ time }) => time >= breach.onset! && time < (breach.end ?? Infinity))
            .filter((sample): sample is { time: number; value: number } => isSample(sample.value));
          const deepest = Math.max(...inside.map(({ value }) => depth(condition, value)));
          expect(breach.worst).toEqual(inside.find(({ value }) => depth(condition, value) === deepest));
        }
      }),
      { numRuns: RUNS / 3 }
    );
  });

  it('breaches are sorted, disjoint per level, inside the samples, and consistent with their values', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 9;
        const { breaches, segments } = evaluate(samples, judgement, { from: 0, to }).evaluation;
        for (const severity of ['warning', 'critical']) {
          let last = -Infinity;
          for (const breach of breaches.filter((candidate) => candidate.severity === severity)) {
            const fires = breach.firingSince ?? breach.knownFrom!;
            expect(fires).toBeGreaterThanOrEqual(last);
            expect(fires).toBeGreaterThanOrEqual(samples.times[0]);
            expect(breach.end ?? to + 1).toBeGreaterThan(fires);
            expect(breach.onset ?? -Infinity).toBeLessThanOrEqual(fires);
            expect(breach.worst).toBeDefined();
            last = breach.end ?? Infinity;
          }
        }
        expect(segments[0].from).toBe(0);
        expect(segments[segments.length - 1].to).toBe(to);
        segments.slice(1).forEach((segment, index) => {
          expect(segment.from).toBe(segments[index].to);
          expect([segment.state, segment.severity]).not.toEqual([segments[index].state, segments[index].severity]);
        });
      }),
      { numRuns: RUNS }
    );
  });

  it('shifting times shifts what is found', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const by = 1_700_000_000_000;
        const to = samples.times[samples.times.length - 1] + 3;
        const shifted = { times: Array.from(samples.times, (time) => time + by), values: samples.values };
        const here = evaluate(samples, judgement, { from: 0, to }).evaluation;
        const there = evaluate(shifted, judgement, { from: by, to: to + by }).evaluation;
        expect(there.breaches.map((breach) => breach.end && breach.end - by)).toEqual(
          here.breaches.map((breach) => breach.end)
        );
        expect(there.segments.map((segment) => [segment.from - by, segment.state])).toEqual(
          here.segments.map((segment) => [segment.from, segment.state])
        );
        expect(there.figures).toEqual(here.figures);
      }),
      { numRuns: RUNS / 3 }
    );
  });

  it('mutates nothing and never throws, whatever the samples', () => {
    const anything = fc.array(fc.oneof(fc.double(), fc.constantFrom(null, undefined), fc.string()), { maxLength: 12 });
    const time = fc.oneof(fc.double(), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(
        fc.array(time, { maxLength: 12 }),
        anything,
        anyJudgement,
        time,
        time,
        fc.option(time),
        (...given) => {
          const [times, values, judgement, from, to, now] = given;
          const samples = Object.freeze({ times: Object.freeze(times), values: Object.freeze(values as number[]) });
          const { evaluation } = evaluate(samples, judgement, { from, to, now: now ?? undefined });
          expect(evaluation.levels).toHaveLength(judgement.levels.length);
        }
      ),
      { numRuns: RUNS }
    );
  });

  it('the order of the samples does not matter', () => {
    const shuffled = seriesOfTicks.chain((samples) =>
      fc.tuple(
        fc.constant(samples),
        fc.shuffledSubarray(
          Array.from(samples.times, (_, index) => index),
          { minLength: samples.times.length }
        )
      )
    );
    fc.assert(
      fc.property(shuffled, anyJudgement, ([samples, order], judgement) => {
        const span = { from: 0, to: 200, now: 200 };
        const mixed = {
          times: order.map((index) => samples.times[index]),
          values: order.map((index) => samples.values[index]),
        };
        expect(evaluate(mixed, judgement, span).evaluation).toEqual({
          ...evaluate(samples, judgement, span).evaluation,
          stepMs: evaluate(mixed, judgement, span).evaluation.stepMs,
        });
      }),
      { numRuns: RUNS / 3 }
    );
  });
});
