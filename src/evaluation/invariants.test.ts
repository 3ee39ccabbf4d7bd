import fc from 'fast-check';

import { implies, meets } from '../rule/condition';
import { depth } from '../testing/depth';

import { anyJudgement, seriesOfTicks } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';
import type { Breach } from './evaluation';
import { isSample } from './samples';

const RUNS = 900;

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
        const { breaches, segments, figures } = evaluate(samples, judgement, { from: 0, to }).evaluation;
        // Nothing was before the span, so the first one repeats nothing.
        expect(figures.flaps).toBeLessThanOrEqual(Math.max(0, figures.breaches - 1));
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

  it('a breach begins on a value that meets the condition, and lasts while values meet what holds it', () => {
    fc.assert(
      fc.property(seriesOfTicks, anyJudgement, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 9;
        for (const breach of evaluate(samples, judgement, { from: 0, to }, INACTIVE).evaluation.breaches) {
          const { condition, hold } = judgement.levels.find((level) => level.severity === breach.severity)!;
          Array.from(samples.times).forEach((time, index) => {
            const value = samples.values[index];
            if (isSample(value) && time === breach.onset) {
              expect(meets(condition, value)).toBe(true);
            }
            if (isSample(value) && time >= breach.onset! && time < (breach.end ?? Infinity)) {
              expect(meets(hold, value)).toBe(true);
            }
            if (isSample(value) && time === breach.end) {
              expect(meets(hold, value)).toBe(false);
            }
          });
        }
      }),
      { numRuns: RUNS / 3 }
    );
  });

  it('where critical implies warning, critical fires only while warning does', () => {
    const inOrder = anyJudgement.filter(({ levels: [warning, critical] }) =>
      Boolean(critical && implies(critical.condition, warning.condition) && implies(critical.hold, warning.hold))
    );
    fc.assert(
      fc.property(seriesOfTicks, inOrder, (samples, judgement) => {
        const to = samples.times[samples.times.length - 1] + 9;
        const { breaches } = evaluate(samples, judgement, { from: 0, to }, INACTIVE).evaluation;
        const warnings = breaches.filter((breach) => breach.severity === 'warning');
        const during = (inner: Breach, outer: Breach) =>
          outer.firingSince! <= inner.firingSince! && (outer.end ?? Infinity) >= (inner.end ?? Infinity);
        for (const critical of breaches.filter((breach) => breach.severity === 'critical')) {
          expect(warnings.some((warning) => during(critical, warning))).toBe(true);
        }
      }),
      { numRuns: RUNS / 3 }
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
          // That they were sorted is all that is said.
          ignored: evaluate(mixed, judgement, span).evaluation.ignored,
        });
      }),
      { numRuns: RUNS / 3 }
    );
  });
});
