import { countCalls, lengthOf } from './backTest';
import type { Breach } from './evaluation';
import { percentile } from './percentile';
import { MINUTE } from '../time/units';

/** One value a minute, from minute 0 on. */
const minutes = (...values: Array<number | null>) => ({ times: values.map((_, index) => index * MINUTE), values });
const spanOf = ({ times }: { times: number[] }) => ({ from: 0, to: (times.length - 1) * MINUTE });

it.each<[string, Array<Partial<Breach>>, number, number]>([
  ['a breach that fired before the span was called for then', [{ firingSince: -5, end: 5 }], 0, 0],
  ['one that is known to have fired before it, too', [{ firingSince: null, knownFrom: -5, end: 5 }], 0, 0],
  ['one since before what is known may have been', [{ knownFrom: 3, end: 5 }, { firingSince: 9 }], 1, 2],
  ['one from the span’s first moment on, too', [{ knownFrom: 0 }], 0, 1],
  ['one at the span’s beginning is called for', [{ firingSince: 0, end: 5 }], 1, 1],
  [
    'stretches that touch are one',
    [
      { firingSince: 0, end: 5 },
      { firingSince: 5, end: 9 },
    ],
    1,
    1,
  ],
  [
    'what begins unknown in a stretch adds nothing',
    [
      { firingSince: 0, end: 5 },
      { knownFrom: 4, end: 9 },
    ],
    1,
    1,
  ],
  ['an open one takes in all that follow', [{ firingSince: 0 }, { firingSince: 7, end: 9 }], 1, 1],
])('%s', (_, breaches, fewest, most) => {
  expect(
    countCalls(
      breaches.map((breach) => ({ severity: 'critical', onset: null, firingSince: null, ...breach })),
      0
    )
  ).toEqual({ fewest, most, critical: fewest });
});

it('counts the calls in which it became critical, each once', () => {
  const breach = (severity: Breach['severity'], firingSince: number, end: number) => ({
    severity,
    onset: firingSince,
    firingSince,
    end,
  });
  const breaches = [
    breach('warning', -9, -1),
    breach('critical', -5, -2),
    breach('warning', 0, 9),
    breach('critical', 2, 4),
    breach('critical', 6, 8),
    breach('warning', 20, 29),
    breach('critical', 40, 49),
  ];
  expect(countCalls(breaches, 0)).toEqual({ fewest: 3, most: 3, critical: 2 });
});

it('counts its length from the first sample in the span to the moment judged', () => {
  const samples = minutes(1, 1, 1, 1);
  expect(lengthOf(samples, { from: 0, to: 10 * MINUTE, now: 5 * MINUTE })).toBe(5 * MINUTE);
  expect(lengthOf(samples, { from: 90_000, to: 3 * MINUTE })).toBe(MINUTE);
  expect(lengthOf(minutes(), { from: 0, to: 9 })).toBe(0);
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
