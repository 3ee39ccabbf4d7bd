import { colorManipulator } from '@grafana/data';
import type { CSSProperties, ReactNode } from 'react';
import { memo } from 'react';

import { t } from '../../locales/t';
import { linesOf } from '../../protocol/wall/cutText';
import type { TileLayout, TileType } from '../../protocol/wall/tileLayout';
import { LINE, tileLayout, tileType } from '../../protocol/wall/tileLayout';
import type { Box } from '../../protocol/wall/box';
import type { WallMetric } from '../../protocol/wall/wallMetrics';
import { badgeOf } from '../../words/badge';
import { stateWord } from '../../words/stateWord';
import { fullName } from '../../words/wall/nameWords';
import type { TileWords } from '../../words/wall/tileWords';
import { tileWords } from '../../words/wall/tileWords';
import { Glyph } from '../card/Glyph';
import { markdownSteps } from '../text/markdown';
import { Chart } from './Chart';
import type { Part } from './keepParts';
import { keepParts } from './keepParts';
import { Lines } from './Lines';
import { placed } from './placed';
import { strongColor, TINT, toneColor } from './palette';
import type { MeasureType } from './useMeasure';
import { useWallLook } from './wallContext';

interface TileProps {
  one: WallMetric;
  box: Box;
}

/** The edge in the colour of the state, px at 1920 × 1080. */
const EDGE = 14;

/** A metric that fires, to be read from afar: what it is, how bad and how long, what to do, who, and whether somebody has it. */
export const Tile = memo(function Tile({ one, box }: TileProps) {
  const { palette, measure, names, scale, times } = useWallLook();
  const { metric } = one;
  const words = tileWords(t, one, times, markdownSteps);
  const edge = Math.round(EDGE * scale);
  const { type } = tileType(box, scale);
  const width = Math.floor(box.width - edge - 2 * type.padding);
  const kept = keepParts(headParts(one, words, type, measure), width, HEAD_GAP * scale);
  const lateAlone = kept.has('overdue') ? undefined : words.overdue;
  const eyebrow = eyebrowOf(one, lateAlone ?? words.note, names.isShared(metric.name));
  const layout = tileLayout(box, scale, {
    ...textWants(metric.name, words, { type, width, scale, measure }),
    hasChart: one.drawn !== undefined,
    hasPanel: eyebrow !== undefined,
  });
  const badge = badgeOf(metric);
  const color = one.isLost ? palette.neutral : toneColor(palette, badge);
  const strong = one.isLost ? palette.strong.neutral : strongColor(palette, badge);
  const style: CSSProperties = {
    ...placed(box),
    display: 'flex',
    flexDirection: 'column',
    gap: type.gap,
    padding: type.padding,
    borderLeft: `${edge}px solid ${strong}`,
    borderRadius: 8 * scale,
    background: palette.surface,
    backgroundImage: `linear-gradient(90deg, ${colorManipulator.alpha(strong, TINT)}, transparent 45%)`,
    color: palette.ink,
    overflow: 'hidden',
  };
  return (
    <article
      style={style}
      aria-label={fullName({ name: metric.name, of: one.panel }, names.isShared)}
      data-wall-tile={one.key}
      data-step={layout.step}
    >
      <Head {...{ one, words, kept, layout, width, color, strong }} />
      <Called {...{ name: metric.name, eyebrow, isLate: lateAlone !== undefined, layout, width }} />
      {layout.actionLines > 0 && (
        <div data-wall="action">
          {layout.hasLabels && <Label size={type.label}>{t('views.wall.do', 'Do')}</Label>}
          <Lines
            text={words.action}
            width={width}
            size={type.action}
            weight={MEDIUM}
            lines={layout.actionLines}
            lineHeight={LINE.action}
            color={words.hasAction ? palette.ink : palette.quiet}
          />
        </div>
      )}
      {layout.chart > 0 && <Chart one={one} width={width} height={layout.chart} />}
      <Foot {...{ words, layout, width }} />
    </article>
  );
});

const BOLD = 700;
const MEDIUM = 500;

/** Above the name: what has to be said of it, else its panel; always its panel where others have the same name. */
function eyebrowOf({ panel }: WallMetric, said: string | undefined, isShared: boolean): string | undefined {
  return isShared && panel !== undefined && said !== undefined ? `${panel} · ${said}` : (said ?? panel);
}

interface CalledProps {
  name: string;
  eyebrow?: string;
  /** The eyebrow says that it is late. */
  isLate: boolean;
  layout: TileLayout;
  width: number;
}

/** What the metric is called. */
function Called({ name, eyebrow, isLate, layout: { type, nameLines }, width }: CalledProps) {
  const { palette, names } = useWallLook();
  return (
    <div>
      {eyebrow && (
        <Lines
          text={eyebrow}
          isName={names.isShared(name)}
          width={width}
          size={type.label}
          weight={isLate ? BOLD : 400}
          lineHeight={LINE.label}
          color={isLate ? palette.ink : palette.quiet}
        />
      )}
      <h3 style={{ margin: 0 }} data-wall="name">
        <Lines
          text={name}
          isName
          width={width}
          size={type.name}
          weight={BOLD}
          lines={nameLines}
          lineHeight={LINE.name}
        />
      </h3>
    </div>
  );
}

interface Room {
  type: TileType;
  width: number;
  scale: number;
  measure: MeasureType;
}

