import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import type { Wall } from '../../protocol/wall/tellWall';
import { wallLayout } from '../../protocol/wall/wallLayout';
import { onPage, sharePlaces } from '../../protocol/wall/wallPages';
import type { WallTrouble } from '../../protocol/wall/wallTrouble';
import { isCurrent } from '../../protocol/wall/wallTrouble';
import { MINUTE } from '../../time/units';
import { Foot } from './Foot';
import { Frozen } from './Frozen';
import { Header } from './Header';
import { wallPalette } from './palette';
import { Strip } from './Strip';
import { Tile } from './Tile';
import { Trouble } from './Trouble';
import { useMeasure } from './useMeasure';
import { usePages } from './usePages';
import type { WallLook } from './wallContext';
import { WallLookContext } from './wallContext';
import { Whole } from './Whole';

interface WallViewProps {
  wall: Wall;
  trouble?: WallTrouble;
  title: string;
  timeZone: string;
  /** Epoch ms: what words of time are told against. */
  now: number;
  /** Of the container, px. */
  width: number;
  height: number;
  /** How long a page is shown, ms. */
  pageMs: number;
  /** Some of it are streams. */
  hasStreams?: boolean;
}

/** The wall display: what fires, what to do and who, large; the rest small; and nothing that was not proved. */
export function WallView({ wall, trouble, title, timeZone, now, width, height, pageMs, hasStreams }: WallViewProps) {
  const theme = useTheme2();
  const palette = useMemo(() => wallPalette(theme), [theme]);
  const measure = useMeasure();
  const hasTrouble = trouble !== undefined;
  const counts = { firing: wall.firing.length, cells: wall.strip.length };
  const layout = useMemo(
    () => wallLayout({ width, height }, { firing: counts.firing, cells: counts.cells, hasTrouble }),
    [width, height, counts.firing, counts.cells, hasTrouble]
  );
  const tiles = sharePlaces(wall.firing.length, layout.tiles.length, wall.firing.length);
  const cells = sharePlaces(wall.strip.length, layout.cells.length, wall.unjudged);
  const of = Math.max(tiles.pages, cells.pages);
  const pages = usePages(of, pageMs, wall.firing.map(({ key }) => key).join());
  const minute = Math.floor(now / MINUTE);
  const { scale } = layout;
  const look = useMemo(
    (): WallLook => ({ palette, measure, scale, timeZone, times: timeWords(t, { timeZone, now: minute * MINUTE }) }),
    [palette, measure, scale, timeZone, minute]
  );
  const firing = onPage(wall.firing, tiles, pages.page);
  const strip = onPage(wall.strip, cells, pages.page);
  const fade = isCurrent(trouble) ? undefined : FADED;
  return (
    <WallLookContext.Provider value={look}>
      <div
        style={{
          position: 'relative',
          width,
          height,
          background: palette.ground,
          overflow: 'hidden',
          fontFamily: theme.typography.fontFamily,
          letterSpacing: 'normal',
        }}
        data-testid="protocol-wall"
      >
        <Header wall={wall} title={title} box={layout.header} />
        {trouble && layout.trouble && <Trouble trouble={trouble} box={layout.trouble} />}
        <div style={{ filter: fade }} data-wall-current={fade === undefined}>
          {layout.whole && <Whole wall={wall} box={layout.whole} />}
          {firing.map((one, place) => (
            <Tile key={one.key} one={one} box={layout.tiles[place]} />
          ))}
          <Strip items={strip} boxes={layout.cells} isDense={layout.isDense} />
        </div>
        <Foot
          box={layout.foot}
          pages={{ ...pages, of, ms: pageMs }}
          note={noteOf({
            firing: wall.firing.length - firing.length,
            others: wall.strip.length - strip.length,
            hasStreams,
          })}
        />
        <Frozen />
      </div>
    </WallLookContext.Provider>
  );
}

/** What is not known to be of now has no colour. */
const FADED = 'grayscale(1)';

function noteOf({ firing, others, hasStreams }: { firing: number; others: number; hasStreams?: boolean }): string {
  return [
    firing > 0 && t('views.wall.firing-not-shown', '{{n}} in breach not on this page', { n: firing }),
    others > 0 && t('views.wall.others-not-shown', '{{n}} others not on this page', { n: others }),
    hasStreams && t('views.wall.streams', 'Streams move at each refresh'),
  ]
    .filter(Boolean)
    .join(' · ');
}
