import { css, keyframes } from '@emotion/css';
import type { CSSProperties } from 'react';

import { t } from '../../locales/t';
import type { Box } from '../../protocol/wall/wallLayout';
import { Lines } from './Lines';
import { placed } from './placed';
import type { Pages } from './usePages';
import { useWallLook } from './wallContext';

interface FootProps {
  box: Box;
  pages: Pages & { of: number; ms: number };
  /** What is not on this page, and what else has to be known. */
  note: string;
}

/** Which page this is, how long it stays, and how much is on the others. */
export function Foot({ box, pages, note }: FootProps) {
  const { palette, scale, measure } = useWallLook();
  const size = 25.5 * scale;
  const page = t('views.wall.page', 'Page {{page}} of {{pages}}', { page: pages.page + 1, pages: pages.of });
  const paused = t('views.wall.paused', 'Paused: space goes on');
  const barWidth = 180 * scale;
  const side =
    measure(size, 400)(page) + Math.max(barWidth, pages.isPaused ? measure(size, 400)(paused) : 0) + 3 * size;
  const style: CSSProperties = {
    ...placed(box),
    display: 'flex',
    alignItems: 'center',
    gap: size,
    fontSize: size,
    lineHeight: 1.2,
    color: palette.quiet,
    whiteSpace: 'nowrap',
  };
  const bar: CSSProperties = {
    height: 6 * scale,
    width: barWidth,
    borderRadius: 3 * scale,
    background: palette.border,
    overflow: 'hidden',
    flexShrink: 0,
  };
  return (
    <footer style={style}>
      {pages.of > 1 && (
        <>
          <span data-wall="page">{page}</span>
          {pages.isPaused ? (
            <span>{paused}</span>
          ) : (
            <span style={bar} aria-hidden="true">
              <span
                key={pages.turn}
                className={filling}
                style={{ background: palette.quiet, animationDuration: `${pages.ms}ms` }}
              />
            </span>
          )}
        </>
      )}
      <Lines text={note} width={box.width - (pages.of > 1 ? side : 0)} size={size} lineHeight={1.2} />
    </footer>
  );
}

const filling = css({
  display: 'block',
  height: '100%',
  width: '100%',
  transformOrigin: 'left',
  animation: `${keyframes({ from: { transform: 'scaleX(0)' }, to: { transform: 'scaleX(1)' } })} linear forwards`,
  // It fills in few steps for who asks for less motion.
  '@media (prefers-reduced-motion: reduce)': { animationTimingFunction: 'steps(4)' },
});
