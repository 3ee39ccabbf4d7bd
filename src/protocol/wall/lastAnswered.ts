import type { Wall } from './tellWall';

/**
 * Keeps what a wall showed when its queries answered last: while the server is out of reach all of them fail, which says
 * nothing of the metrics.
 */
export class LastAnswered {
  private known?: Wall;

  /**
   * @param isReached - whether the server is within reach
   * @returns The wall as it was told; out of reach without what has only failed since.
   */
  of(wall: Wall, isReached: boolean): Wall {
    if (this.known === undefined || !hasOnlyFailed(wall, this.known)) {
      this.known = wall;
    }
    return isReached ? wall : this.known;
  }
}

/** Whether nothing has come since then, and more fails. */
function hasOnlyFailed(wall: Wall, known: Wall): boolean {
  const isNewer = (wall.answeredAt ?? -Infinity) > (known.answeredAt ?? -Infinity);
  return !isNewer && wall.failed > known.failed;
}
