import { badgeOf } from '../../src/words/badge';
import { noteWords } from '../../src/words/noteWords';
import { sinceWords } from '../../src/words/sinceWords';
import { stateWord } from '../../src/words/stateWord';

import type { Clock } from './clock';
import { english } from '../../src/words/english';
import type { Judged } from './judgeExample';
import { badgeOfPiece } from './strip';

/** A drawing for who can't see it: the strip, piece by piece, and what the card says now. */
export function describe({ metric, span }: Judged, clock: Clock): string {
  const pieces = metric.view.segments.map(
    (piece) => `${stateWord(english, badgeOfPiece(piece))} from ${clock.brief(piece.from)}`
  );
  const saying = [sinceWords(english, metric, clock), ...noteWords(english, metric, clock)].filter(Boolean).join('. ');
  const end = span.now === undefined ? `At the end, ${clock.brief(span.to)}` : `Now, ${clock.brief(span.to)}`;
  const now = [stateWord(english, badgeOf(metric)), saying].filter(Boolean).join(', ');
  return `${pieces.join(', ')}. ${end}: ${now}`.replace(/\.?$/, '.');
}
