import type { Segment, Span } from '../evaluation/evaluation';
import type { Stretch } from '../protocol/stretch';
import { formatElapsed } from '../time/duration';
import type { Translate } from './translate';
import { stateWord } from './stateWord';
import type { TimeWords } from './whenWords';

/** What the words of a strip's pieces are told against. */
export interface PieceContext {
  times: TimeWords;
  span: Span;
  /** Nobody agreed to act on it: it is crossed or not, and never critical. */
  neutral: boolean;
}

/** A piece of history in words: "Critical, Fri 20 Nov 05:00 to now (3 d 4 h)". */
export function pieceWords(t: Translate, piece: Segment, context: PieceContext): string {
  return stretchWords(t, context.neutral ? levelWord(t, piece) : agreedWord(t, piece), piece, context);
}

/** That samples had too little volume: "Too few to say, Thu 19 Nov 07:00 to now (4 d)". */
export function tooFewStretchWords(t: Translate, stretch: Stretch, context: PieceContext): string {
  return stretchWords(t, t('views.strip.too-few', 'Too few to say'), stretch, context);
}

/** That samples are too young: "Not final yet: shown, not counted, Sat 21 Nov 09:00 to now (2 d)". */
export function unsettledStretchWords(t: Translate, stretch: Stretch, context: PieceContext): string {
  return stretchWords(t, t('views.strip.unsettled', 'Not final yet: shown, not counted'), stretch, context);
}

function stretchWords(t: Translate, state: string, { from, to }: Stretch, { times, span }: PieceContext): string {
  const open = span.now !== undefined && to >= Math.min(span.now, span.to);
  const end = open ? t('views.strip.now', 'now') : times.at(to);
  return t('views.strip.piece', '{{state}}, {{from}} to {{to}} ({{length}})', {
    state,
    from: times.at(from),
    to: end,
    length: formatElapsed(to - from),
  });
}

function agreedWord(t: Translate, { state, severity }: Segment): string {
  return stateWord(t, state === 'firing' ? (severity ?? 'critical') : state);
}

function levelWord(t: Translate, { state }: Segment): string {
  switch (state) {
    case 'firing':
      return t('views.strip.crossed', 'Level crossed');
    case 'normal':
      return t('views.strip.not-crossed', 'Level not crossed');
    default:
      return stateWord(t, state);
  }
}
