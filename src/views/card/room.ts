/**
 * How much of an open card is seen at once: all of it; its answers, if they come first; or so little that only who does
 * what, and until when, fits.
 */
export type Room = 'enough' | 'little' | 'least';

/** The answers of a card can't be read at once in less, px. */
const ANSWERS = 240;

/**
 * How much of a card is seen.
 *
 * @param seen - the height that it is seen in, px
 * @param needed - its own height, px
 */
export function roomFor(seen: number, needed: number): Room {
  return needed <= seen ? 'enough' : seen < ANSWERS ? 'least' : 'little';
}
