import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import type { Badge, Tone } from '../../src/words/badge';
import { Glyph } from '../../src/views/card/Glyph';

import { el, short } from './svg';

/** The glyph of a state as the panel draws it. */
export function glyph(
  badge: Badge,
  { x, y, size, tone }: { x: number; y: number; size: number; tone: Tone | 'on-loud' }
): string {
  const place = `x="${short(x)}" y="${short(y)}" width="${short(size)}" height="${short(size)}"`;
  const markup = renderToStaticMarkup(createElement(Glyph, { badge }));
  return el(
    'g',
    { class: `glyph ${tone}` },
    markup.replace('width="1em" height="1em"', place).replace(' focusable="false"', '')
  );
}
