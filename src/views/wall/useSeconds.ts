import { useEffect, useState } from 'react';

import { SECOND } from '../../time/units';

/** The time, epoch ms, anew with each second. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), SECOND - (Date.now() % SECOND));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
