import { css, keyframes } from '@emotion/css';
import type { CSSProperties } from 'react';
import { useState } from 'react';

import { t } from '../../locales/t';
import type { Measure } from '../../protocol/wall/cutText';
import type { WallLayout } from '../../protocol/wall/wallLayout';
import type { WallNotice } from '../../protocol/wall/wallNotices';
import type { SoundState } from '../../protocol/wall/wallSound';
import { SECOND } from '../../time/units';
import { soundWords } from '../../words/wall/soundWords';
import { noticeLine, wallNoticeWords } from '../../words/wall/wallNoticeWords';
import { Glyph } from '../card/Glyph';
import { Lines } from './Lines';
import { placed } from './placed';
import type { Pages } from './usePages';
import { useReducedMotion } from './useReducedMotion';
import { useSeconds } from './useSeconds';
import { useWallLook } from './wallContext';

interface FootProps {
  box: WallLayout['foot'];
  pages: Pages & { of: number; ms: number };
  /** What is not on this page, and what else has to be known. */
  note: string;
  /** What is to be said of panels beside their metrics. */
  notices: readonly WallNotice[];
  /** Undefined where none is asked for. */
  sound?: SoundState;
}

/** Px at 1920 × 1080. */
const SIZE = 25.5;
const LINE = 1.2;

/** Which page this is, how long it stays, how much is on the others, and what was asked for and is not so. */
export function Foot({ box, pages, note, notices, sound }: FootProps) {
  const { palette, scale, measure } = useWallLook();
  const size = SIZE * scale;
  const widthOf = measure(size, 400);
  const noteWidth = note ? Math.ceil(widthOf(note)) + size : 0;
  const soundText = sound && soundWords(t, sound);
  const soundWidth = soundText ? Math.ceil(widthOf(soundText)) + size : 0;
  const afterPages = box.width - (pages.of > 1 ? pageWidth(pages, { size, scale, widthOf }) : 0);
  // A narrow foot has a second line.
  const noteRoom = afterPages - (box.isStacked ? 0 : soundWidth);
  const noticesWidth = (box.isStacked ? box.width - soundWidth : noteRoom - noteWidth) - GLYPH * size;
  const texts = notices.map((notice) => wallNoticeWords(t, notice));
  const line = noticeLine(t, texts, (one) => widthOf(one) <= noticesWidth);
  const style: CSSProperties = {
    ...placed(box),
    display: 'flex',
    flexWrap: box.isStacked ? 'wrap' : 'nowrap',
    alignItems: 'center',
    alignContent: 'center',
    columnGap: size,
    fontSize: size,
    lineHeight: LINE,
    color: palette.quiet,
    whiteSpace: 'nowrap',
  };
  return (
    <footer style={style}>
      {pages.of > 1 && <Progress pages={pages} size={size} />}
      {note && <Lines text={note} width={noteRoom} size={size} lineHeight={LINE} />}
      {box.isStacked && <span style={{ flexBasis: '100%' }} />}
      {line && (
        <div style={{ display: 'flex', gap: 0.4 * size, color: palette.ink }} data-wall="notices">
          <Glyph badge="unknown" />
          <Lines text={line} width={noticesWidth} size={size} lineHeight={LINE} />
        </div>
      )}
      {soundText && (
        <span style={{ marginLeft: 'auto', color: sound === 'on' ? palette.quiet : palette.ink }} data-wall="sound">
          {soundText}
        </span>
      )}
    </footer>
  );
}

/** What a glyph takes beside its line, of the size. */
const GLYPH = 1.5;

/** Of the bar that fills until the page is turned, px at 1920 × 1080. */
const BAR = { width: 180, height: 6 } as const;

function pageWords({ page, of }: FootProps['pages']): string {
  return t('views.wall.page', 'Page {{page}} of {{pages}}', { page: page + 1, pages: of });
}

function pausedWords(): string {
  return t('views.wall.paused', 'Paused: space goes on');
}

function nextWords(seconds: number): string {
  return t('views.wall.next-page', 'next in {{seconds}} s', { seconds });
}

function pageWidth(
  pages: FootProps['pages'],
  { size, scale, widthOf }: { size: number; scale: number; widthOf: Measure }
): number {
  const progress = pages.isPaused
    ? widthOf(pausedWords())
    : Math.max(BAR.width * scale, widthOf(nextWords(Math.ceil(pages.ms / SECOND))));
  return widthOf(pageWords(pages)) + progress + 3 * size;
}

function Progress({ pages, size }: { pages: FootProps['pages']; size: number }) {
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: size }}>
      <span data-wall="page">{pageWords(pages)}</span>
      {pages.isPaused ? <span>{pausedWords()}</span> : <UntilNext key={pages.turn} ms={pages.ms} />}
    </div>
  );
}

/** How long a page stays: a bar that fills, or a number for who asks for less motion. */
function UntilNext({ ms }: { ms: number }) {
  const { palette, scale } = useWallLook();
  if (useReducedMotion()) {
    return <SecondsLeft ms={ms} />;
  }
  const bar: CSSProperties = {
    height: BAR.height * scale,
    width: BAR.width * scale,
    borderRadius: (BAR.height / 2) * scale,
    background: palette.border,
    overflow: 'hidden',
    flexShrink: 0,
  };
  return (
    <span style={bar} aria-hidden="true">
      <span className={filling} style={{ background: palette.quiet, animationDuration: `${ms}ms` }} />
    </span>
  );
}

function SecondsLeft({ ms }: { ms: number }) {
  const now = useSeconds();
  const [until] = useState(now + ms);
  return <span>{nextWords(Math.max(1, Math.ceil((until - now) / SECOND)))}</span>;
}

const filling = css({
  display: 'block',
  height: '100%',
  width: '100%',
  transformOrigin: 'left',
  animation: `${keyframes({ from: { transform: 'scaleX(0)' }, to: { transform: 'scaleX(1)' } })} linear forwards`,
});