/** How much room the texts of a tile would take. */
function textWants(name: string, { action, owner, taken }: TileWords, { type, width, scale, measure }: Room) {
  const lineCount = (text: string, size: number, weight: number, most: number) =>
    linesOf(text, { width, most, measure: measure(size, weight) });
  const takenWidth = taken ? FOOT_GAP * scale + measure(type.state, MEDIUM)(taken.text) : 0;
  return {
    nameLines: lineCount(name, type.name, BOLD, 2),
    actionLines: lineCount(action, type.action, MEDIUM, 3),
    isTakenApart: taken !== undefined && measure(type.owner, BOLD)(owner) + takenWidth > width,
  };
}

interface HeadProps {
  one: WallMetric;
  words: TileWords;
  kept: ReadonlySet<string>;
  layout: TileLayout;
  width: number;
  color: string;
  strong: string;
}

/** State, how long, and the value against its level. */
function Head({ one: { metric }, words, kept, layout: { type }, color, strong }: HeadProps) {
  const { palette, scale } = useWallLook();
  const line: CSSProperties = {
    display: 'flex',
    alignItems: 'baseline',
    gap: HEAD_GAP * scale,
    whiteSpace: 'nowrap',
    lineHeight: 1,
    minHeight: type.value,
  };
  return (
    <div style={line}>
      <span
        style={{ fontSize: type.state, fontWeight: BOLD, color, display: 'inline-flex', gap: '0.3em' }}
        data-wall="state"
      >
        <span style={{ fontSize: '0.9em', color: strong }}>
          <Glyph badge={badgeOf(metric)} />
        </span>
        {stateWord(t, badgeOf(metric))}
      </span>
      {kept.has('overdue') && (
        <span style={overdueStyle(type.state, color, palette.surface)} data-wall="overdue">
          {words.overdue}
        </span>
      )}
      {kept.has('lasting') && <span style={{ fontSize: type.state, color: palette.quiet }}>{words.lasting}</span>}
      <span style={{ flex: 1 }} />
      {kept.has('level') && <span style={{ fontSize: type.label, color: palette.quiet }}>{words.level}</span>}
      <span style={{ fontSize: type.value, fontWeight: BOLD, fontVariantNumeric: 'tabular-nums' }} data-wall="value">
        {metric.last && metric.format(metric.last.value)}
      </span>
    </div>
  );
}

/** Between the parts of the first line, px at 1920 × 1080. */
const HEAD_GAP = 18;

/** What finds no room in the first line goes whole, the least telling first. */
function headParts({ metric }: WallMetric, words: TileWords, type: TileType, measure: MeasureType): Part[] {
  const value = metric.last && metric.format(metric.last.value);
  const widthOf = (text: string | undefined, size: number, weight: number) => (text ? measure(size, weight)(text) : 0);
  return [
    {
      key: 'state',
      width: widthOf(stateWord(t, badgeOf(metric)), type.state, BOLD) + type.state * 1.2,
      rank: 0,
    },
    { key: 'value', width: widthOf(value, type.value, BOLD), rank: 0 },
    {
      key: 'overdue',
      width: widthOf(words.overdue, type.state, BOLD) * 1.02 + (words.overdue ? type.state : 0),
      rank: 1,
    },
    { key: 'lasting', width: widthOf(words.lasting, type.state, 400), rank: 2 },
    { key: 'level', width: widthOf(words.level, type.label, 400), rank: 3 },
  ];
}

function overdueStyle(size: number, color: string, surface: string): CSSProperties {
  return {
    fontSize: size,
    fontWeight: BOLD,
    color: surface,
    background: color,
    borderRadius: size * 0.15,
    padding: `0.08em 0.4em`,
  };
}

interface FootProps {
  words: TileWords;
  layout: TileLayout;
  width: number;
}

/** Who, and whether somebody has it: on one line, or on two where that would cut one of them. */
function Foot({ words, layout: { type, hasLabels, isTakenApart }, width }: FootProps) {
  const { palette, measure, scale } = useWallLook();
  const { taken } = words;
  const gap = FOOT_GAP * scale;
  const takenWidth = taken ? Math.min(measure(type.state, MEDIUM)(taken.text), isTakenApart ? width : width * 0.5) : 0;
  const ownerWidth = taken && !isTakenApart ? width - takenWidth - gap : width;
  const hasTakenLabel = hasLabels && !isTakenApart && taken?.label;
  const style: CSSProperties = {
    marginTop: 'auto',
    display: 'flex',
    flexDirection: isTakenApart ? 'column-reverse' : 'row',
    alignItems: isTakenApart ? 'flex-start' : 'flex-end',
    columnGap: gap,
    whiteSpace: 'nowrap',
  };
  return (
    <div style={style}>
      <div data-wall="owner">
        {hasLabels && <Label size={type.label}>{t('views.wall.who', 'Who')}</Label>}
        <Lines
          text={words.owner}
          width={ownerWidth}
          size={type.owner}
          weight={BOLD}
          lineHeight={LINE.owner}
          color={words.hasOwner ? palette.ink : palette.quiet}
        />
      </div>
      {taken && (
        <div data-wall="taken" style={{ paddingBottom: isTakenApart ? 0 : type.owner * 0.1 }}>
          {hasTakenLabel && <Label size={type.label}>{taken.label}</Label>}
          <Lines
            text={taken.text}
            width={takenWidth + 1}
            size={type.state}
            weight={MEDIUM}
            lineHeight={LINE.state}
            color={taken.isTaken ? palette.ink : palette.warning}
          />
        </div>
      )}
    </div>
  );
}

/** Between who and whether somebody has it, px at 1920 × 1080. */
const FOOT_GAP = 40;

function Label({ size, children }: { size: number; children: ReactNode }) {
  const { palette } = useWallLook();
  return <div style={{ fontSize: size, lineHeight: LINE.label, color: palette.quiet }}>{children}</div>;
}
