import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useMemo, useState } from 'react';

import { dashboardTitle } from '../../frames/sceneObject';
import { LastAnswered } from '../../protocol/wall/lastAnswered';
import type { Wall } from '../../protocol/wall/tellWall';
import { WallTeller } from '../../protocol/wall/tellWall';
import type { WallInput } from '../../protocol/wall/wallInput';
import { isCurrent } from '../../protocol/wall/wallTrouble';
import { WallView } from '../../views/wall/WallView';
import type { ProtocolOptions } from '../options';
import type { ToldSources } from '../sources/TellSources';
import { TellSources } from '../sources/TellSources';
import { boxOf } from '../responses/browserTools';
import { readHours } from './readHours';
import { readPageMs } from './readPageMs';
import { refreshOf } from './refreshOf';
import { useAwake } from './useAwake';
import type { Server } from './useConnection';
import { useConnection } from './useConnection';
import { useTrouble } from './useTrouble';
import { useRest } from './useRest';
import { useReturn } from './useReturn';
import { useSound } from './useSound';
import { wallInput } from './wallInput';
import { wallTitle } from './wallTitle';

/** The panel as a wall display: of its own queries, and of the panels that they name. */
export default function WallPanel(panel: PanelProps<ProtocolOptions>) {
  return <TellSources panel={panel}>{(sources) => <WallOf panel={panel} sources={sources} />}</TellSources>;
}

interface WallOfProps {
  panel: PanelProps<ProtocolOptions>;
  sources: ToldSources;
}

function WallOf({ panel, sources }: WallOfProps) {
  const { width, height, timeZone, options, data } = panel;
  const { hours, problem } = useMemo(() => readHours(options.wallHours), [options.wallHours]);
  const input = useMemo(() => ({ ...wallInput(sources), badHours: problem }), [sources, problem]);
  const restsUntil = useRest(hours);
  const { awakeSince, awayMs } = useAwake();
  const [doubt, setDoubt] = useState('');
  const server = useConnection(data.request?.dashboardUID, `${doubt} ${awakeSince}`);
  const told = useTold(input, server);
  const doubtNow = `${told.failed} ${told.unprovedAt ?? ''}`;
  if (doubtNow !== doubt) {
    setDoubt(doubtNow);
  }
  const connection = useReturn(server, { wall: told, awakeSince, request: data.request });
  const wall = useLastAnswered(told, connection.kind === 'reached' && told.unprovedAt === undefined);
  const trouble = useTrouble({
    askings: wall.askings,
    answeredAt: wall.answeredAt,
    refreshMs: refreshOf(locationService.getSearchObject().refresh),
    awakeSince,
    awayMs,
    connection,
    isUpgraded: server.isUpgraded,
    isLive: wall.isLive,
    failed: wall.failed,
    isAwaited: wall.isAwaited,
  });
  const sound = useSound({
    wall,
    isCurrent: isCurrent(trouble),
    isOn: options.wallSound === true,
    isQuiet: restsUntil !== undefined,
    name: `${boxOf(data.request?.dashboardUID ?? '')}.${panel.id}`,
  });
  const title = wallTitle(
    panel.replaceVariables(panel.title),
    data.request && dashboardTitle(data.request),
    wall.notShown.length > 0
  );
  return (
    <WallView
      wall={wall}
      trouble={trouble}
      title={title}
      timeZone={timeZone}
      now={wall.askedAt ?? awakeSince}
      width={width}
      height={height}
      pageMs={readPageMs(options.wallPage)}
      hasStreams={input.hasStreams}
      restsUntil={restsUntil}
      sound={sound}
    />
  );
}

function useTold(input: WallInput, { connection, back, reachedAt }: Server): Wall {
  const [teller] = useState(() => new WallTeller());
  const from = back?.at ?? -Infinity;
  const to = (connection.kind === 'reached' ? reachedAt : undefined) ?? -Infinity;
  return useMemo(() => teller.tell(input, { from, to }), [teller, input, from, to]);
}

function useLastAnswered(wall: Wall, isReached: boolean): Wall {
  const [last] = useState(() => new LastAnswered());
  return useMemo(() => last.of(wall, isReached), [last, wall, isReached]);
}
