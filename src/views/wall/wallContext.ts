import { createContext, useContext } from 'react';

import type { TimeWords } from '../../words/whenWords';
import type { WallPalette } from './palette';
import type { MeasureType } from './useMeasure';
import type { NameLook } from './useNames';

/** What every part of a wall needs. */
export interface WallLook {
  palette: WallPalette;
  measure: MeasureType;
  names: NameLook;
  /** How large a pixel of the design (1920 × 1080) is, px. */
  scale: number;
  times: TimeWords;
  timeZone: string;
}

export const WallLookContext = createContext<WallLook | undefined>(undefined);

/** The look of the wall around a part of it. */
export function useWallLook(): WallLook {
  const look = useContext(WallLookContext);
  if (!look) {
    throw new Error('A part of a wall stands on a wall.');
  }
  return look;
}
