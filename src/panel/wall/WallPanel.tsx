import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useMemo, useState } from 'react';

import { dashboardTitle } from '../../frames/sceneObject';
import type { Wall } from '../../protocol/wall/tellWall';
import { WallTeller } from '../../protocol/wall/tellWall';
import type { WallInput } from '../../protocol/wall/wallInput';
import { WallView } from '../../views/wall/WallView';
import type { ProtocolOptions } from '../options';
import type { ToldSources } from '../sources/TellSources';
import { TellSources } from '../sources/TellSources';
import { readPageMs } from './readPageMs';
import { refreshOf } from './refreshOf';
import { useAwake } from './useAwake';
import { useConnection } from './useConnection';
import { useTrouble } from './useTrouble';
import { wallInput } from './wallInput';

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
  const input = useMemo(() => wallInput(sources), [sources]);
  const wall = useTold(input);
  const { awakeSince, awayMs } = useAwake();
  const { connection, isUpgraded } = useConnection(data.request?.dashboardUID, `${wall.failed} ${awakeSince}`);
  const trouble = useTrouble({
    askedAt: wall.askedAt,
    refreshMs: refreshOf(locationService.getSearchObject().refresh, judgedOnOf(input)),
    awakeSince,
    awayMs,
    connection,
    isUpgraded,
    isLive: wall.isLive,
    failed: wall.failed,
  });
  const dashboard = data.request && (data.request.dashboardTitle ?? dashboardTitle(data.request));
  return (
    <WallView
      wall={wall}
      trouble={trouble}
      title={dashboard ?? panel.replaceVariables(panel.title)}
      timeZone={timeZone}
      now={wall.askedAt ?? awakeSince}
      width={width}
      height={height}
      pageMs={readPageMs(options.wallPage)}
      hasStreams={input.hasStreams}
    />
  );
}

function useTold(input: WallInput): Wall {
  const [teller] = useState(() => new WallTeller());
  return useMemo(() => teller.tell(input), [teller, input]);
}

function judgedOnOf({ panels }: WallInput) {
  const told = panels.find(({ told: one }) => 'protocol' in one && one.protocol.judgedOn.mode === 'fixed')?.told;
  return told && 'protocol' in told ? told.protocol.judgedOn : undefined;
}
