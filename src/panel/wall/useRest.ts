import { useEffect, useState } from 'react';

import type { WorkingHours } from '../../time/schedule';
import { SECOND } from '../../time/units';
import { nextWork } from '../../time/workingHours';

/** Until when a wall rests, epoch ms; undefined while somebody looks at it. Looked at each second. */
export function useRest(hours: WorkingHours | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  const until = restUntil(hours, now);
  useEffect(() => {
    const timer = setInterval(() => {
      const later = Date.now();
      if (restUntil(hours, later) !== until) {
        setNow(later);
      }
    }, SECOND);
    return () => clearInterval(timer);
  }, [hours, until]);
  return until;
}

function restUntil(hours: WorkingHours | undefined, now: number): number | undefined {
  const next = hours && nextWork(hours, now);
  return next !== undefined && next > now ? next : undefined;
}
