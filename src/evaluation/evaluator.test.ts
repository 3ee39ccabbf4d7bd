import fc from 'fast-check';

import { anyJudgement, head, judgement, samples, seriesOfTicks } from '../testing/judgements';
import { evaluate } from './evaluate';
import type { Samples } from './evaluation';
import { Evaluator } from './evaluator';

/** Samples that count how often their values are read one by one. */
function counted(given: Samples): { samples: Samples; reads: () => Set<number> } {
  const read = new Set<number>();
  const values = new Proxy(Array.from(given.values), {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) {
        read.add(Number(key));
      }
      return Reflect.get(target, key);
    },
  });
  return { samples: { times: given.times, values }, reads: () => read };
}

const LONG = samples(...Array.from({ length: 10_000 }, (_, index): [number, number] => [index, index % 100]));
const AT_END = { from: 0, to: 9_999, now: 9_999 };

describe('Evaluator', () => {
  it('tells what an evaluation from the start would tell, however the series grows', () => {
    const cases = seriesOfTicks.chain((series) =>
      fc.tuple(
        fc.constant(series),
        fc.array(fc.nat({ max: series.times.length }), { minLength: 1, maxLength: 6 }),
        fc.boolean()
      )
    );
    fc.assert(
      fc.property(cases, anyJudgement, fc.nat({ max: 9 }), ([series, counts, shrinks], one, later) => {
        const evaluator = new Evaluator();
        const steps = shrinks ? counts : [...counts].sort((a, b) => a - b);
        for (const count of steps) {
          const given = head(series, count);
          const to = (given.times[count - 1] ?? 0) + later;
          const span = { from: to / 3, to, now: to };
          expect(evaluator.evaluate(given, one, span)).toEqual(evaluate(given, one, span).evaluation);
        }
      }),
      { numRuns: 900 }
    );
  });

  it('sees that an earlier value was corrected', () => {
    const evaluator = new Evaluator();
    const span = { from: 0, to: 3, now: 3 };
    evaluator.evaluate(samples([0, 5], [1, 20], [2, 5]), judgement(), span);
    const corrected = samples([0, 5], [1, 6], [2, 5], [3, 5]);
    expect(evaluator.evaluate(corrected, judgement(), span).breaches).toEqual([]);
  });

  it('evaluates anew when the rule has changed', () => {
    const evaluator = new Evaluator();
    const given = samples([0, 5], [1, 20]);
    const span = { from: 0, to: 1, now: 1 };
    expect(evaluator.evaluate(given, judgement(), span).breaches).toHaveLength(1);
    expect(evaluator.evaluate(given, judgement({ forMs: 5 }), span).breaches).toHaveLength(0);
  });

  it('follows a stream that writes into its own arrays, also where its oldest values leave', () => {
    const evaluator = new Evaluator();
    const times = [0, 1, 2];
    const values = [5, 20, 5];
    evaluator.evaluate({ times, values }, judgement(), { from: 0, to: 2, now: 2 });
    times.push(3);
    values.push(30);
    const span = { from: 0, to: 3, now: 3 };
    expect(evaluator.evaluate({ times, values }, judgement(), span)).toEqual(
      evaluate({ times: [...times], values: [...values] }, judgement(), span).evaluation
    );
    times.shift();
    values.shift();
    expect(evaluator.evaluate({ times, values }, judgement(), span)).toEqual(
      evaluate({ times: [...times], values: [...values] }, judgement(), span).evaluation
    );
  });

  it('judges only what is new', () => {
    const evaluator = new Evaluator();
    const times = Array.from(LONG.times).slice(0, -100);
    const { samples: stream, reads } = counted({ times, values: Array.from(LONG.values).slice(0, -100) });
    evaluator.evaluate(stream, judgement({ staleAfterMs: 5 }), AT_END);
    expect(reads().size).toBe(times.length);
    reads().clear();
    times.push(...Array.from(LONG.times).slice(-100));
    (stream.values as Array<Samples['values'][number]>).push(...Array.from(LONG.values).slice(-100));
    const evaluation = evaluator.evaluate(stream, judgement({ staleAfterMs: 5 }), AT_END);
    // The new ones, the ends of the old ones, and some distances for "judged on 1 ms values".
    expect(reads().size).toBeLessThan(500);
    expect(evaluation).toEqual(evaluate(LONG, judgement({ staleAfterMs: 5 }), AT_END).evaluation);
  });

  it('a refresh with identical frames judges nothing', () => {
    const { samples: given, reads } = counted(LONG);
    const evaluator = new Evaluator();
    evaluator.evaluate(given, judgement({ staleAfterMs: 5 }), AT_END);
    reads().clear();
    evaluator.evaluate(given, judgement({ staleAfterMs: 5 }), { ...AT_END, to: 20_000, now: 20_000 });
    // Its ends are looked at.
    expect(reads().size).toBeLessThan(3);
  });

  it('a tick of the clock reads neither what has settled nor what was sorted once more', () => {
    const reversed = { times: Array.from(LONG.times).reverse(), values: Array.from(LONG.values).reverse() };
    for (const given of [LONG, reversed]) {
      const { samples: stream, reads } = counted(given);
      const evaluator = new Evaluator();
      const rule = judgement({ staleAfterMs: 5, settleAfterMs: 100 });
      evaluator.evaluate(stream, rule, AT_END);
      reads().clear();
      const later = { ...AT_END, to: 10_001, now: 10_001 };
      expect(evaluator.evaluate(stream, rule, later)).toEqual(evaluate(given, rule, later).evaluation);
      // Its ends, what has settled since, and some distances.
      expect(reads().size).toBeLessThan(400);
    }
  });

  it('sorts anew where a stream out of order went on', () => {
    const evaluator = new Evaluator();
    const given = { times: [2, 1, 0], values: [5, 5, 5] };
    evaluator.evaluate(given, judgement(), AT_END);
    given.times.push(3);
    given.values.push(20);
    expect(evaluator.evaluate(given, judgement(), AT_END).breaches).toMatchObject([{ firingSince: 3 }]);
  });
});
