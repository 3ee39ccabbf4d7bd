import { isEqual } from 'lodash';
import { useEffect, useState } from 'react';

import type { WallFacts, WallTrouble } from '../../protocol/wall/wallTrouble';
import { wallTrouble } from '../../protocol/wall/wallTrouble';
import { SECOND } from '../../time/units';

/** What is wrong with a wall now: looked at each second, told anew only when it is something else. */
export function useTrouble(facts: Omit<WallFacts, 'now'>): WallTrouble | undefined {
  const [now, setNow] = useState(() => Date.now());
  const trouble = wallTrouble({ ...facts, now });
  useEffect(() => {
    const timer = setInterval(() => {
      const later = Date.now();
      if (!isEqual(wallTrouble({ ...facts, now: later }), trouble)) {
        setNow(later);
      }
    }, SECOND);
    return () => clearInterval(timer);
  });
  return trouble;
}
