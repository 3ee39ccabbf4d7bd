import * as fc from 'fast-check';

import { cutText } from './cutText';
import type { TileWants } from './tileLayout';
import { LEAST_WIDTH, leastHeight, LINE, tileLayout } from './tileLayout';
import type { Box } from './box';
import type { WallContent, WallLayout } from './wallLayout';
import { wallLayout } from './wallLayout';
import { sharePlaces } from './wallPages';

const FULL_HD = { width: 1920, height: 1080 };

const SIZES = [
  FULL_HD,
  { width: 3840, height: 2160 },
  { width: 1280, height: 720 },
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];

const content = (given: Partial<WallContent> = {}): WallContent => ({
  firing: 0,
  cells: 0,
  unjudged: 0,
  hasTrouble: false,
  ...given,
});

const anySize = fc.record({ width: fc.integer({ min: 300, max: 8000 }), height: fc.integer({ min: 260, max: 5000 }) });
const anyContent = fc.record({
  firing: fc.integer({ min: 0, max: 60 }),
  cells: fc.integer({ min: 0, max: 1200 }),
  unjudged: fc.integer({ min: 0, max: 4 }),
  hasTrouble: fc.boolean(),
});

function boxesOf({ header, trouble, tiles, whole, cells, foot }: WallLayout): Box[] {
  return [header, ...(trouble ? [trouble] : []), ...tiles, ...(whole ? [whole] : []), ...cells, foot].filter(
    ({ width, height }) => width > 0 && height > 0
  );
}

/** By how much of a pixel edges may differ: a width is shared out in fractions. */
const FRACTION = 0.01;

function overlap(a: Box, b: Box): boolean {
  const apart = (from: number, length: number, other: number) => from + length <= other + FRACTION;
  return !(
    apart(a.x, a.width, b.x) ||
    apart(b.x, b.width, a.x) ||
    apart(a.y, a.height, b.y) ||
    apart(b.y, b.height, a.y)
  );
}

