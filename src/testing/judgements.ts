import fc from 'fast-check';

import { holdUntil, implies, isRange, OPERATORS, toCondition } from '../rule/condition';
import type { Condition, Level, Operator, Severity } from '../rule/level';
import type { DueSchedule } from '../time/schedule';

import type { Judgement, JudgementVersion, Samples } from '../evaluation/evaluation';
import { TOO_FEW } from '../evaluation/evaluation';
import { HOUR } from '../time/units';

/** A level for tests: `level('>', 10, { recovery: 8 })`. */
export function level(
  operator: Operator,
  bounds: number | [number, number],
  { severity = 'critical', recovery }: { severity?: Severity; recovery?: number | [number, number] } = {}
): Level {
  const condition = must(toCondition(operator, bounds));
  return { severity, condition, hold: recovery === undefined ? condition : must(holdUntil(operator, recovery)) };
}

/** A rule for tests: critical above 10 at once, everything else by overrides. */
export function judgement(overrides: Partial<Judgement> = {}): Judgement {
  return { levels: [level('>', 10)], forMs: 0, keepFiringForMs: 0, noData: 'show', ...overrides };
}

/** Samples at the given times: `samples([0, 5], [10, 20])`. */
export function samples(...pairs: Array<[number, Samples['values'][number]]>): Samples {
  return { times: pairs.map(([time]) => time), values: pairs.map(([, value]) => value) };
}

/** The first `count` samples. */
export function head({ times, values }: Samples, count: number): Samples {
  return { times: Array.from(times).slice(0, count), values: Array.from(values).slice(0, count) };
}

/** The samples after the first `count`. */
export function rest({ times, values }: Samples, count: number): Samples {
  return { times: Array.from(times).slice(count), values: Array.from(values).slice(count) };
}

/** Values that meet every bound exactly, and lie between and beyond them; some are none, some have too little volume. */
const values = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, NaN, Infinity, -Infinity, TOO_FEW) }
);

/** Samples on a grid of whole ticks, with gaps, ascending. */
export const seriesOfTicks: fc.Arbitrary<Samples> = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 9 })), values), {
    minLength: 1,
    maxLength: 40,
  })
  .map((steps) => {
    let time = -1;
    const times = steps.map(([distance]) => (time += distance));
    return { times, values: steps.map(([, value]) => value) };
  });

const bound = fc.integer({ min: 1, max: 7 });
const bounds = (operator: Operator) =>
  isRange(operator) ? fc.tuple(bound, bound) : (bound as fc.Arbitrary<number | [number, number]>);

/** A condition of any operator, with or without a recovery threshold on its right side. */
export const anyLevel = (severity: Severity): fc.Arbitrary<Level> =>
  fc
    .constantFrom(...OPERATORS)
    .chain((operator) => fc.tuple(fc.constant(operator), bounds(operator), fc.option(bounds(operator))))
    .map(([operator, at, recovery]) => {
      const condition = must(toCondition(operator, at));
      const hold = recovery === null ? condition : must(holdUntil(operator, recovery));
      return { severity, condition, hold: implies(condition, hold) ? hold : condition };
    });

/** A rule of one or two levels with durations of a few ticks, on samples with or without an interval. */
export const anyJudgement: fc.Arbitrary<Judgement> = fc.record({
  levels: fc.oneof(
    anyLevel('critical').map((critical) => [critical]),
    fc.tuple(anyLevel('warning'), anyLevel('critical'))
  ),
  forMs: fc.integer({ min: 0, max: 6 }),
  keepFiringForMs: fc.integer({ min: 0, max: 6 }),
  staleAfterMs: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  intervalMs: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 1 }),
  everyStep: fc.boolean(),
  noData: fc.constant('show' as const),
});

/** A Friday, nine days before the clocks of Berlin go forward. */
export const FRIDAY = Date.UTC(2026, 2, 20);

/** The length of a tick, where ticks are quarters of a day: some of them are dates. */
const QUARTER = 6 * HOUR;

/** Samples every quarter of a day, with gaps, from that Friday on. */
export const seriesOfDays: fc.Arbitrary<Samples> = seriesOfTicks.map(({ times, values: each }) => ({
  times: Array.from(times, (time) => FRIDAY + time * QUARTER),
  values: each,
}));

const anyDue: fc.Arbitrary<DueSchedule> = fc.record({
  text: fc.constant(''),
  weekdays: fc.constantFrom<Array<DueSchedule['weekdays']>>([1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6], [1, 4]),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland'),
  holidays: fc.constantFrom<Array<DueSchedule['holidays']>>([], ['2026-03-24']),
  times: fc.constantFrom([420], [420, 720], [0], [15, 150, 1410]),
});

const anyBusinessJudgement: fc.Arbitrary<Judgement> = fc
  .tuple(anyJudgement, fc.option(anyDue, { nil: undefined }), fc.option(fc.integer({ min: 1, max: 20 }), { freq: 1 }))
  .map(([one, due, settle]) => ({
    ...one,
    forMs: one.forMs * QUARTER,
    keepFiringForMs: one.keepFiringForMs * QUARTER,
    staleAfterMs: one.staleAfterMs === undefined ? undefined : one.staleAfterMs * QUARTER,
    intervalMs: one.intervalMs === undefined ? undefined : one.intervalMs * QUARTER,
    settleAfterMs: settle === null ? undefined : settle * 5 * HOUR,
    due,
  }));

/** Versions of a rule with durations of days, schedules and values that settle; some without a level. */
export const anyVersions: fc.Arbitrary<JudgementVersion[]> = fc
  .tuple(
    anyBusinessJudgement,
    fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 2 }),
    fc.array(
      fc.tuple(anyBusinessJudgement, fc.boolean()).map(([one, isRuled]) => (isRuled ? one : { ...one, levels: [] })),
      { minLength: 2, maxLength: 2 }
    )
  )
  .map(([first, hours, later]) => [
    { from: -Infinity, judgement: first },
    ...hours.sort((a, b) => a - b).map((hour, index) => ({ from: FRIDAY + hour * HOUR, judgement: later[index] })),
  ]);

function must<T extends Condition>(condition: T | undefined): T {
  if (!condition) {
    throw new Error('The number of bounds is not the operator’s');
  }
  return condition;
}
