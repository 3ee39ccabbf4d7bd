import fc from 'fast-check';

import { isRange, OPERATORS, toCondition } from '../src/rule/condition';
import type { Condition, Severity } from '../src/rule/level';

/** The last evaluation that is compared, in ticks. One tick is the evaluation interval. */
export const LAST_TICK = 64;

/** Room after the last sample, in which values get too old and timers run out. */
const TAIL = 14;
const LOOKBACK_SECONDS = 300;

/** What stands at a tick: a sample (NaN is one), none (null), or Prometheus' own mark that the series has ended. */
export type Mark = number | null | 'stale';

/** What is recorded of a series, ascending in ticks. */
export type Series = ReadonlyArray<{ tick: number; mark: Mark }>;

export interface CaseLevel {
  severity: Severity;
  condition: Condition;
}

/** A rule with the series that it judges; each series with the rule is one pair. Durations are ticks. */
export interface Case {
  levels: readonly CaseLevel[];
  forTicks: number;
  keepFiringForTicks: number;
  series: readonly Series[];
}

/** How many ticks a value holds at Prometheus' lookback of 5 minutes, inclusive. */
export function lookbackTicks(stepSeconds: number): number {
  return LOOKBACK_SECONDS / stepSeconds;
}

/** A rule around 0 to 8 with up to nine series that meet its bounds, cross them and leave gaps. */
export function anyCase(lookback: number): fc.Arbitrary<Case> {
  return fc
    .record({ levels: levels, forTicks: duration, keepFiringForTicks: duration })
    .chain((rule) => fc.record({ ...constants(rule), series: fc.array(anySeries(rule.levels, lookback), atMost(9)) }));
}

function constants(rule: Pick<Case, 'levels' | 'forTicks' | 'keepFiringForTicks'>) {
  return {
    levels: fc.constant(rule.levels),
    forTicks: fc.constant(rule.forTicks),
    keepFiringForTicks: fc.constant(rule.keepFiringForTicks),
  };
}

function atMost(maxLength: number) {
  return { minLength: 1, maxLength, size: 'max' } as const;
}

const duration = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 24 }));

const bound = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: -20, max: 90 }).map((tenths) => tenths / 10) }
);

const condition: fc.Arbitrary<Condition> = fc
  .constantFrom(...OPERATORS)
  .chain((operator) =>
    (isRange(operator) ? fc.tuple(bound, bound) : bound).map((bounds) => toCondition(operator, bounds)!)
  );

const levels: fc.Arbitrary<CaseLevel[]> = fc.array(condition, { minLength: 1, maxLength: 2 }).map((conditions) =>
  conditions.map((one, index) => ({
    severity: index === 0 ? ('critical' as const) : ('warning' as const),
    condition: one,
  }))
);

/** Mostly every tick; gaps shorter than the lookback, as long, and longer. */
function distances(lookback: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 24, arbitrary: fc.constant(1) },
    { weight: 2, arbitrary: fc.integer({ min: 2, max: lookback }) },
    { weight: 2, arbitrary: fc.integer({ min: lookback - 1, max: lookback + 2 }) }
  );
}

const EXTREMES = [Infinity, -Infinity, Number.MAX_VALUE, -Number.MIN_VALUE, 1e21, -0];

function anySeries(given: readonly CaseLevel[], lookback: number): fc.Arbitrary<Series> {
  const bounds = given.flatMap((level) => level.condition.bounds);
  const near = fc.constantFrom(...bounds.flatMap((at) => [at, at + 0.5, at - 0.5]));
  const small = fc.integer({ min: -1, max: 9 });
  const odd = fc.constantFrom<Mark>(null, null, null, 'stale', NaN, ...EXTREMES);
  const some = (value: fc.Arbitrary<number>, count: number) => fc.array(value, atMost(count));
  const values = fc.oneof(
    some(near, 50),
    some(small, 50),
    walk(some(fc.constantFrom(-1, -0.5, 0, 0.5, 1), 50)),
    steps(fc.array(fc.tuple(small, fc.integer({ min: 1, max: 12 })), atMost(8))),
    spikes(small, some(fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, small), 50)),
    some(small, 1)
  );
  return values.chain((list) =>
    fc
      .array(fc.tuple(distances(lookback), fc.option(odd, { freq: 18, nil: undefined })), {
        minLength: list.length,
        maxLength: list.length,
      })
      .map((places) =>
        toSeries(places.map(([distance, mark], index) => [distance, mark === undefined ? list[index] : mark]))
      )
  );
}

function walk(deltas: fc.Arbitrary<number[]>): fc.Arbitrary<number[]> {
  return deltas.map((list) => {
    let value = 4;
    return list.map((delta) => (value += delta));
  });
}

function steps(stretches: fc.Arbitrary<Array<[number, number]>>): fc.Arbitrary<number[]> {
  return stretches.map((list) => list.flatMap(([value, length]) => Array.from({ length }, () => value)));
}

function spikes(base: fc.Arbitrary<number>, heights: fc.Arbitrary<number[]>): fc.Arbitrary<number[]> {
  return fc.tuple(base, heights).map(([value, list]) => list.map((height) => value + height));
}

function toSeries(places: ReadonlyArray<[number, Mark]>): Series {
  let tick = -1;
  return places
    .map(([distance, mark]) => ({ tick: (tick += distance), mark }))
    .filter((place) => place.tick <= LAST_TICK - TAIL);
}
