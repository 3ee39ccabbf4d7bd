import type { CSSProperties } from 'react';

import { t } from '../../locales/t';
import type { Wall } from '../../protocol/wall/tellWall';
import type { Box } from '../../protocol/wall/box';
import { linesOf } from '../../protocol/wall/cutText';
import { cellWords } from '../../words/wall/stripWords';
import { wholeWords } from '../../words/wall/wholeWords';
import type { TimeWords } from '../../words/whenWords';
import { Glyph } from '../card/Glyph';
import { clockTime } from './Header';
import { Lines } from './Lines';
import { placed } from './placed';
import { toneColor } from './palette';
import { useWallLook } from './wallContext';

/** Px at 1920 × 1080. */
const SIZES = { headline: 132, line: 56, aside: 34, glyph: 150, gap: 18 } as const;

interface WholeProps {
  wall: Wall;
  box: Box;
  /** Else what it says is of some time ago, and steps back behind what is wrong. */
  isCurrent: boolean;
}

/** What is said of all where nothing fires: that all is well only if all was looked at; else what could not be, and why. */
export function Whole({ wall, box, isCurrent }: WholeProps) {
  const { palette, scale, timeZone, times, measure } = useWallLook();
  const words = wholeWords(t, wall, momentOf(wall, timeZone, times), isCurrent);
  const color = toneColor(palette, words.badge);
  // Both sides decide: a narrow wall says the same in smaller type.
  const headline = Math.min(
    SIZES.headline * scale * (isCurrent ? 1 : STEPPED_BACK),
    box.height * 0.34,
    (box.width * 0.8 * SIZES.headline) / Math.max(1, measure(SIZES.headline, 700)(words.headline))
  );
  const glyph = headline * (SIZES.glyph / SIZES.headline);
  const gap = SIZES.gap * scale;
  const textWidth = box.width - glyph - 3 * gap;
  const line = lineSize(Math.min(SIZES.line * scale, headline * 0.6), textWidth, (size) =>
    measure(size, 500)(words.line)
  );
  const lines = linesOf(words.line, { width: textWidth, most: 2, measure: measure(line, 500) });
  const aside = words.aside ? SIZES.aside * scale * 1.3 + gap : 0;
  const reasons = reasonLines(box.height - headline * 1.15 - lines * line * 1.25 - aside - 2 * gap, scale);
  const style: CSSProperties = {
    ...placed(box),
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap,
    color: isCurrent ? palette.ink : palette.quiet,
    overflow: 'hidden',
  };
  return (
    <section style={style} data-wall="whole">
      <div style={{ display: 'flex', alignItems: 'center', gap: 2 * gap }}>
        <span style={{ fontSize: glyph, color, lineHeight: 0, flexShrink: 0 }}>
          <Glyph badge={words.badge} />
        </span>
        <div>
          <Lines text={words.headline} width={textWidth} size={headline} weight={700} lineHeight={1.15} />
          <Lines text={words.line} width={textWidth} size={line} weight={500} lines={2} lineHeight={1.25} />
        </div>
      </div>
      {wall.unjudged > 0 && <Reasons wall={wall} lines={reasons} width={box.width} />}
      {words.aside && (
        <Lines text={words.aside} width={box.width} size={SIZES.aside * scale} lineHeight={1.3} color={palette.quiet} />
      )}
    </section>
  );
}

/** What is said of some time ago has this share of its type. */
const STEPPED_BACK = 0.55;

/** When what a wall says is of: "10:42"; of a range that is over its end, "Fri 20 Nov 05:00". */
export function momentOf({ answeredAt, endedAt }: Wall, timeZone: string, times: TimeWords): string | undefined {
  if (endedAt !== undefined) {
    return times.since(endedAt);
  }
  return answeredAt === undefined ? undefined : clockTime(answeredAt, timeZone).slice(0, 5);
}

/** Somewhat smaller type, where that saves a second line. */
function lineSize(most: number, width: number, widthOf: (size: number) => number): number {
  const size = (most * width) / Math.max(1, widthOf(most) * 1.01);
  return size < most && size >= most * 0.75 ? size : most;
}

/** Px at 1920 × 1080. */
const REASON = { size: 36, line: 1.35 } as const;

function reasonLines(height: number, scale: number): number {
  return Math.max(0, Math.floor(height / (REASON.size * REASON.line * scale)));
}

/** What was not judged, and why, a line each; what finds no room is counted. */
function Reasons({ wall, lines, width }: { wall: Wall; lines: number; width: number }) {
  const { palette, scale, times } = useWallLook();
  const size = REASON.size * scale;
  const shown = wall.strip.slice(0, Math.min(wall.unjudged, wall.unjudged > lines ? Math.max(0, lines - 1) : lines));
  const more = wall.unjudged - shown.length;
  return (
    <ul
      style={{ margin: 0, padding: 0, listStyle: 'none' }}
      aria-label={t('views.wall.not-judged-list', 'Not checked')}
    >
      {shown.map((item, index) => {
        const { name, of, why, mark } = cellWords(t, item, times);
        const whose = of ? t('views.wall.name-of', '{{name}} ({{of}})', { name, of }) : name;
        return (
          <li key={index}>
            <Lines
              text={[whose, why ?? mark].filter(Boolean).join(': ')}
              width={width}
              size={size}
              lineHeight={REASON.line}
              color={palette.quiet}
            />
          </li>
        );
      })}
      {more > 0 && (
        <li>
          <Lines
            text={t('views.wall.more', 'and {{n}} more', { n: more })}
            width={width}
            size={size}
            lineHeight={REASON.line}
            color={palette.quiet}
          />
        </li>
      )}
    </ul>
  );
}
