import fc from 'fast-check';

import { isRange, meets, OPERATORS, toCondition } from '../rule/condition';

import { Band } from './band';

const number = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(Infinity, -Infinity, 0, -0, Number.MIN_VALUE, -Number.MIN_VALUE, Number.MAX_VALUE)
);
const condition = fc
  .constantFrom(...OPERATORS)
  .chain((operator) =>
    (isRange(operator) ? fc.tuple(number, number) : number).map((bounds) => toCondition(operator, bounds)!)
  );

it('meets what its condition meets, on a bound as beside it', () => {
  fc.assert(
    fc.property(condition, number, (given, value) => {
      const band = Band.of(given);
      for (const probe of [value, ...given.bounds]) {
        expect(band.has(probe)).toBe(meets(given, probe));
      }
    }),
    { numRuns: 3000 }
  );
});

it('nothing changes within the calm that it allows, and the value itself is in it', () => {
  fc.assert(
    fc.property(condition, number, number, (given, value, other) => {
      const band = Band.of(given);
      const calm = { low: -Infinity, high: Infinity, before: Infinity };
      band.narrow(calm, value, band.has(value));
      for (const probe of [other, ...given.bounds]) {
        if (probe >= calm.low && probe <= calm.high) {
          expect(band.has(probe)).toBe(band.has(value));
        }
      }
      // Beyond the largest number there is no neighbour, and so no calm; everything else is calm about itself.
      const finite = given.bounds.every(Number.isFinite);
      expect(!finite || (value >= calm.low && value <= calm.high)).toBe(true);
    }),
    { numRuns: 3000 }
  );
});

it('a predicate that the value already contradicts leaves no calm', () => {
  const calm = { low: -Infinity, high: Infinity, before: Infinity };
  Band.of(toCondition('>', 5)!).narrow(calm, 6, false);
  expect(calm.low > calm.high).toBe(true);
});
