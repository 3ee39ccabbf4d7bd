/** How so many things are shown in so many places: those that are always shown come first, the others take turns. */
export interface Paging {
  pinned: number;
  /** How many of the others are shown at once. */
  turns: number;
  /** At least one. */
  pages: number;
}

/**
 * Shares out places. Where all fit, all stay; else the first ones stay in up to half of the places, and the others take turns
 * in the rest.
 *
 * @param count - how many things there are
 * @param places - how many are shown at once
 * @param important - how many of them, from the first on, should stay
 */
export function sharePlaces(count: number, places: number, important: number): Paging {
  if (count <= places) {
    return { pinned: count, turns: 0, pages: 1 };
  }
  const pinned = Math.min(important, Math.floor(places / 2));
  const turns = places - pinned;
  return turns === 0 ? { pinned, turns, pages: 1 } : { pinned, turns, pages: Math.ceil((count - pinned) / turns) };
}

/**
 * What is shown on a page: those that stay, and those whose turn it is. Pages go on from the first after the last, so that
 * parts of a wall with fewer pages begin anew while others go on.
 */
export function onPage<T>(things: readonly T[], { pinned, turns, pages }: Paging, page: number): T[] {
  const from = pinned + (page % pages) * turns;
  return [...things.slice(0, pinned), ...things.slice(from, from + turns)];
}
