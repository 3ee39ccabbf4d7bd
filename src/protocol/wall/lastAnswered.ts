import type { Wall } from './tellWall';

/**
 * Keeps what a wall showed when its queries answered last: while the server is out of reach all of them fail, or never answer,
 * which says nothing of the metrics.
 */
export class LastAnswered {
  private known?: Wall;

  /**
   * @param isReached - whether the server is within reach
   * @returns The wall as it was told; out of reach without what has only failed since.
   */
  of(wall: Wall, isReached: boolean): Wall {
    const { known = wall } = this;
    // Out of reach what the page makes by itself still comes: that is no reason to forget the rest.
    const isKnown = wall.withheld <= known.withheld || (isReached && isNewer(wall, known));
    this.known = isKnown ? wall : known;
    return isReached ? wall : this.known;
  }
}

function isNewer(wall: Wall, known: Wall): boolean {
  return (wall.answeredAt ?? -Infinity) > (known.answeredAt ?? -Infinity);
}
