import type { CSSProperties } from 'react';

import { t } from '../../locales/t';
import type { Wall } from '../../protocol/wall/tellWall';
import type { Box } from '../../protocol/wall/box';
import { restLine, restsUntil } from '../../words/wall/restWords';
import { Clock } from './Header';
import { Lines } from './Lines';
import { placed } from './placed';
import { useWallLook } from './wallContext';
import { momentOf } from './Whole';

/** Px at 1920 × 1080. */
const SIZES = { clock: 300, line: 56, until: 40, gap: 24 } as const;

interface RestingProps {
  wall: Wall;
  /** Epoch ms. */
  until: number;
  box: Box;
  /** Else what it says is of some time ago, and steps back behind what is wrong. */
  isCurrent: boolean;
}

/** A wall that rests, with nothing critical: the time, which goes on, and how much was checked. */
export function Resting({ wall, until, box, isCurrent }: RestingProps) {
  const { palette, scale, timeZone, times, measure } = useWallLook();
  const fitting = (size: number, weight: number, text: string) =>
    Math.min(size * scale, (box.width * size) / Math.max(1, measure(size, weight)(text)));
  const clock = Math.min(fitting(SIZES.clock, 600, '00:00:00'), box.height * 0.5);
  const line = restLine(t, wall, momentOf(wall, timeZone, times), isCurrent);
  const style: CSSProperties = {
    ...placed(box),
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: SIZES.gap * scale,
    overflow: 'hidden',
    lineHeight: 1,
  };
  return (
    <section style={style} data-wall="resting">
      <Clock size={clock} />
      <Lines
        text={line}
        width={box.width}
        size={fitting(isCurrent ? SIZES.line : SIZES.until, 500, line)}
        weight={500}
        lineHeight={1.25}
        color={isCurrent ? palette.ink : palette.quiet}
      />
      <Lines
        text={restsUntil(t, until, times)}
        width={box.width}
        size={SIZES.until * scale}
        lineHeight={1.25}
        color={palette.quiet}
      />
    </section>
  );
}
