import type { CSSProperties } from 'react';

import { t } from '../../locales/t';
import type { Box } from '../../protocol/wall/box';
import type { WallTrouble } from '../../protocol/wall/wallTrouble';
import { troubleWords } from '../../words/wall/troubleWords';
import { Glyph } from '../card/Glyph';
import { clockTime } from './Header';
import { Lines } from './Lines';
import { placed } from './placed';
import { useWallLook } from './wallContext';

/** Px at 1920 × 1080. */
const SIZES = {
  high: { headline: 76, mend: 34, padding: 30, glyph: 90 },
  low: { headline: 52, mend: 28, padding: 26, glyph: 66 },
} as const;

/** Of the size. */
const LINE = { headline: 1.15, mend: 1.25 } as const;

interface TroubleProps {
  trouble: WallTrouble;
  box: Box & { isLow: boolean };
}

/**
 * What is wrong with the wall itself, and what to do: light where all is dark and dark where all is light, so that it is seen
 * from across the room and not taken for a breach.
 */
export function Trouble({ trouble, box }: TroubleProps) {
  const { palette, scale, timeZone, measure } = useWallLook();
  const { headline, mend } = troubleWords(t, trouble, (time) => clockTime(time, timeZone));
  const design = SIZES[box.isLow ? 'low' : 'high'];
  const [padding, glyph, mendSize] = [design.padding * scale, design.glyph * scale, design.mend * scale];
  const width = box.width - 3 * padding - glyph;
  const size = Math.min(
    design.headline * scale,
    (width * design.headline) / Math.max(1, measure(design.headline, 700)(headline))
  );
  const mendLines = Math.max(1, Math.floor((box.height - size * LINE.headline) / (mendSize * LINE.mend)));
  const style: CSSProperties = {
    ...placed(box),
    display: 'flex',
    alignItems: 'center',
    gap: padding,
    padding: `0 ${padding}px`,
    borderRadius: 8 * scale,
    background: palette.ink,
    color: palette.surface,
    overflow: 'hidden',
  };
  return (
    <div role="alert" style={style} data-wall-trouble={trouble.kind}>
      <span style={{ fontSize: glyph, lineHeight: 0, flexShrink: 0 }}>
        <Glyph badge="error" />
      </span>
      <div>
        <Lines text={headline} width={width} size={size} weight={700} lineHeight={LINE.headline} />
        <Lines text={mend} width={width} size={mendSize} lines={Math.min(3, mendLines)} lineHeight={LINE.mend} />
      </div>
    </div>
  );
}
