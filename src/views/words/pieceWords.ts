import type { Segment, Span } from '../../evaluation/evaluation';
import { formatDuration } from '../../rule/duration';
import type { Translate } from '../../rule/translate';
import { stateWord } from './stateWord';
import type { TimeWords } from './whenWords';

/** A piece of history in words: "Critical, Fri 20 Nov 05:00 to now (3 d 4 h)". */
export function pieceWords(t: Translate, piece: Segment, times: TimeWords, span: Span): string {
  const open = span.now !== undefined && piece.to >= span.to;
  return t('views.strip.piece', '{{state}}, {{from}} to {{to}} ({{length}})', {
    state: stateWord(t, piece.state === 'firing' ? (piece.severity ?? 'critical') : piece.state),
    from: times.at(piece.from),
    to: open ? t('views.strip.now', 'now') : times.at(piece.to),
    length: formatDuration(piece.to - piece.from),
  });
}