describe('the layout of a wall', () => {
  it('lets nothing overlap, whatever its size and whatever is on it', () => {
    fc.assert(
      fc.property(anySize, anyContent, (size, given) => {
        const boxes = boxesOf(wallLayout(size, given));
        return boxes.every((box, place) => boxes.slice(place + 1).every((other) => !overlap(box, other)));
      }),
      { numRuns: 300 }
    );
  });

  it('stays within the screen', () => {
    fc.assert(
      fc.property(anySize, anyContent, (size, given) =>
        boxesOf(wallLayout(size, given)).every(
          ({ x, y, width, height }) =>
            x >= 0 && x + width <= size.width + FRACTION && y >= 0 && y + height <= size.height + FRACTION
        )
      ),
      { numRuns: 300 }
    );
  });

  it('has a place for what fires before all else, and never more places than there are things', () => {
    fc.assert(
      fc.property(anySize, anyContent, (size, given) => {
        const { tiles, cells, whole } = wallLayout(size, given);
        expect(tiles.length > 0).toBe(given.firing > 0);
        expect(whole === undefined).toBe(given.firing > 0);
        expect(tiles.length).toBeLessThanOrEqual(given.firing);
        expect(cells.length).toBeLessThanOrEqual(given.cells);
        const hasStrip = given.cells > 0 && (size.height >= 450 || given.firing === 0);
        expect(cells.length).toBeGreaterThanOrEqual(hasStrip ? 1 : 0);
      }),
      { numRuns: 200 }
    );
  });

  it('cuts no tile that has a little height: what finds no room takes turns', () => {
    const high = anySize.filter(({ height }) => height >= 350);
    fc.assert(
      fc.property(high, anyContent, (size, given) => {
        const { tiles, scale } = wallLayout(size, given);
        for (const { width, height } of tiles) {
          expect(height).toBeGreaterThanOrEqual(leastHeight('small', scale) - FRACTION);
          expect(tiles.length === 1 || width >= LEAST_WIDTH.small * scale - FRACTION).toBe(true);
        }
      }),
      { numRuns: 500 }
    );
  });

  /** What a Grafana leaves that is not in kiosk mode, with its menu open and shut; and a panel of half a page. */
  it.each([
    { width: 1318, height: 640 },
    { width: 1018, height: 600 },
    { width: 1232, height: 592 },
    { width: 932, height: 540 },
    { width: 1318, height: 420 },
    { width: 1318, height: 300 },
  ])('cuts no tile at $width × $height, and has a strip', (size) => {
    for (let firing = 1; firing <= 9; firing++) {
      const { tiles, scale, cells } = wallLayout(size, content({ firing, cells: 12 }));
      tiles.forEach(({ height }) => expect(height).toBeGreaterThanOrEqual(leastHeight('small', scale)));
      expect(cells.length).toBeGreaterThan(0);
    }
  });

  it.each(SIZES)('has all of four tiles at $width × $height, with a strip', (size) => {
    expect(wallLayout(size, content({ firing: 4, cells: 10 })).tiles).toHaveLength(4);
  });

  /** What a Grafana in kiosk mode leaves of each size, and the 23 beside the four in breach of Sales Ops. */
  it.each(
    SIZES.map(({ width, height }) => ({ width: width - 50, height: height - 50 })).flatMap((size) =>
      [1, 2, 3, 4].map((firing) => ({ ...size, firing }))
    )
  )('shows all that is not in breach soon at $width × $height, beside $firing', ({ firing, ...size }) => {
    const { cells, tiles } = wallLayout(size, content({ firing, cells: 23, unjudged: 2 }));
    expect(tiles).toHaveLength(firing);
    const { pinned, pages } = sharePlaces(23, cells.length, 2);
    expect(pinned).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(4);
  });

  it.each(SIZES.map(({ width, height }) => ({ width: width - 50, height: height - 50 })))(
    'has two lines for what is to be done in each of four tiles at $width × $height',
    (size) => {
      const { tiles, scale } = wallLayout(size, content({ firing: 4, cells: 23, unjudged: 2 }));
      const wants = { nameLines: 1, actionLines: 2, ownerLines: 1 };
      const also = { hasChart: true, hasPanel: true, isSaidApart: false, isTakenApart: false };
      for (const box of tiles) {
        expect(tileLayout(box, scale, () => ({ ...wants, ...also }))).toMatchObject(wants);
      }
    }
  );

  it('gives the worst of three the most room', () => {
    const [worst, ...others] = wallLayout(FULL_HD, content({ firing: 3, cells: 7 })).tiles;
    others.forEach((tile) => expect(worst.width * worst.height).toBeGreaterThan(1.5 * tile.width * tile.height));
  });

  it('grows with the screen, and is as large on a screen that stands', () => {
    const scaleAt = (width: number, height: number) => wallLayout({ width, height }, content()).scale;
    expect(scaleAt(1920, 1080)).toBe(1);
    expect(scaleAt(3840, 2160)).toBe(2);
    expect(scaleAt(1080, 1920)).toBe(1);
    expect(scaleAt(1280, 720)).toBeCloseTo(2 / 3);
    expect(scaleAt(400, 300)).toBe(0.5);
  });
});

