import fc from 'fast-check';

import { anyJudgement, rest, seriesOfTicks } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';
import type { Evaluation, Span } from './evaluation';

const RUNS = 900;

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
