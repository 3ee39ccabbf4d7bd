import fc from 'fast-check';

import { backTest, countCalls } from './backTest';
import { judgement, level } from './cases.testing';
import type { Breach, Judgement } from './evaluation';
import { percentile } from './percentile';

const MINUTE = 60_000;

/** One value a minute, from minute 0 on. */
const minutes = (...values: Array<number | null>) => ({ times: values.map((_, index) => index * MINUTE), values });
const spanOf = ({ times }: { times: number[] }) => ({ from: 0, to: (times.length - 1) * MINUTE });

it.each<[string, number[], Partial<Judgement>, [number, number, number]]>([
  ['each stretch is a call', [0, 20, 0, 20, 20, 0], {}, [2, 2, 2]],
  ['`for` saves the short ones', [0, 20, 0, 20, 20, 20, 0, 20, 0], { forMs: 2 * MINUTE }, [1, 3, 1]],
  [
    'a recovery level saves those in between',
    [0, 20, 8, 20, 8, 20, 0],
    { levels: [level('>', 10, { recovery: 5 })] },
    [1, 1, 3],
  ],
  ['so does keepFiringFor', [0, 20, 0, 20, 0, 0, 0, 20, 0], { keepFiringForMs: 2 * MINUTE }, [2, 2, 3]],
  [
    'a warning that becomes critical is one call',
    [0, 7, 20, 7, 0],
    { levels: [level('>', 5, { severity: 'warning' }), level('>', 10)] },
    [1, 1, 1],
  ],
  ['no level, no call', [0, 20, 0], { levels: [] }, [0, 0, 0]],
])('%s', (_, values, changes, expected) => {
  const samples = minutes(...values);
  const { calls, callsWithoutFor, callsWithoutRecovery } = backTest(samples, judgement(changes), spanOf(samples));
  expect([calls, callsWithoutFor, callsWithoutRecovery]).toEqual(expected);
});

it.each<[string, Array<Partial<Breach>>, number]>([
  ['a breach that fired before the span was called for then', [{ firingSince: -5, end: 5 }], 0],
  ['one since before what is known, too', [{ firingSince: null, knownFrom: 3, end: 5 }, { firingSince: 9 }], 1],
  ['one at the span’s beginning is called for', [{ firingSince: 0, end: 5 }], 1],
  [
    'stretches that touch are one',
    [
      { firingSince: 0, end: 5 },
      { firingSince: 5, end: 9 },
    ],
    1,
  ],
  ['an open one takes in all that follow', [{ firingSince: 0 }, { firingSince: 7, end: 9 }], 1],
])('%s', (_, breaches, expected) => {
  expect(
    countCalls(
      breaches.map((breach) => ({ severity: 'critical', onset: null, firingSince: null, ...breach })),
      0
    )
  ).toBe(expected);
});

it('counts its length from the first sample in the span to the moment judged', () => {
  const samples = minutes(1, 1, 1, 1);
  expect(backTest(samples, judgement(), { from: 0, to: 10 * MINUTE, now: 5 * MINUTE }).lengthMs).toBe(5 * MINUTE);
  expect(backTest(samples, judgement(), { from: 90_000, to: 3 * MINUTE }).lengthMs).toBe(MINUTE);
  expect(backTest(minutes(), judgement(), { from: 0, to: 9 }).lengthMs).toBe(0);
});

it('`for` never adds a call', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 5 }), (some, lasting) => {
      const samples = minutes(...some);
      const { calls, callsWithoutFor } = backTest(samples, judgement({ forMs: lasting * MINUTE }), spanOf(samples));
      expect(calls).toBeLessThanOrEqual(callsWithoutFor);
    })
  );
});

describe('percentile', () => {
  const hundred = minutes(...Array.from({ length: 100 }, (_, index) => 100 - index));

  it.each([
    [0.95, 95],
    [0.99, 99],
    [0.05, 5],
    [0.01, 1],
    [0, 1],
    [1, 100],
  ])('%s of 1 to 100 is %s', (share, expected) => {
    expect(percentile(hundred, share, spanOf(hundred))).toBe(expected);
  });

  it('looks at finite samples in the span alone', () => {
    expect(percentile(minutes(NaN, null, Infinity, 3, 900), 1, { from: 0, to: 3 * MINUTE })).toBe(3);
    expect(percentile(minutes(null), 0.5, { from: 0, to: 9 })).toBeUndefined();
  });
});
