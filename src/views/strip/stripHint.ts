import type { Stretch } from '../../protocol/stretch';
import type { Translate } from '../../words/translate';
import type { Piece } from './stripPieces';
import type { StripStretch } from '../../protocol/stripStretches';
import type { PieceContext } from '../../words/pieceWords';
import { pieceWords, tooFewStretchWords, unsettledStretchWords } from '../../words/pieceWords';

/** What a strip says where the mouse points, and of which stretch. */
interface Hint extends Stretch {
  lines: readonly string[];
}

/** Where the mouse points: the moment, epoch ms, and how much time a pixel is there. */
export interface Pointed {
  time: number;
  msPerPx: number;
}

/** A change of the rule, in words. */
interface ToldChange {
  at: number;
  words: string;
}

/** All that a strip shows. */
interface Strip extends PieceContext {
  pieces: readonly Piece[];
  stretches: readonly StripStretch[];
  changes: readonly ToldChange[];
}

/** How near to a tick counts as pointing at it, px. */
const NEAR_PX = 4;

/**
 * What is said of a moment on a strip: that the rule changed, that values have not settled, else what the state was, and
 * whether there was enough to judge it. Undefined where nothing is shown.
 */
export function stripHint(t: Translate, { time, msPerPx }: Pointed, strip: Strip): Hint | undefined {
  const change = strip.changes.find(({ at }) => Math.abs(at - time) <= NEAR_PX * msPerPx);
  if (change) {
    return { from: change.at, to: change.at, lines: [change.words] };
  }
  const within = ({ from, to }: Stretch) => from <= time && time < to;
  const stretchOf = (kind: StripStretch['kind']) => strip.stretches.find((one) => one.kind === kind && within(one));
  const unsettled = stretchOf('unsettled');
  if (unsettled) {
    return { ...unsettled, lines: [unsettledStretchWords(t, unsettled, strip)] };
  }
  const tooFew = stretchOf('tooFew');
  const piece = strip.pieces.find(within);
  const pointed = tooFew ?? piece;
  // Too few is no proof that all is well; what fires goes on firing.
  const holds = tooFew === undefined || piece?.state !== 'normal';
  return (
    pointed && {
      from: pointed.from,
      to: pointed.to,
      lines: [tooFew && tooFewStretchWords(t, tooFew, strip), piece && holds && pieceWords(t, piece, strip)].filter(
        (line) => typeof line === 'string'
      ),
    }
  );
}
