import fc from 'fast-check';

import type { Ranked } from './outrank';
import { withoutOutranked } from './outrank';

const interval = (from: number, to: number, severity: Ranked['severity'], kind: Ranked['kind'] = 'firing'): Ranked => ({
  from,
  to,
  severity,
  kind,
});

describe('withoutOutranked', () => {
  it.each<[string, Ranked[], Ranked[]]>([
    ['nothing', [], []],
    [
      'a warning around a critical',
      [interval(0, 9, 'warning'), interval(3, 5, 'critical')],
      [interval(0, 3, 'warning'), interval(5, 9, 'warning'), interval(3, 5, 'critical')],
    ],
    [
      'a warning that a critical covers',
      [interval(3, 5, 'warning'), interval(0, 9, 'critical')],
      [interval(0, 9, 'critical')],
    ],
    [
      'one that ends where the other begins',
      [interval(0, 3, 'warning'), interval(3, 5, 'critical')],
      [interval(0, 3, 'warning'), interval(3, 5, 'critical')],
    ],
    [
      'a pending critical over a firing warning',
      [interval(0, 9, 'warning'), interval(3, 5, 'critical', 'pending')],
      [interval(0, 9, 'warning'), interval(3, 5, 'critical', 'pending')],
    ],
    [
      'a pending warning below a pending critical',
      [interval(0, 9, 'warning', 'pending'), interval(3, 9, 'critical', 'pending')],
      [interval(0, 3, 'warning', 'pending'), interval(3, 9, 'critical', 'pending')],
    ],
    [
      'crossed levels',
      [interval(0, 9, 'warning', 'crossed'), interval(3, 5, 'critical', 'crossed')],
      [
        interval(0, 3, 'warning', 'crossed'),
        interval(5, 9, 'warning', 'crossed'),
        interval(3, 5, 'critical', 'crossed'),
      ],
    ],
  ])('marks %s', (_, intervals, expected) => {
    expect(withoutOutranked(intervals)).toEqual(expected);
  });

  it('never marks a warning where a critical fires, and loses nothing else', () => {
    const anyInterval = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }), fc.constantFrom('warning', 'critical'))
      .map(([from, length, severity]) => interval(from, from + length, severity as Ranked['severity']));
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 8 }), (intervals) => {
        const marked = withoutOutranked(intervals);
        const covers = (list: Ranked[], severity: string, time: number) =>
          list.some((one) => one.severity === severity && one.from <= time && time < one.to);
        for (let time = 0; time < 70; time++) {
          const critical = covers(intervals, 'critical', time);
          expect(covers(marked, 'critical', time)).toBe(critical);
          expect(covers(marked, 'warning', time)).toBe(!critical && covers(intervals, 'warning', time));
        }
      })
    );
  });
});
