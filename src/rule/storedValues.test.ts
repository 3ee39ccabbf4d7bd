import fc from 'fast-check';

import { ruleSchema } from './schema';
import { isBounds, isDurationText, isNoData, isStoredOperator, isVolume } from './storedValues';

const { shape } = ruleSchema;

describe('the values of a stored rule', () => {
  const likely = fc.oneof(
    fc.anything(),
    fc.double(),
    fc.integer(),
    fc.array(fc.oneof(fc.double(), fc.string()), { maxLength: 3 }),
    fc.constantFrom('>', '<=', 'outside', 'auto', 'keep', 'show', '5m', '1h30m', ' 2d ', '0', '2 dayz', '30m1h', '-1')
  );

  it.each([
    ['operator', isStoredOperator, shape.operator],
    ['noData', isNoData, shape.noData],
    ['warning', isBounds, shape.warning],
    ['critical', isBounds, shape.critical],
    ['for', isDurationText, shape.for],
    ['keepFiringFor', isDurationText, shape.keepFiringFor],
    ['staleAfter', isDurationText, shape.staleAfter],
    ['settleAfter', isDurationText, shape.settleAfter],
    ['respondWithin', isDurationText, shape.respondWithin],
    ['escalateAfter', isDurationText, shape.escalateAfter],
    ['minVolume', isVolume, shape.minVolume],
  ])('%s is read as the schema says', (_, isUsable, schema) => {
    fc.assert(
      fc.property(
        // A field that is left out is read as such before it is looked at.
        likely.filter((value) => value !== undefined),
        (value) => {
          expect(isUsable(value)).toBe(schema.safeParse(value).success);
        }
      ),
      { numRuns: 1000 }
    );
  });
});
