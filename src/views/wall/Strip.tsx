import type { CSSProperties } from 'react';
import { memo } from 'react';

import { t } from '../../locales/t';
import type { StripItem } from '../../protocol/wall/tellWall';
import type { Box } from '../../protocol/wall/box';
import type { CellWords } from '../../words/wall/stripWords';
import { fullName } from '../../words/wall/nameWords';
import { cellWords } from '../../words/wall/stripWords';
import { Glyph } from '../card/Glyph';
import { keepParts } from './keepParts';
import { Lines } from './Lines';
import { placed } from './placed';
import { strongColor, toneColor } from './palette';
import { useWallLook } from './wallContext';

interface StripProps {
  items: readonly StripItem[];
  boxes: readonly Box[];
  isDense: boolean;
}

/** What does not fire: what can't be judged first, then what is on its way, then what is normal. */
export function Strip({ items, boxes, isDense }: StripProps) {
  return (
    <ul aria-label={t('views.wall.strip', 'Not in breach')} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {items.map((item, place) => (
        <Cell key={keyOf(item, place)} item={item} box={boxes[place]} isDense={isDense} />
      ))}
    </ul>
  );
}

function keyOf(item: StripItem, place: number): string | number {
  return item.kind === 'metric' ? item.of.key : place;
}

interface CellProps {
  item: StripItem;
  box: Box;
  isDense: boolean;
}

/** Px at 1920 × 1080: the least type of a wall. */
const SIZES = { name: 26, value: 38, mark: 26, padding: 16, edge: 4, gap: 10 } as const;

const Cell = memo(function Cell({ item, box, isDense }: CellProps) {
  const { palette, scale, times, names } = useWallLook();
  const words = cellWords(t, item, times);
  const name = fullName(words, names.isShared);
  const isNormal = words.badge === 'normal' && words.mark === undefined;
  const color = toneColor(palette, words.badge);
  const isSolid = isNormal || words.badge === 'pending' || words.badge === 'recovering';
  const style: CSSProperties = {
    ...placed(box),
    padding: `0 ${SIZES.padding * scale}px`,
    borderRadius: 6 * scale,
    borderBottom: `${SIZES.edge * scale}px ${isSolid ? 'solid' : 'dashed'} ${strongColor(palette, words.badge)}`,
    background: palette.surface,
    color: palette.quiet,
    overflow: 'hidden',
    display: 'flex',
    flexDirection: isDense ? 'row' : 'column',
    justifyContent: isDense ? 'space-between' : 'center',
    alignItems: isDense ? 'center' : 'stretch',
    gap: isDense ? SIZES.gap * scale : 0,
  };
  const inner = box.width - 2 * SIZES.padding * scale;
  return (
    <li style={style} data-wall-cell={words.badge}>
      {isDense ? (
        <DenseCell {...{ words, name, inner, color, isNormal }} />
      ) : (
        <TallCell {...{ words, name, inner, color, isNormal }} />
      )}
    </li>
  );
});

interface InnerProps {
  words: CellWords;
  /** With what it is of where others have the same. */
  name: string;
  inner: number;
  color: string;
  isNormal: boolean;
}

function TallCell({ words, name, inner, color, isNormal }: InnerProps) {
  const { palette, measure, scale } = useWallLook();
  const [nameSize, valueSize, markSize] = [SIZES.name * scale, SIZES.value * scale, SIZES.mark * scale];
  const value = words.value ?? '';
  const mark = words.mark ?? '';
  const kept = keepParts(
    [
      { key: 'mark', width: mark ? measure(markSize, 500)(mark) + markSize * 1.2 : 0, rank: 0 },
      { key: 'value', width: value ? measure(valueSize, 600)(value) : 0, rank: 1 },
    ],
    inner,
    SIZES.gap * scale
  );
  return (
    <>
      <Lines text={name} width={inner} size={nameSize} lineHeight={1.2} isName />
      <div
        style={{
          display: 'flex',
          alignItems: 'baseline',
          gap: SIZES.gap * scale,
          whiteSpace: 'nowrap',
          lineHeight: 1.15,
        }}
      >
        {kept.has('value') && <Value words={words} size={valueSize} isNormal={isNormal} />}
        {mark && (
          <Mark
            {...{ words, color }}
            size={markSize}
            width={inner - (kept.has('value') ? measure(valueSize, 600)(value) + SIZES.gap * scale : 0)}
          />
        )}
        {!value && !mark && <span style={{ fontSize: valueSize, color: palette.quiet }}>–</span>}
      </div>
    </>
  );
}

function DenseCell({ words, name, inner, color, isNormal }: InnerProps) {
  const { measure, scale } = useWallLook();
  const [nameSize, valueSize] = [SIZES.name * scale, SIZES.mark * scale];
  const side = words.mark ?? words.value ?? '';
  const sideWidth = Math.min(inner * 0.55, measure(valueSize, 600)(side) + (words.mark ? valueSize * 1.2 : 0));
  return (
    <>
      <Lines text={name} width={inner - sideWidth - SIZES.gap * scale} size={nameSize} lineHeight={1.2} isName />
      {words.mark ? (
        <Mark {...{ words, color }} size={valueSize} width={sideWidth} />
      ) : (
        <Value words={words} size={valueSize} isNormal={isNormal} />
      )}
    </>
  );
}

function Value({ words, size, isNormal }: { words: CellWords; size: number; isNormal: boolean }) {
  const { palette } = useWallLook();
  const color = isNormal || words.badge === 'pending' || words.badge === 'recovering' ? palette.ink : palette.quiet;
  return (
    <span style={{ fontSize: size, fontWeight: 600, color, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {words.value}
    </span>
  );
}

function Mark({ words, size, width, color }: { words: CellWords; size: number; width: number; color: string }) {
  return (
    <span
      style={{
        display: 'inline-flex',
        gap: '0.3em',
        alignItems: 'baseline',
        color,
        fontSize: size,
        whiteSpace: 'nowrap',
      }}
    >
      <span style={{ fontSize: '0.85em' }}>
        <Glyph badge={words.badge} />
      </span>
      <Lines
        text={words.mark ?? ''}
        width={Math.max(0, width - size * 1.15)}
        size={size}
        weight={500}
        lineHeight={1.15}
      />
    </span>
  );
}
