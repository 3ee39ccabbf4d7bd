import { css, keyframes } from '@emotion/css';
import { useEffect, useRef } from 'react';

import { t } from '../../locales/t';
import { SECOND } from '../../time/units';
import { useWallLook } from './wallContext';

/** A page that did not say for so long that it is alive is not. */
const PATIENCE = 4 * SECOND;

/**
 * What covers the wall when its page stands still. It would come by itself: the browser shows it without the page's help, and
 * the page puts it off each second, as long as it can.
 */
export function Frozen() {
  const { palette, scale } = useWallLook();
  const cover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(() => putOff(cover.current), SECOND);
    return () => clearInterval(timer);
  }, []);
  return (
    <div
      ref={cover}
      className={covering}
      style={{ background: palette.ink, color: palette.surface }}
      aria-hidden="true"
      data-wall="frozen"
    >
      <div style={{ fontSize: 110 * scale, fontWeight: 700, lineHeight: 1.15 }}>
        {t('views.wall.frozen', 'This page stands still')}
      </div>
      <div style={{ fontSize: 44 * scale }}>
        {t('views.wall.frozen-mend', 'Nothing under this is of now. Reload the page.')}
      </div>
    </div>
  );
}

function putOff(cover: HTMLElement | null): void {
  for (const animation of cover?.getAnimations?.() ?? []) {
    animation.currentTime = 0;
  }
}

const covering = css({
  position: 'absolute',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  textAlign: 'center',
  pointerEvents: 'none',
  opacity: 0,
  willChange: 'opacity',
  animation: `${keyframes({ from: { opacity: 0 }, to: { opacity: 0.97 } })} 300ms linear ${PATIENCE}ms forwards`,
  // Who asks for less motion has it at once.
  '@media (prefers-reduced-motion: reduce)': { animationDuration: '1ms' },
});
