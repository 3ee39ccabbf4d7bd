import { useMemo, useState } from 'react';

import { inOrder, nearestFirst } from '../../protocol/wall/stripRound';
import type { StripItem } from '../../protocol/wall/tellWall';

/**
 * The strip in the order in which it takes turns: where some of it finds no place at all, what is normal has its order by how
 * near it is to its levels, as that was when the round began.
 *
 * @param round - changes with each round; undefined: all of it finds a place, in the order of the wall
 */
export function useRoundOrder(strip: readonly StripItem[], round: number | undefined): readonly StripItem[] {
  const [held, setHeld] = useState<{ round?: number; keys: readonly string[] }>({ keys: [] });
  if (held.round !== round) {
    setHeld({ round, keys: round === undefined ? [] : nearestFirst(strip) });
  }
  return useMemo(() => (held.round === undefined ? strip : inOrder(strip, held.keys)), [strip, held]);
}
