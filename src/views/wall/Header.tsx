import { dateTimeFormat } from '@grafana/data';
import type { CSSProperties } from 'react';

import { t } from '../../locales/t';
import type { Wall } from '../../protocol/wall/tellWall';
import type { WallLayout } from '../../protocol/wall/wallLayout';
import { formatElapsed } from '../../time/duration';
import { MINUTE } from '../../time/units';
import { countWords } from '../../words/wall/wholeWords';
import { Glyph } from '../card/Glyph';
import { keepParts } from './keepParts';
import { Lines } from './Lines';
import { placed } from './placed';
import { toneColor } from './palette';
import { useSeconds } from './useSeconds';
import { useWallLook } from './wallContext';

/** Px at 1920 × 1080. */
const SIZES = { title: 36, count: 32, data: 28, clock: 48, gap: 34 } as const;

interface HeaderProps {
  wall: Wall;
  title: string;
  box: WallLayout['header'];
  /** What the counts are faded by, where they are not of now; undefined where they are. */
  fade?: string;
}

/** What this is, how it stands, of when its data are, and the time: a clock that goes on is a page that is alive. */
export function Header({ wall, title, box, fade }: HeaderProps) {
  const { scale, measure, palette } = useWallLook();
  const gap = SIZES.gap * scale;
  const clockWidth = measure(SIZES.clock * scale, 600)('00:00:00');
  const dataWidth = measure(
    SIZES.data * scale,
    400
  )(t('views.wall.data-of', 'data of {{at}}', { at: '00:00:00' }) + OLDEST);
  const right = clockWidth + dataWidth + 2 * gap;
  const titleWidth = Math.min(
    measure(SIZES.title * scale, 600)(title) + 1,
    box.isStacked ? Math.max(0, box.width - right) : box.width * 0.2
  );
  const countsWidth = box.isStacked ? box.width : box.width - right - titleWidth - gap;
  const row: CSSProperties = {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap,
    whiteSpace: 'nowrap',
    lineHeight: 1.25,
  };
  const name = (
    <h2 style={{ margin: 0 }}>
      <Lines
        text={title}
        width={titleWidth}
        size={SIZES.title * scale}
        weight={600}
        lineHeight={1.25}
        color={palette.ink}
      />
    </h2>
  );
  const counts = <Counts wall={wall} width={countsWidth} fade={fade} />;
  const data = <DataAge answeredAt={wall.answeredAt} />;
  return (
    <header style={{ ...placed(box), overflow: 'hidden' }}>
      {box.isStacked ? (
        <>
          <div style={row}>
            {name}
            <span style={{ flex: 1 }} />
            {data}
            <Clock />
          </div>
          {counts}
        </>
      ) : (
        <div style={row}>
          {name}
          {counts}
          <span style={{ flex: 1 }} />
          {data}
          <Clock />
        </div>
      )}
    </header>
  );
}

/** The longest that is said of an age. */
const OLDEST = ', 59 min old';

/** How the metrics stand: where there is no room for all, the last go whole, which are those of no concern. */
function Counts({ wall, width, fade }: { wall: Wall; width: number; fade?: string }) {
  const { scale, measure, palette } = useWallLook();
  const size = SIZES.count * scale;
  const gap = 30 * scale;
  const counts = countWords(t, wall.counts);
  const kept = keepParts(
    counts.map(({ words }, rank) => ({ key: words, width: measure(size, 500)(words) + size * 1.2, rank: rank + 1 })),
    width,
    gap
  );
  return (
    <div style={{ display: 'flex', gap, fontSize: size, fontWeight: 500, filter: fade }} data-wall="counts">
      {counts
        .filter(({ words }) => kept.has(words))
        .map(({ badge, words }) => (
          <span
            key={words}
            style={{ color: toneColor(palette, badge), display: 'inline-flex', gap: '0.3em', alignItems: 'baseline' }}
          >
            {badge !== 'overdue' && (
              <span style={{ fontSize: '0.85em' }}>
                <Glyph badge={badge} />
              </span>
            )}
            {words}
          </span>
        ))}
    </div>
  );
}

/** Of when the data are, and how old where that is more than a minute. */
function DataAge({ answeredAt }: { answeredAt: number | undefined }) {
  const { scale, timeZone, palette } = useWallLook();
  const now = useSeconds();
  if (answeredAt === undefined) {
    return null;
  }
  const at = clockTime(answeredAt, timeZone);
  const ms = now - answeredAt;
  return (
    <span
      style={{ fontSize: SIZES.data * scale, color: palette.quiet, fontVariantNumeric: 'tabular-nums' }}
      data-wall="data"
    >
      {ms < MINUTE
        ? t('views.wall.data-of', 'data of {{at}}', { at })
        : t('views.wall.data-of-old', 'data of {{at}}, {{age}} old', { at, age: formatElapsed(ms) })}
    </span>
  );
}

/** The time, to the second. Whoever sees it go on knows that the page is alive. */
export function Clock({ size }: { size?: number }) {
  const { scale, timeZone, palette } = useWallLook();
  const now = useSeconds();
  return (
    <time
      style={{
        fontSize: size ?? SIZES.clock * scale,
        fontWeight: 600,
        color: palette.ink,
        fontVariantNumeric: 'tabular-nums',
      }}
      data-wall="clock"
    >
      {clockTime(now, timeZone)}
    </time>
  );
}

/** A moment by the hour, to the second: "12:04:41". */
export function clockTime(time: number, timeZone: string): string {
  return dateTimeFormat(time, { timeZone, format: 'HH:mm:ss' });
}
