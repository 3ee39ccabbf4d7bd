import fc from 'fast-check';

import type { Mark } from './marks';
import { MAX_MARKS, joinCloseMarks } from './marks';
import { HOUR } from '../time/units';

const SPAN = { from: 0, to: 100 * HOUR };

const words = () => ({ title: '', lines: [] });

function mark(overrides: Partial<Mark> = {}): Mark {
  return { from: 0, to: HOUR, kind: 'firing', severity: 'critical', describe: words, count: 1, ...overrides };
}

describe('joinCloseMarks', () => {
  it('keeps marks that can be told apart', () => {
    const marks = [mark(), mark({ from: 50 * HOUR, to: 51 * HOUR })];
    expect(joinCloseMarks(marks, SPAN, 1000)).toEqual(marks);
  });

  it('joins marks that are closer than a few pixels, and says how many', () => {
    const close = mark({ from: HOUR + HOUR / 10, to: 2 * HOUR });
    expect(joinCloseMarks([close, mark()], SPAN, 100)).toEqual([mark({ to: 2 * HOUR, count: 2 })]);
  });

  it.each<[string, Partial<Mark>]>([
    ['kind', { kind: 'pending' }],
    ['severity', { severity: 'warning' }],
  ])('never joins marks of another %s', (_, other) => {
    expect(joinCloseMarks([mark(), mark(other)], SPAN, 100)).toHaveLength(2);
  });

  it('joins nothing on a chart without a width', () => {
    const marks = [mark(), mark({ from: HOUR + 1, to: 2 * HOUR })];
    expect(joinCloseMarks(marks, SPAN, 0)).toEqual(marks);
  });

  it('stays telling where a regular pattern has too many marks', () => {
    const pattern = Array.from({ length: 400 }, (_, index) =>
      mark({ from: (index * HOUR) / 4, to: (index * HOUR) / 4 + HOUR / 60 })
    );
    expect(joinCloseMarks(pattern, SPAN, 4000)).toHaveLength(MAX_MARKS);
  });

  const anyMark = fc
    .record({
      from: fc.integer({ min: 0, max: 100 * HOUR }),
      length: fc.integer({ min: 0, max: 10 * HOUR }),
      kind: fc.constantFrom<Mark['kind']>('firing', 'pending', 'crossed'),
      severity: fc.constantFrom<Mark['severity']>('warning', 'critical'),
    })
    .map(({ from, length, kind, severity }) => mark({ from, to: from + length, kind, severity }));

  it('stands for every interval, covers each, and never exceeds the limit', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 600 }), fc.integer({ min: 1, max: 4000 }), (marks, width) => {
        const joined = joinCloseMarks(marks, SPAN, width);
        expect(joined.length).toBeLessThanOrEqual(MAX_MARKS);
        expect(joined.reduce((sum, { count }) => sum + count, 0)).toBe(marks.length);
        for (const { from, to, kind, severity } of marks) {
          expect(
            joined.some((one) => one.kind === kind && one.severity === severity && one.from <= from && one.to >= to)
          ).toBe(true);
        }
      }),
      { numRuns: 50 }
    );
  });
});
