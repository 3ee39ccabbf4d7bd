import type { Segment, Span } from '../../evaluation/evaluation';

/** A piece of the state strip: neighbouring segments of one look. */
export type Piece = Segment;

/** The most pieces that a strip draws: each is a DOM node. */
export const MOST_PIECES = 200;

/**
 * The segments of a history as pieces to draw. Equal neighbours become one. Where there are more than `most`, the
 * span is cut into as many equal bins, and each shows the worst that happened in it: a short breach between calm is
 * drawn wider than it was rather than lost.
 */
export function stripPieces(segments: readonly Segment[], span: Span, most = MOST_PIECES): Piece[] {
  const pieces = joinEqual(segments.filter(({ from, to }) => to > from));
  return pieces.length <= most ? pieces : joinEqual(worstOfBins(pieces, span, most));
}

function worstOfBins(pieces: readonly Piece[], { from, to }: Span, bins: number): Piece[] {
  const width = (to - from) / bins;
  const worst = new Array<Piece | undefined>(bins);
  for (const piece of pieces) {
    const first = Math.max(0, Math.floor((piece.from - from) / width));
    const last = Math.min(bins - 1, Math.ceil((piece.to - from) / width) - 1);
    for (let bin = first; bin <= last; bin++) {
      const held = worst[bin];
      if (held === undefined || rank(piece) > rank(held)) {
        worst[bin] = piece;
      }
    }
  }
  return worst.flatMap((piece, bin) =>
    piece === undefined ? [] : [{ ...piece, from: from + bin * width, to: from + (bin + 1) * width }]
  );
}

function joinEqual(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before && before.state === piece.state && before.severity === piece.severity && before.to === piece.from) {
      joined[joined.length - 1] = { ...before, to: piece.to };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

const RANKS: Readonly<Record<Segment['state'], number>> = {
  firing: 6,
  recovering: 5,
  pending: 4,
  unknown: 3,
  nodata: 2,
  unruled: 1,
  normal: 0,
};

function rank({ state, severity }: Piece): number {
  return RANKS[state] * 2 + (severity === 'critical' ? 1 : 0);
}
