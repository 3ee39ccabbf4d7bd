import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';

import type { Measure } from '../../protocol/wall/cutText';

/** Measures text of a size (px) and a weight as the wall writes it. */
export type MeasureType = (size: number, weight: number) => Measure;

/** Letters of Inter are about this wide, of their size: where nothing can be measured. */
const GUESSED_WIDTH = 0.56;

/** By which a digit of one width may be wider, of its size. */
const DIGIT_SPARE = 0.03;

/** More texts than a wall shows on several pages. */
const MOST_KEPT = 5000;

/** How the widths of texts are found; anew when the fonts of the page have come. */
export function useMeasure(): MeasureType {
  const family = useTheme2().typography.fontFamily;
  const loads = useFontLoads();
  return useMemo(() => measureIn(family, { loads, widths: new Map() }), [family, loads]);
}

/** @param kept - what was measured since so many fonts have come: before, other letters were measured */
function measureIn(family: string, { widths: kept }: { loads: number; widths: Map<string, number> }): MeasureType {
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

/** Digits are set in one width, which a canvas does not know: each counts as wide as the widest, and a little more. */
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
  const digits = text.length - text.replace(/\d/g, '').length;
  return pen.measureText(text.replace(/\d/g, '0')).width + digits * size * DIGIT_SPARE;
}

function makePen(): Pick<CanvasRenderingContext2D, 'font' | 'measureText'> | undefined {
  try {
    return document.createElement('canvas').getContext('2d') ?? undefined;
  } catch {
    return undefined;
  }
}

/** How many times fonts have come: what was measured before is not true any more. */
function useFontLoads(): number {
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    const fonts: FontFaceSet | undefined = document.fonts;
    const onLoad = () => setLoads((before) => before + 1);
    fonts?.addEventListener('loadingdone', onLoad);
    return () => fonts?.removeEventListener('loadingdone', onLoad);
  }, []);
  return loads;
}
