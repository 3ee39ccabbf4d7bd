import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';

import type { Measure } from '../../protocol/wall/cutText';

/** Measures text of a size (px) and a weight as the wall writes it. */
export type MeasureType = (size: number, weight: number) => Measure;

/** Letters of Inter are about this wide, of their size: where nothing can be measured. */
const GUESSED_WIDTH = 0.56;

/** More texts than a wall shows on several pages. */
const MOST_KEPT = 5000;

/** How the widths of texts are found; anew when the fonts of the page have come. */
export function useMeasure(): MeasureType {
  const family = useTheme2().typography.fontFamily;
  const isLoaded = useFontsLoaded();
  // What was measured before the font came is not true any more.
  return useMemo(() => measureIn(family, isLoaded ? new Map() : new Map()), [family, isLoaded]);
}

function measureIn(family: string, kept: Map<string, number>): MeasureType {
  const pen = makePen();
  return (size, weight) => (text) => {
    const key = `${size} ${weight} ${text}`;
    const known = kept.get(key);
    if (known !== undefined) {
      return known;
    }
    if (kept.size > MOST_KEPT) {
      kept.clear();
    }
    const width = widthOf(text, pen, size, `${weight} ${size}px ${family}`);
    kept.set(key, width);
    return width;
  };
}

/** Digits are set in one width, which a canvas does not know: each counts as the widest. */
function widthOf(
  text: string,
  pen: Pick<CanvasRenderingContext2D, 'font' | 'measureText'> | undefined,
  size: number,
  font: string
): number {
  if (!pen) {
    return text.length * size * GUESSED_WIDTH;
  }
  pen.font = font;
  return pen.measureText(text.replace(/\d/g, '0')).width;
}

function makePen(): Pick<CanvasRenderingContext2D, 'font' | 'measureText'> | undefined {
  try {
    return document.createElement('canvas').getContext('2d') ?? undefined;
  } catch {
    return undefined;
  }
}

function useFontsLoaded(): boolean {
  const fonts: FontFaceSet | undefined = document.fonts;
  const [isLoaded, setLoaded] = useState(fonts?.status !== 'loading');
  useEffect(() => {
    let isCurrent = true;
    fonts?.ready.then(() => isCurrent && setLoaded(true));
    return () => {
      isCurrent = false;
    };
  }, [fonts]);
  return isLoaded;
}
