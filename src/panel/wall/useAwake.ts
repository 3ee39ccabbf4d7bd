import { useEffect, useState } from 'react';

import { NOTICED_BREAK_MS } from '../../protocol/wall/wallTrouble';
import { SECOND } from '../../time/units';

/** How long a page has gone on without a break. */
export interface Awake {
  /** Epoch ms. */
  awakeSince: number;
  /** How long it stood still before, ms; undefined: it did not. */
  awayMs?: number;
}

/** Notices that the page stood still: its machine slept, its tab was frozen or out of sight. */
export function useAwake(): Awake {
  const [awake, setAwake] = useState((): Awake => ({ awakeSince: Date.now() }));
  useEffect(() => {
    let before = Date.now();
    const timer = setInterval(() => {
      const now = Date.now();
      if (now - before > NOTICED_BREAK_MS) {
        setAwake({ awakeSince: now, awayMs: now - before });
      }
      before = now;
    }, SECOND);
    return () => clearInterval(timer);
  }, []);
  return awake;
}