describe('a tile', () => {
  const wants: TileWants = {
    nameLines: 2,
    actionLines: 3,
    ownerLines: 2,
    hasChart: true,
    hasPanel: true,
    isSaidApart: false,
    isTakenApart: false,
  };

  /** What a Grafana in kiosk mode leaves of 1920 × 1080, by the address of the docs: without a title, and with one. */
  const KIOSKS = [
    { width: 1870, height: 1029 },
    { width: 1870, height: 989 },
  ];

  describe.each([...SIZES, ...KIOSKS])('at $width × $height', (size) => {
    const cases = [1, 2, 3, 4].flatMap((firing) =>
      [0, 4, 10, 1000].flatMap((cells) =>
        [false, true].map((hasTrouble) => content({ firing, cells, unjudged: Math.min(2, cells), hasTrouble }))
      )
    );

    it.each(cases)('has the type to be read from five metres: %j', (given) => {
      const { tiles, scale } = wallLayout(size, given);
      const least = KIOSKS.includes(size) ? 1 : scale;
      expect(tiles).toHaveLength(given.firing);
      for (const box of tiles) {
        const { type, nameLines, actionLines } = tileLayout(box, scale, () => wants);
        expect(type.name).toBeGreaterThanOrEqual(64 * least);
        expect(type.owner).toBeGreaterThanOrEqual(64 * least);
        expect(type.action).toBeGreaterThanOrEqual(44 * least);
        expect(Math.min(type.value, type.state, type.label)).toBeGreaterThanOrEqual(24 * least);
        expect(nameLines).toBeGreaterThanOrEqual(1);
        expect(actionLines).toBeGreaterThanOrEqual(1);
      }
    });
  });

  it('always says what is to be done', () => {
    for (const firing of [1, 2, 3, 4, 5, 6]) {
      const { tiles, scale } = wallLayout(FULL_HD, content({ firing, cells: 10 }));
      tiles.forEach((box) => expect(tileLayout(box, scale, () => wants).actionLines).toBeGreaterThanOrEqual(1));
    }
  });

  it('never takes more height than it has', () => {
    fc.assert(
      fc.property(
        anySize,
        fc.integer({ min: 1, max: 8 }),
        fc.record({
          nameLines: fc.integer({ min: 1, max: 2 }),
          actionLines: fc.integer({ min: 0, max: 3 }),
          ownerLines: fc.integer({ min: 1, max: 2 }),
          hasChart: fc.boolean(),
          hasPanel: fc.boolean(),
          isSaidApart: fc.boolean(),
          isTakenApart: fc.boolean(),
        }),
        (size, firing, given) => {
          const { tiles, scale } = wallLayout(size, content({ firing }));
          for (const box of tiles) {
            const layout = tileLayout(box, scale, () => given);
            const { type, nameLines, actionLines, ownerLines, hasLabels, isSaidApart, isTakenApart, chart } = layout;
            const gaps = 2 + (actionLines > 0 ? 1 : 0) + (chart > 0 ? 1 : 0);
            const used =
              2 * type.padding +
              Math.max(type.value, type.state * LINE.state) +
              nameLines * type.name * LINE.name +
              actionLines * type.action * LINE.action +
              ownerLines * type.owner * LINE.owner +
              (isSaidApart ? type.label * LINE.label : 0) +
              (given.hasPanel ? type.label * LINE.label : 0) +
              (hasLabels ? 2 * type.label * LINE.label : 0) +
              (isTakenApart ? type.state * LINE.state : 0) +
              chart +
              gaps * type.gap;
            const isLeast =
              nameLines === 1 && actionLines === 0 && ownerLines === 1 && !isSaidApart && !isTakenApart && chart === 0;
            expect(isLeast || used <= box.height + 1).toBe(true);
          }
        }
      ),
      { numRuns: 300 }
    );
  });
});

describe('a text that is cut', () => {
  const measure = (text: string) => text.length;
  const cut = (text: string, width: number, lines = 1) => cutText(text, { width, lines, measure });

  it.each([
    ['Commit gap', 20, 1, ['Commit gap']],
    ['Pause paid campaigns', 12, 2, ['Pause paid', 'campaigns']],
    ['Pause paid campaigns', 12, 1, ['Pause paid…']],
    ['Pause under 15 % now', 14, 2, ['Pause under', '15\u00a0% now']],
    ['Call, then write', 6, 1, ['Call…']],
    ['http_requests_total', 14, 2, ['http_requests_', 'total']],
    ['http_requests_total', 10, 2, ['http_', 'requests_…']],
    ['leadConversionRate', 10, 2, ['lead', 'Conversio…']],
    ['abcdefghij', 4, 1, ['abc…']],
    ['  spaced   out  ', 20, 1, ['spaced out']],
    ['', 10, 2, []],
  ])('%j in %i: %j', (text, width, lines, expected) => {
    expect(cut(text, width, lines)).toEqual(expected);
  });

  it('is never wider than its line, has no more lines than it may, and says so where it was cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-z0-9_.,-]{1,18}$/), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 3, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, lines) => {
          const text = words.join(' ');
          const result = cut(text, width, lines);
          expect(result.length).toBeLessThanOrEqual(lines);
          result.forEach((line) => expect(measure(line)).toBeLessThanOrEqual(width));
          const letters = (some: string) => some.replace(/[\s\u00a0]/g, '');
          if (!result.at(-1)?.endsWith('…')) {
            expect(letters(result.join(''))).toBe(letters(text));
          }
        }
      )
    );
  });
});
