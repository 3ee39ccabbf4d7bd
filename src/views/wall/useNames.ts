import { useMemo, useState } from 'react';

import { t } from '../../locales/t';
import type { Wall } from '../../protocol/wall/tellWall';
import type { WallNames } from '../../words/wall/nameWords';
import { WallNamer } from '../../words/wall/nameWords';
import type { MeasureType } from './useMeasure';

/** Where a name stands. */
export interface NamePlace {
  /** Px. */
  width: number;
  /** Of its type, px. */
  size: number;
  weight: number;
  /** The most that there is room for. */
  lines: number;
}

/** How the names of a wall are told from one another, on their lines. */
export interface NameLook {
  isShared: WallNames['isShared'];
  cut: (name: string, place: NamePlace) => string[];
}

/** How the names of a wall are cut; each is cut once for its place, as long as the wall has the same names. */
export function useNames(wall: Wall, measure: MeasureType): NameLook {
  const [namer] = useState(() => new WallNamer());
  const names = useMemo(() => namer.name(t, wall), [namer, wall]);
  return useMemo(() => {
    const kept = new Map<string, string[]>();
    const cut: NameLook['cut'] = (name, { width, size, weight, lines }) => {
      const key = `${width} ${size} ${weight} ${lines} ${name}`;
      const known = kept.get(key) ?? names.cut(name, { width, lines, measure: measure(size, weight) });
      kept.set(key, known);
      return known;
    };
    return { isShared: names.isShared, cut };
  }, [names, measure]);
}
