import fc from 'fast-check';

import { LABEL_PX, placeLabels } from './placeLabels';

const PLOT = { width: 600, height: 300 };

describe('where names of threshold lines go', () => {
  it('stands on its line at the left, where nothing is there', () => {
    expect(placeLabels([{ position: 0.5, width: 80 }], [], PLOT)).toEqual([{ left: 6, top: 150 - LABEL_PX }]);
  });

  it('goes below its line where a series runs above it', () => {
    const above = [
      [0, 0.52],
      [1, 0.52],
    ] as const;
    expect(placeLabels([{ position: 0.5, width: 80 }], [above], PLOT)).toEqual([{ left: 6, top: 151 }]);
  });

  it('goes to the right where a series crosses the line at the left', () => {
    const crossing = [
      [0, 0.4],
      [0.1, 0.6],
      [0.1, 0.4],
      [0.2, 0.9],
      [1, 0.9],
    ] as const;
    const [{ left }] = placeLabels([{ position: 0.5, width: 80 }], [crossing], PLOT);
    expect(left).toBe(PLOT.width - 80 - 6);
  });

  it('keeps two names of near levels apart', () => {
    const [first, second] = placeLabels(
      [
        { position: 0.5, width: 80 },
        { position: 0.49, width: 80 },
      ],
      [],
      PLOT
    );
    const apart = Math.abs(first.left - second.left) >= 80 || Math.abs(first.top - second.top) >= LABEL_PX;
    expect(apart).toBe(true);
  });

  it.each([2, -1])('keeps two names at the same end of a narrow plot apart (%s)', (position) => {
    const narrow = { width: 200, height: 100 };
    const [first, second] = placeLabels(
      [
        { position, width: 130 },
        { position, width: 130 },
      ],
      [],
      narrow
    );
    expect(Math.abs(first.top - second.top)).toBeGreaterThanOrEqual(LABEL_PX);
  });

  it('finds the one gap that the series leave', () => {
    // At the line everywhere but between five eighths and the right of the plot.
    const crossing = Array.from({ length: 60 }, (_, place) => [place / 100, place % 2 ? 0.3 : 0.7] as const);
    const rest = Array.from({ length: 10 }, (_, place) => [0.9 + place / 100, place % 2 ? 0.3 : 0.7] as const);
    const [{ left }] = placeLabels([{ position: 0.5, width: 120 }], [crossing, rest], PLOT);
    expect(left).toBeGreaterThan(0.59 * PLOT.width);
    expect(left + 120).toBeLessThan(0.9 * PLOT.width);
  });

  it('is always inside of a plot that has room for it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const line = fc.array(fc.tuple(share, share)).map((points) => points.sort(([a], [b]) => a - b));
    const position = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(position, { maxLength: 6 }), fc.array(line, { maxLength: 4 }), (positions, lines) => {
        const labels = positions.map((each) => ({ position: each, width: 90 }));
        for (const { left, top } of placeLabels(labels, lines, PLOT)) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + 90).toBeLessThanOrEqual(PLOT.width);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + LABEL_PX).toBeLessThanOrEqual(PLOT.height);
        }
      })
    );
  });
});
