import { useTheme2 } from '@grafana/ui';
import { useEffect, useReducer } from 'react';

/**
 * How wide a text is in the font of the native charts, px, as of now. Grafana's own measure remembers the width that a text
 * had first, which may be that in a font that stood in for the real one until that was loaded.
 *
 * @param fontPx - The size of the font.
 * @returns The measure; whoever uses it renders again once a font was loaded.
 */
export function useTextWidth(fontPx: number): (text: string) => number {
  const { typography } = useTheme2();
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    document.fonts.addEventListener('loadingdone', renderAgain);
    return () => document.fonts.removeEventListener('loadingdone', renderAgain);
  }, []);
  return (text) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) {
      return 0;
    }
    context.font = `${fontPx}px ${typography.fontFamily}`;
    return context.measureText(text).width;
  };
}
