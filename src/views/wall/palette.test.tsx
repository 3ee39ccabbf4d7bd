import { colorManipulator, createTheme } from '@grafana/data';
import { render } from '@testing-library/react';

import type { Badge } from '../../words/badge';
import { english } from '../../words/english';
import { stateWord } from '../../words/stateWord';
import { Glyph } from '../card/Glyph';
import type { WallPalette } from './palette';
import { breachColor, restingPalette, TINT, wallPalette } from './palette';

const { getContrastRatio: contrast, decomposeColor } = colorManipulator;

const themed = (mode: 'dark' | 'light') => wallPalette(createTheme({ colors: { mode } }));

const PALETTES: Array<[string, WallPalette]> = [
  ['in the dark', themed('dark')],
  ['in the light', themed('light')],
  ['at rest', restingPalette()],
];

type Matrix = ReadonlyArray<readonly [number, number, number]>;

/** How light is seen without one of the three cones (Machado, Oliveira and Fernandes 2009, at its strongest), linear RGB. */
const SIGHTS: Record<string, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A color as it looks with so much of another one over it. */
function tinted(color: string, over: string, alpha: number): string {
  const [from, to] = [decomposeColor(color).values, decomposeColor(over).values];
  return `rgb(${[0, 1, 2].map((part) => Math.round(from[part] * (1 - alpha) + to[part] * alpha)).join(', ')})`;
}

describe.each(PALETTES)('the colours of a wall %s', (_, palette) => {
  const { surface, ground, strong } = palette;

  it.each(['ink', 'quiet', 'critical', 'warning', 'normal', 'neutral'] as const)(
    'have a contrast of 7 for what is read: %s',
    (name) => {
      expect(contrast(palette[name], surface)).toBeGreaterThanOrEqual(7);
      expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(7);
    }
  );

  it.each(['critical', 'warning'] as const)('keep it in the tint of a tile that is %s', (tone) => {
    const tint = tinted(surface, strong[tone], TINT);
    expect(contrast(palette.ink, tint)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette[tone], tint)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.quiet, tint)).toBeGreaterThanOrEqual(7);
  });

  it.each(['critical', 'warning', 'normal', 'neutral', 'quiet'] as const)(
    'keep it when they go, where the data are not of now: %s',
    (name) => {
      expect(contrast(faded(palette[name]), faded(surface))).toBeGreaterThanOrEqual(7);
      expect(contrast(faded(palette[name]), faded(ground))).toBeGreaterThanOrEqual(7);
    }
  );

  it('have it where they are turned round: what is wrong with the wall, and what is overdue', () => {
    for (const name of ['ink', 'critical', 'warning'] as const) {
      expect(contrast(surface, palette[name])).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(['critical', 'warning', 'normal', 'neutral'] as const)('let a glyph and an edge be seen: %s', (tone) => {
    expect(contrast(strong[tone], surface)).toBeGreaterThanOrEqual(3);
  });

  it.each(['critical', 'warning'] as const)('let the line be seen in a breach that is %s', (severity) => {
    expect(contrast(palette.ink, breachColor(palette, severity))).toBeGreaterThanOrEqual(3);
  });

  it('tell a tile from what is behind it', () => {
    expect(contrast(surface, ground)).toBeGreaterThan(1.07);
  });

  describe.each(Object.entries(SIGHTS))('with %s', (__, matrix) => {
    const seen = (color: string) => asSeen(color, matrix);

    it.each(['critical', 'warning', 'normal', 'neutral'] as const)('can still be read: %s', (name) => {
      expect(contrast(seen(palette[name]), seen(surface))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(seen(strong[name]), seen(surface))).toBeGreaterThanOrEqual(3);
    });
  });
});

/** What `grayscale(1)` makes of a colour. */
function faded(color: string): string {
  const [red, green, blue] = decomposeColor(color).values;
  return `rgb(${Array(3)
    .fill(Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue))
    .join(', ')})`;
}

function asSeen(color: string, matrix: Matrix): string {
  const values: number[] = decomposeColor(color).values;
  const linear = values
    .slice(0, 3)
    .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  const parts = matrix.map((row) => {
    const light = Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]));
    return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
  });
  return `rgb(${parts.join(', ')})`;
}

it('a state is told by its shape and by its word, whatever is seen of its colour', () => {
  const badges: Badge[] = [
    'critical',
    'warning',
    'pending',
    'recovering',
    'normal',
    'stale',
    'nodata',
    'error',
    'unknown',
  ];
  const shapes = badges.map((badge) => render(<Glyph badge={badge} />).container.innerHTML);
  expect(new Set(shapes).size).toBe(badges.length);
  expect(new Set(badges.map((badge) => stateWord(english, badge))).size).toBe(badges.length);
});
