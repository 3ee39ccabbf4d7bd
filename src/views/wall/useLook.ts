import { useMemo } from 'react';

import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import type { Wall } from '../../protocol/wall/tellWall';
import { MINUTE } from '../../time/units';
import { useMeasure } from './useMeasure';
import { useNames } from './useNames';
import type { WallLook } from './wallContext';

interface Looked extends Pick<WallLook, 'palette' | 'scale' | 'timeZone'> {
  wall: Wall;
  /** Epoch ms: what words of time are told against. */
  now: number;
}

/** What every part of a wall needs; the same as long as nothing of it changes: words of time are told anew each minute. */
export function useLook({ wall, palette, scale, timeZone, now }: Looked): WallLook {
  const measure = useMeasure();
  const names = useNames(wall, measure);
  const minute = Math.floor(now / MINUTE);
  return useMemo(
    () => ({ palette, measure, names, scale, timeZone, times: timeWords(t, { timeZone, now: minute * MINUTE }) }),
    [palette, measure, names, scale, timeZone, minute]
  );
}
