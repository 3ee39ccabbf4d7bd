import { dateTimeFormat } from '@grafana/data';
import type { CSSProperties } from 'react';

import { t } from '../../locales/t';
import type { Wall } from '../../protocol/wall/tellWall';
import type { WallLayout } from '../../protocol/wall/wallLayout';
import { formatElapsed } from '../../time/duration';
import { MINUTE } from '../../time/units';
import type { CountWords } from '../../words/wall/wholeWords';
import { countWords } from '../../words/wall/wholeWords';
import { Glyph } from '../card/Glyph';
import { fitCounts } from './fitCounts';
import { Lines } from './Lines';
import { placed } from './placed';
import { toneColor } from './palette';
import type { MeasureType } from './useMeasure';
import { useSeconds } from './useSeconds';
import { useWallLook } from './wallContext';

/** Px at 1920 × 1080. */
const SIZES = { title: 36, count: 32, data: 28, clock: 48, gap: 28 } as const;

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
  const dataWidth = (isBrief: boolean) => Math.max(...agesAtMost(isBrief).map(measure(SIZES.data * scale, 400)));
  const counts = countParts(wall, scale, measure);
  const widths = counts.map(({ width }) => width + COUNT_GAP * scale).reduce((sum, one) => sum + one, 0);
  const titleWidth = Math.min(
    measure(SIZES.title * scale, 600)(title) + 1,
    box.isStacked ? Math.max(0, box.width - clockWidth - dataWidth(true) - 2 * gap) : box.width * 0.2
  );
  const withoutData = box.width - titleWidth - clockWidth - 3 * gap;
  const isBrief = widths > withoutData - dataWidth(false);
  const countsWidth = box.isStacked ? box.width : withoutData - dataWidth(isBrief);
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
  const counted = <Counts counts={counts} width={countsWidth} fade={fade} />;
  const data = <DataAge answeredAt={wall.answeredAt} isBrief={isBrief} />;
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
          {counted}
        </>
      ) : (
        <div style={row}>
          {name}
          {counted}
          <span style={{ flex: 1 }} />
          {data}
          <Clock />
        </div>
      )}
    </header>
  );
}

/** The longest that is said of the age of data. */
function agesAtMost(isBrief: boolean): string[] {
  const [at, age] = ['00:00:00', '59 min'];
  return [dataOf(at), isBrief ? briefAge(age) : wholeAge(at, age)];
}

function dataOf(at: string): string {
  return t('views.wall.data-of', 'data of {{at}}', { at });
}

function wholeAge(at: string, age: string): string {
  return t('views.wall.data-of-old', 'data of {{at}}, {{age}} old', { at, age });
}

function briefAge(length: string): string {
  return t('views.wall.stale', 'data {{length}} old', { length });
}

/** A count with the widths of its forms, px. */
type CountPart = CountWords & { width: number; briefWidth?: number };

/** Between two counts, px at 1920 × 1080. */
const COUNT_GAP = 22;

function countParts(wall: Wall, scale: number, measure: MeasureType): CountPart[] {
  const size = SIZES.count * scale;
  const widthOf = (words: string) => measure(size, 500)(words) + size * 1.2;
  return countWords(t, wall.counts).map((one) => ({
    ...one,
    width: widthOf(one.words),
    briefWidth: one.brief === undefined ? undefined : widthOf(one.brief),
  }));
}

/** How the metrics stand, every count of it: where there is no room for all words, the last are a shape and a number. */
function Counts({ counts, width, fade }: { counts: readonly CountPart[]; width: number; fade?: string }) {
  const { scale } = useWallLook();
  const gap = COUNT_GAP * scale;
  const widths = counts.map((one) => ({ whole: one.width, brief: one.briefWidth }));
  const { whole, type } = fitCounts(widths, width, gap);
  const style: CSSProperties = {
    display: 'flex',
    gap: gap * type,
    fontSize: SIZES.count * scale * type,
    fontWeight: 500,
    // As the line above it: what the page gives is higher than the two have room for.
    lineHeight: 1.25,
    filter: fade,
  };
  return (
    <div style={style} data-wall="counts">
      {counts.map(({ badge, words, brief }, place) => (
        <Count key={words} badge={badge} words={words} brief={place < whole ? undefined : brief} />
      ))}
    </div>
  );
}

/** A count with its words; or with its number alone, whose words are read out. */
function Count({ badge, words, brief }: CountWords) {
  const { palette } = useWallLook();
  return (
    <span
      style={{ color: toneColor(palette, badge), display: 'inline-flex', gap: '0.3em', alignItems: 'baseline' }}
      {...(brief !== undefined && { role: 'img', 'aria-label': words })}
    >
      {badge !== 'overdue' && (
        <span style={{ fontSize: '0.85em' }}>
          <Glyph badge={badge} />
        </span>
      )}
      {brief ?? words}
    </span>
  );
}

/** Of when the data are, and how old where that is more than a minute; of old data that alone where room is short. */
function DataAge({ answeredAt, isBrief }: { answeredAt: number | undefined; isBrief: boolean }) {
  const { scale, timeZone, palette } = useWallLook();
  const now = useSeconds();
  if (answeredAt === undefined) {
    return null;
  }
  const at = clockTime(answeredAt, timeZone);
  const ms = now - answeredAt;
  const old = isBrief ? briefAge : (age: string) => wholeAge(at, age);
  return (
    <span
      style={{ fontSize: SIZES.data * scale, color: palette.quiet, fontVariantNumeric: 'tabular-nums' }}
      data-wall="data"
    >
      {ms < MINUTE ? dataOf(at) : old(formatElapsed(ms))}
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
