import { colorManipulator } from '@grafana/data';
import type { CSSProperties, ReactNode } from 'react';
import { memo } from 'react';

import { t } from '../../locales/t';
import { linesOf } from '../../protocol/wall/cutText';
import type { TileLayout, TileType, TileWants } from '../../protocol/wall/tileLayout';
import { LINE, tileLayout } from '../../protocol/wall/tileLayout';
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
  const isShared = names.isShared(metric.name);
  const said = saidOf(one, words.note, isShared);
  const innerWidth = (type: TileType) => Math.floor(box.width - edge - 2 * type.padding);
  const layout = tileLayout(box, scale, (type) => ({
    ...textWants(metric.name, words, { type, width: innerWidth(type), scale, measure }),
    hasChart: one.drawn !== undefined,
    hasPanel: [words.overdue, words.level, said].some((part) => part !== undefined),
    isSaidApart:
      (isShared || words.note !== undefined) &&
      !fitsBeside(said, words, { type, width: innerWidth(type), scale, measure }),
  }));
  const { type } = layout;
  const width = innerWidth(type);
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
      <Head {...{ one, words, layout, width, color, strong }} />
      <Called {...{ name: metric.name, words, said, layout, width, color }} />
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
function saidOf({ panel }: WallMetric, note: string | undefined, isShared: boolean): string | undefined {
  return isShared && panel !== undefined && note !== undefined ? `${panel} · ${note}` : (note ?? panel);
}

interface CalledProps {
  name: string;
  words: TileWords;
  /** What is said of it, or its panel. */
  said?: string;
  layout: TileLayout;
  width: number;
  color: string;
}

/** Whether it is overdue and at which level one acts; what is said of it; and what the metric is called. */
function Called({ name, words, said, layout, width, color }: CalledProps) {
  const { palette, names, scale, measure } = useWallLook();
  const { type, nameLines, isSaidApart } = layout;
  const room = { type, width, scale, measure };
  const beside = besideWidth(words, room);
  const line = (saidWidth: number) => (
    <Lines
      text={said ?? ''}
      isName={names.isShared(name)}
      width={saidWidth}
      size={type.label}
      lineHeight={LINE.label}
      color={palette.quiet}
    />
  );
  const row: CSSProperties = {
    display: 'flex',
    alignItems: 'baseline',
    gap: HEAD_GAP * scale,
    whiteSpace: 'nowrap',
    fontSize: type.label,
    lineHeight: LINE.label,
  };
  return (
    <div>
      {(words.overdue || words.level || said) && (
        <div style={row}>
          {words.overdue && (
            <span style={overdueStyle(type.label, color, palette.surface)} data-wall="overdue">
              {words.overdue}
            </span>
          )}
          {said && !isSaidApart && beside >= LEAST_SAID * type.label && line(beside)}
          <span style={{ flex: 1 }} />
          {words.level && (
            <span style={{ color: palette.quiet }} data-wall="level">
              {words.level}
            </span>
          )}
        </div>
      )}
      {said && isSaidApart && line(width)}
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

/** Less than this of it says nothing, of its size. */
const LEAST_SAID = 4;

/** What is left for what is said of a metric beside its being overdue and its level, px. */
function besideWidth({ overdue, level }: TileWords, { type, width, scale, measure }: Room): number {
  const gap = HEAD_GAP * scale;
  const overdueWidth = overdue ? measure(type.label, BOLD)(overdue) * 1.02 + type.label + gap : 0;
  const levelWidth = level ? measure(type.label, 400)(level) * 1.02 + 2 * gap : gap;
  return width - overdueWidth - levelWidth;
}

function fitsBeside(said: string | undefined, words: TileWords, room: Room): boolean {
  return said === undefined || room.measure(room.type.label, 400)(said) <= besideWidth(words, room);
}

interface Room {
  type: TileType;
  width: number;
  scale: number;
  measure: MeasureType;
}

/** How much room the texts of a tile would take. */
function textWants(
  name: string,
  { action, owner, taken }: TileWords,
  { type, width, scale, measure }: Room
): Pick<TileWants, 'nameLines' | 'actionLines' | 'ownerLines' | 'isTakenApart'> {
  const lineCount = (text: string, size: number, weight: number, most: number, within = width) =>
    linesOf(text, { width: within, most, measure: measure(size, weight) });
  const ownerIn = (within: number) => lineCount(owner, type.owner, BOLD, 3, within);
  const takenWidth = taken ? measure(type.state, MEDIUM)(taken.text) : 0;
  const beside = taken && takenWidth <= width / 2 ? width - takenWidth - FOOT_GAP * scale : width;
  const isTooWide = taken !== undefined && beside === width && takenWidth + measure(type.owner, BOLD)(owner) > width;
  const alone = ownerIn(width);
  const isTakenApart = taken !== undefined && (isTooWide || ownerIn(beside) > alone);
  return {
    nameLines: lineCount(name, type.name, BOLD, 2),
    actionLines: lineCount(action, type.action, MEDIUM, 3),
    ownerLines: Math.min(2, alone),
    isTakenApart,
  };
}

interface HeadProps {
  one: WallMetric;
  words: TileWords;
  layout: TileLayout;
  width: number;
  color: string;
  strong: string;
}

/** State, how long, and the value, with its date where it is not of now. */
function Head({ one, words, layout: { type }, width, color, strong }: HeadProps) {
  const { palette, scale, measure } = useWallLook();
  const { metric } = one;
  const kept = keepParts(headParts(one, words, type, measure), width, HEAD_GAP * scale);
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
      {kept.has('lasting') && <span style={{ fontSize: type.state, color: palette.quiet }}>{words.lasting}</span>}
      <span style={{ flex: 1 }} />
      <span style={{ fontSize: type.value, fontWeight: BOLD, fontVariantNumeric: 'tabular-nums' }} data-wall="value">
        {metric.last && metric.format(metric.last.value)}
      </span>
      {kept.has('dated') && <span style={{ fontSize: type.label, color: palette.quiet }}>{words.dated}</span>}
    </div>
  );
}

/** Between the parts of a line, px at 1920 × 1080. */
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
    { key: 'dated', width: widthOf(words.dated, type.label, 400), rank: 1 },
    { key: 'lasting', width: widthOf(words.lasting, type.state, 400), rank: 2 },
  ];
}

function overdueStyle(size: number, color: string, surface: string): CSSProperties {
  return {
    fontSize: size,
    fontWeight: BOLD,
    color: surface,
    background: color,
    borderRadius: size * 0.15,
    padding: `0 0.4em`,
  };
}

interface FootProps {
  words: TileWords;
  layout: TileLayout;
  width: number;
}

/** Who, and whether somebody has it: on one line, or on two where that would cut one of them. */
function Foot({ words, layout: { type, hasLabels, ownerLines, isTakenApart }, width }: FootProps) {
  const { palette, measure, scale } = useWallLook();
  const { taken } = words;
  const gap = FOOT_GAP * scale;
  const takenWidth = taken ? Math.min(measure(type.state, MEDIUM)(taken.text), isTakenApart ? width : width * 0.5) : 0;
  const ownerWidth = taken && !isTakenApart ? width - takenWidth - gap : width;
  const hasTakenLabel = hasLabels && !isTakenApart && taken?.label;
  const style: CSSProperties = {
    marginTop: 'auto',
    display: 'flex',
    flexDirection: isTakenApart ? 'column' : 'row',
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
          lines={ownerLines}
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
