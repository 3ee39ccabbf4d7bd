import fc from 'fast-check';

import { holdUntil, implies, isRange, meets, OPERATORS, oppositeOf, toCondition } from './condition';
import { depth } from '../testing/depth';
import type { Operator } from './level';

const at = (operator: Operator, bounds: number | [number, number]) => toCondition(operator, bounds)!;

describe('meets', () => {
  it.each<[Operator, boolean[]]>([
    ['>', [false, false, true]],
    ['>=', [false, true, true]],
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
  ])('%s 5 on 4, 5 and 6', (operator, expected) => {
    expect([4, 5, 6].map((value) => meets(at(operator, 5), value))).toEqual(expected);
  });

  it.each<[Operator, boolean[]]>([
    ['outside', [true, false, false, false, true]],
    ['outsideIncluded', [true, true, false, true, true]],
    ['inside', [false, false, true, false, false]],
    ['insideIncluded', [false, true, true, true, false]],
  ])('%s 2 to 4 on 1 to 5', (operator, expected) => {
    expect([1, 2, 3, 4, 5].map((value) => meets(at(operator, [2, 4]), value))).toEqual(expected);
  });

  it('Infinity compares as a number, NaN meets nothing', () => {
    expect(meets(at('>', 5), Infinity)).toBe(true);
    expect(meets(at('<', 5), -Infinity)).toBe(true);
    expect(meets(at('>=', Infinity), Infinity)).toBe(true);
    const none = OPERATORS.filter((operator) => meets(at(operator, isRange(operator) ? [2, 4] : 3), NaN));
    expect(none).toEqual([]);
  });
});

describe('toCondition', () => {
  it('wants as many bounds as the operator has, and sorts them', () => {
    expect(toCondition('>', [1, 2])).toBeUndefined();
    expect(toCondition('outside', 1)).toBeUndefined();
    expect(toCondition('outside', [4, 2])).toEqual({ operator: 'outside', bounds: [2, 4] });
  });
});

describe('holdUntil', () => {
  // Grafana: gt is unloaded by lt, gte by lte, within_range by outside_range.
  it.each<[Operator, number, boolean[]]>([
    ['>', 5, [false, true, true]],
    ['>=', 5, [false, false, true]],
    ['<', 5, [true, true, false]],
    ['<=', 5, [true, false, false]],
  ])('%s with recovery 5 holds on 4, 5, 6', (operator, recovery, expected) => {
    expect([4, 5, 6].map((value) => meets(holdUntil(operator, recovery)!, value))).toEqual(expected);
  });

  it.each<[Operator, boolean[]]>([
    ['inside', [false, true, true, true, false]],
    ['insideIncluded', [false, false, true, false, false]],
    ['outside', [true, true, false, true, true]],
    ['outsideIncluded', [true, false, false, false, true]],
  ])('%s with recovery 2 to 4 holds on 1 to 5', (operator, expected) => {
    expect([1, 2, 3, 4, 5].map((value) => meets(holdUntil(operator, [2, 4])!, value))).toEqual(expected);
  });
});

describe('implies', () => {
  it('is what every value says', () => {
    const condition = fc
      .constantFrom(...OPERATORS)
      .chain((operator) =>
        (isRange(operator)
          ? fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
          : fc.integer({ min: 0, max: 4 })
        ).map((bounds) => at(operator, bounds))
      );
    const halves = Array.from({ length: 13 }, (_, index) => index / 2 - 1);
    fc.assert(
      fc.property(condition, condition, (inner, outer) => {
        const every = halves.every((value) => !meets(inner, value) || meets(outer, value));
        expect(implies(inner, outer)).toBe(every);
      })
    );
  });
});

describe('oppositeOf', () => {
  it('every number meets the one or the other, and never both', () => {
    const near = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...OPERATORS), near, near, near, (operator, a, b, value) => {
        const condition = at(operator, isRange(operator) ? [Math.min(a, b), Math.max(a, b)] : a);
        expect(meets(oppositeOf(condition), value)).toBe(!meets(condition, value));
      })
    );
  });
});

describe('depth', () => {
  it.each<[Operator, number | [number, number], number, number]>([
    ['>', 5, 7, 2],
    ['<=', 5, 1, 4],
    ['outside', [2, 4], 1, 1],
    ['outside', [2, 4], 7, 3],
    ['inside', [2, 6], 3, 1],
    ['inside', [2, 6], 1, -1],
    ['>', 5, Infinity, Infinity],
  ])('%s %j on %d is %d', (operator, bounds, value, expected) => {
    expect(depth(at(operator, bounds), value)).toBe(expected);
  });
});
