import type { CSSProperties } from 'react';

import { t } from '../../locales/t';
import type { Box } from '../../protocol/wall/wallLayout';
import type { WallTrouble } from '../../protocol/wall/wallTrouble';
import { troubleWords } from '../../words/wall/troubleWords';
import { Glyph } from '../card/Glyph';
import { clockTime } from './Header';
import { Lines } from './Lines';
import { placed } from './placed';
import { useWallLook } from './wallContext';

/** Px at 1920 × 1080. */
const SIZES = { headline: 76, mend: 34, padding: 30, glyph: 90 } as const;

interface TroubleProps {
  trouble: WallTrouble;
  box: Box;
}

/**
 * What is wrong with the wall itself, and what to do: light where all is dark and dark where all is light, so that it is seen
 * from across the room and not taken for a breach.
 */
export function Trouble({ trouble, box }: TroubleProps) {
  const { palette, scale, timeZone, measure } = useWallLook();
  const { headline, mend } = troubleWords(t, trouble, (time) => clockTime(time, timeZone));
  const [padding, glyph] = [SIZES.padding * scale, SIZES.glyph * scale];
  const width = box.width - 3 * padding - glyph;
  const size = Math.min(
    SIZES.headline * scale,
    (width * SIZES.headline) / Math.max(1, measure(SIZES.headline, 700)(headline))
  );
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
        <Lines text={headline} width={width} size={size} weight={700} lineHeight={1.15} />
        <Lines text={mend} width={width} size={SIZES.mend * scale} lines={2} lineHeight={1.25} />
      </div>
    </div>
  );
}
