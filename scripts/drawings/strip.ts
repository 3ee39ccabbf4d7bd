import type { Segment } from '../../src/evaluation/evaluation';
import type { Badge } from '../../src/words/badge';
import { TONES } from '../../src/words/badge';
import { stateWord } from '../../src/words/stateWord';

import { english } from '../../src/words/english';
import type { Frame, Part } from './frame';
import { glyph } from './glyph';
import type { Judged } from './judgeExample';
import { el, label, widthOf } from './svg';

const HEIGHT = 22;
const GLYPH = 11;

/** A piece of the strip: what was judged, or why nothing was. */
type Piece = Segment | { from: number; to: number; state: 'unsettled' | 'tooFew'; severity?: undefined };

/** The history as the state strip of a card tells it, with a word on each piece, or its glyph where it is short. */
export function stripPart({ metric, span }: Judged, { x }: Frame): Part {
  const { now, view } = metric;
  const unsettled: Piece[] =
    now.judgedTo === undefined ? [] : [{ from: now.judgedTo, to: span.to, state: 'unsettled' }];
  const tooFew = view.tooFewStretches.map((stretch): Piece => ({
    ...stretch,
    to: Math.min(stretch.to, span.to),
    state: 'tooFew',
  }));
  const drawn = (piece: Piece, y: number, height: number) => {
    const left = x(piece.from) + 0.5;
    const width = x(piece.to) - x(piece.from) - 1;
    return width > 0 ? box(piece, { x: left, y, width, height }) + sign(piece, { x: left, y, width, height }) : '';
  };
  return {
    height: HEIGHT + (tooFew.length > 0 ? HEIGHT + 3 : 0),
    draw: (y) =>
      [...view.segments, ...unsettled].map((piece) => drawn(piece, y, HEIGHT)).join('') +
      tooFew.map((piece) => drawn(piece, y + HEIGHT + 3, HEIGHT)).join(''),
  };
}

/** The badge of a piece of history. */
export function badgeOfPiece({ state, severity }: Segment): Badge {
  return state === 'firing' ? (severity ?? 'critical') : state;
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

function box({ state, severity = 'critical' }: Piece, place: Place): string {
  const shape = { ...place, rx: 3 };
  switch (state) {
    case 'firing':
      return el('rect', { ...shape, class: `box ${severity}` });
    case 'normal':
      return el('rect', { ...shape, class: 'box normal' });
    case 'pending':
    case 'recovering':
      return el('rect', { ...shape, class: `wash ${severity}` }) + pattern(shape, `${state}-${severity}`);
    case 'unknown':
    case 'unsettled':
    case 'tooFew':
      return pattern(shape, state === 'tooFew' ? 'unsettled' : state);
    default:
      return outline(place);
  }
}

function pattern(shape: Place & { rx: number }, id: string): string {
  return el('rect', { ...shape, fill: `url(#${id})`, opacity: 0.55 });
}

function outline({ x, y, width, height }: Place): string {
  const shape = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: height - 1, rx: 3 };
  return el('rect', { ...shape, class: 'box hollow' });
}

function sign(piece: Piece, { x, y, width, height }: Place): string {
  const words = pieceWord(piece);
  const wide = widthOf(words, 11) + 10;
  const middle = x + width / 2;
  if (width >= wide + 4) {
    const isPlain = piece.state === 'firing' || piece.state === 'normal';
    const chip = { class: 'chip', x: middle - wide / 2, y: y + 4, width: wide, height: height - 8, rx: 3 };
    const tone = piece.state === 'firing' ? ' loud' : piece.state === 'normal' ? ' normal toned' : '';
    return (isPlain ? '' : el('rect', chip)) + label(words, { class: `small middle${tone}`, x: middle, y: y + 15 });
  }
  return width >= GLYPH + 2 ? glyphOf(piece, middle - GLYPH / 2, y + (height - GLYPH) / 2) : '';
}

function glyphOf(piece: Piece, x: number, y: number): string {
  if (!isJudged(piece)) {
    return '';
  }
  const badge = badgeOfPiece(piece);
  const tone = piece.state === 'firing' ? 'on-loud' : (piece.severity ?? TONES[badge]);
  return glyph(badge, { x, y, size: GLYPH, tone });
}

function pieceWord(piece: Piece): string {
  if (isJudged(piece)) {
    return stateWord(english, badgeOfPiece(piece));
  }
  return piece.state === 'tooFew' ? 'Too few' : 'Not settled';
}

function isJudged(piece: Piece): piece is Segment {
  return piece.state !== 'unsettled' && piece.state !== 'tooFew';
}
