import fc from 'fast-check';

import type { Condition, Severity } from '../src/rule/level';
import type { Case } from './cases';
import { anyCase } from './cases';

/** A rule as it is stored, with what an export has to say of it beside its levels. Durations are ticks. */
export interface ExportedCase extends Case {
  recovery: Partial<Record<Severity, number | readonly [number, number]>>;
  /** `staleAfter`; undefined: the engine's own lookback. */
  holdTicks?: number;
  settleTicks: number;
  /** Another critical level for the first of the series. */
  apart?: number | readonly [number, number];
  /** The least volume; a series of volumes from 0 to 8 decides. */
  minVolume?: number;
  volumes: readonly number[];
}

/** Rules with everything that Prometheus can be told, on random series. */
export function anyExportedCase(lookback: number): fc.Arbitrary<ExportedCase> {
  return fc
    .record({
      given: anyCase(lookback),
      distance: fc.option(fc.integer({ min: 0, max: 3 })),
      holdTicks: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      settleTicks: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })),
      shift: fc.option(fc.integer({ min: -2, max: 2 })),
      minVolume: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 3, nil: undefined }),
      volumes: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }),
    })
    .map(({ given, distance, shift, minVolume, ...more }) => {
      const levels = sameOperator(given.levels);
      const bounds = levels[0].condition.bounds;
      // Prometheus can't say both: most cases have one of them.
      const keepFiringForTicks = distance === null ? given.keepFiringForTicks : 0;
      const series = given.series.slice(0, 4);
      return {
        ...given,
        levels,
        series,
        keepFiringForTicks,
        recovery: distance === null ? {} : recoveries(levels, distance),
        ...(shift !== null && series.length > 1 && { apart: stored(bounds.map((bound) => bound + shift)) }),
        ...more,
        ...(minVolume !== undefined && { minVolume, forTicks: 0, keepFiringForTicks: 0 }),
      };
    });
}

/** A rule has one operator. */
function sameOperator([first, second]: Case['levels']): Case['levels'] {
  const isAlike = second && second.condition.bounds.length === first.condition.bounds.length;
  return isAlike
    ? [first, { ...second, condition: { ...second.condition, operator: first.condition.operator } as Condition }]
    : [first];
}

function recoveries(levels: Case['levels'], distance: number): ExportedCase['recovery'] {
  return Object.fromEntries(levels.map(({ severity, condition }) => [severity, recoveryOf(condition, distance)]));
}

/** On the side on which a value has recovered. */
function recoveryOf({ operator, bounds: [a, b = a] }: Condition, distance: number): number | readonly [number, number] {
  switch (operator) {
    case '>':
    case '>=':
      return a - distance;
    case '<':
    case '<=':
      return a + distance;
    case 'outside':
    case 'outsideIncluded':
      return [a + distance, b - distance];
    default:
      return [a - distance, b + distance];
  }
}

/** One number, or two, as a rule is stored. */
export function stored([a, b]: readonly number[]): number | readonly [number, number] {
  return b === undefined ? a : [a, b];
}
