import fc from 'fast-check';

import type { Segment, Span } from '../../evaluation/evaluation';
import { stripPieces } from './stripPieces';

const SPAN: Span = { from: 0, to: 1000 };
const normal = (from: number, to: number): Segment => ({ from, to, state: 'normal' });
const critical = (from: number, to: number): Segment => ({ from, to, state: 'firing', severity: 'critical' });

describe('stripPieces', () => {
  it('joins equal neighbours and leaves out what has no length', () => {
    expect(stripPieces([normal(0, 10), normal(10, 20), critical(20, 20), critical(20, 1000)], SPAN)).toEqual([
      normal(0, 20),
      critical(20, 1000),
    ]);
  });

  it('does not join across a gap', () => {
    expect(stripPieces([normal(0, 10), normal(20, 30)], SPAN)).toHaveLength(2);
  });

  it('loses no breach among many pieces', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      index === 250 ? critical(500, 502) : index % 2 ? normal(index * 2, index * 2 + 2) : unknown(index * 2)
    );
    const pieces = stripPieces(many, SPAN, 50);
    expect(pieces.length).toBeLessThanOrEqual(50);
    expect(pieces.filter(({ state }) => state === 'firing')).toEqual([critical(500, 520)]);
  });

  it('is ascending, within the span and never more than asked for', () => {
    const states = fc.constantFrom<Segment['state']>('normal', 'pending', 'firing', 'recovering', 'nodata', 'unknown');
    fc.assert(
      fc.property(fc.array(states, { maxLength: 300 }), fc.integer({ min: 1, max: 200 }), (list, most) => {
        const width = 1000 / Math.max(1, list.length);
        const segments = list.map((state, index) => ({ from: index * width, to: (index + 1) * width, state }));
        const pieces = stripPieces(segments, SPAN, most);
        expect(pieces.length).toBeLessThanOrEqual(most);
        expect(list.length === 0 || pieces.length > 0).toBe(true);
        pieces.forEach(({ from, to }, index) => {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThanOrEqual(index === 0 ? -1e-6 : pieces[index - 1].to - 1e-6);
          expect(to).toBeLessThanOrEqual(1000 + 1e-6);
        });
      })
    );
  });
});

function unknown(from: number): Segment {
  return { from, to: from + 2, state: 'unknown' };
}
