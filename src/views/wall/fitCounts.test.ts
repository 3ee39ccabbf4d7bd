import * as fc from 'fast-check';

import { fitCounts } from './fitCounts';

const COUNTS = [{ whole: 100, brief: 40 }, { whole: 120 }, { whole: 150, brief: 40 }];

describe('the counts of a header', () => {
  it.each<[string, number, number, number]>([
    ['with their words where there is room', 390, 3, 1],
    ['the last ones by their number first', 389, 2, 1],
    ['never without words what has no shape', 220, 0, 1],
    ['in smaller type where that is not enough', 198, 0, 0.9],
    ['never in type that is not read from afar', 50, 0, 0.76],
  ])('are told %s', (_, width, whole, type) => {
    expect(fitCounts(COUNTS, width, 10)).toEqual({ whole, type });
  });

  it('are never wider than their line, unless their type is the least', () => {
    const one = fc.record({ brief: fc.integer({ min: 20, max: 60 }), whole: fc.integer({ min: 60, max: 300 }) });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 20, max: 2000 }),
        (counts, width) => {
          const { whole, type } = fitCounts(counts, width, 10);
          const widths = counts.map((each, place) => (place < whole ? each.whole : each.brief));
          const needed = widths.reduce((sum, each) => sum + each + 10, -10) * type;
          expect(type === 0.76 || needed <= width + 0.001).toBe(true);
        }
      )
    );
  });
});
