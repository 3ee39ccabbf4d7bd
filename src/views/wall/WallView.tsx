import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import type { Wall } from '../../protocol/wall/tellWall';
import { restingWall } from '../../protocol/wall/restingWall';
import type { Box } from '../../protocol/wall/box';
import { wallLayout } from '../../protocol/wall/wallLayout';
import { mostPages, shareRound, shownBy } from '../../protocol/wall/stripRound';
import { onPage } from '../../protocol/wall/wallPages';
import type { SoundState } from '../../protocol/wall/wallSound';
import type { WallTrouble } from '../../protocol/wall/wallTrouble';
import { isCurrent } from '../../protocol/wall/wallTrouble';
import { restsUntil } from '../../words/wall/restWords';
import { Foot } from './Foot';
import { Frozen } from './Frozen';
import { Header } from './Header';
import { restingPalette, wallPalette } from './palette';
import { Resting } from './Resting';
import { Strip } from './Strip';
import { Tile } from './Tile';
import { Trouble } from './Trouble';
import { useLook } from './useLook';
import { usePages } from './usePages';
import { useRoundOrder } from './useRoundOrder';
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
  /** Until when it rests, epoch ms: it is dark then, with a clock and what is critical. Undefined: it does not. */
  restsUntil?: number;
  /** How it stands with its sound; undefined where none is asked for. */
  sound?: SoundState;
}

/** The wall display: what fires, what to do and who, large; the rest small; and nothing that was not proved. */
export function WallView(props: WallViewProps) {
  const { trouble, title, timeZone, now, width, height, pageMs, hasStreams, sound, restsUntil: until } = props;
  const theme = useTheme2();
  const isResting = until !== undefined;
  const palette = useMemo(() => (isResting ? restingPalette() : wallPalette(theme)), [isResting, theme]);
  const wall = useMemo(() => (isResting ? restingWall(props.wall) : props.wall), [isResting, props.wall]);
  const hasTrouble = trouble !== undefined;
  const counts = { firing: wall.firing.length, cells: wall.strip.length, unjudged: wall.unjudged };
  const layout = useMemo(
    () =>
      wallLayout(
        { width, height },
        { firing: counts.firing, cells: counts.cells, unjudged: counts.unjudged, hasTrouble }
      ),
    [width, height, counts.firing, counts.cells, counts.unjudged, hasTrouble]
  );
  const most = mostPages(pageMs);
  const tiles = shareRound(wall.firing.length, layout.tiles.length, wall.firing.length, most);
  const cells = shareRound(wall.strip.length, layout.cells.length, wall.unjudged, most);
  const left = wall.strip.length - shownBy(cells, wall.strip.length);
  const of = Math.max(tiles.pages, cells.pages);
  const pages = usePages(of, pageMs, wall.firing.map(({ key }) => key).join());
  const look = useLook({ wall, palette, scale: layout.scale, timeZone, now });
  const firing = onPage(wall.firing, tiles, pages.page);
  const ordered = useRoundOrder(wall.strip, left > 0 ? pages.round : undefined);
  const strip = onPage(ordered, cells, pages.page);
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
        {(!isResting || wall.firing.length > 0) && <Header wall={wall} title={title} box={layout.header} fade={fade} />}
        {trouble && layout.trouble && <Trouble trouble={trouble} box={layout.trouble} />}
        <div style={{ filter: fade }} data-wall-current={fade === undefined}>
          {layout.whole &&
            (isResting ? (
              <Resting
                wall={wall}
                until={until}
                isCurrent={fade === undefined}
                box={hasTrouble ? layout.whole : withHeader(layout.whole, layout.header)}
              />
            ) : (
              <Whole wall={wall} box={layout.whole} isCurrent={fade === undefined} />
            ))}
          {firing.map((one, place) => (
            <Tile key={one.key} one={one} box={layout.tiles[place]} />
          ))}
          <Strip items={strip} boxes={layout.cells} isDense={layout.isDense} />
        </div>
        <Foot
          box={layout.foot}
          pages={{ ...pages, of, ms: pageMs }}
          note={noteOf({
            rest: isResting && wall.firing.length > 0 ? restsUntil(t, until, look.times) : undefined,
            firing: wall.firing.length - firing.length,
            others: wall.strip.length - strip.length,
            left,
            hasStreams,
          })}
          notices={noticesAtFoot(wall)}
          sound={sound}
        />
        <Frozen />
      </div>
    </WallLookContext.Provider>
  );
}

/** Where nothing is in breach the whole says what is not on the wall. */
function noticesAtFoot({ mood, notices }: Wall): Wall['notices'] {
  return mood === 'quiet' ? notices.filter(({ kind }) => kind !== 'notShown') : notices;
}

/** What is not known to be of now has no colour. */
const FADED = 'grayscale(1)';

/** All of the height above the foot. */
function withHeader(whole: Box, header: Box): Box {
  return { ...whole, y: header.y, height: whole.y + whole.height - header.y };
}

interface Noted {
  rest?: string;
  firing: number;
  others: number;
  /** How many of the others are on no page. */
  left: number;
  hasStreams?: boolean;
}

function noteOf({ rest, firing, others, left, hasStreams }: Noted): string {
  return [
    rest,
    firing > 0 && t('views.wall.firing-not-shown', '{{n}} in breach not on this page', { n: firing }),
    others > 0 && othersWords(others, left),
    hasStreams && t('views.wall.streams', 'Streams move at each refresh'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function othersWords(n: number, left: number): string {
  return left > 0
    ? t('views.wall.others-left-out', '{{n}} more not on this page, {{left}} normal ones on no page', { n, left })
    : t('views.wall.others-not-shown', '{{n}} more not on this page', { n });
}
