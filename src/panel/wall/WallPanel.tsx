import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useMemo, useState } from 'react';

import { dashboardTitle } from '../../frames/sceneObject';
import type { Told } from '../../protocol/tellProtocol';
import type { Wall } from '../../protocol/wall/tellWall';
import { WallTeller } from '../../protocol/wall/tellWall';
import type { WallInput } from '../../protocol/wall/wallInput';
import { WallView } from '../../views/wall/WallView';
import type { ProtocolOptions } from '../options';
import { readPageMs } from './readPageMs';
import { refreshOf } from './refreshOf';
import { useAwake } from './useAwake';
import { useConnection } from './useConnection';
import { useTrouble } from './useTrouble';
import { useWallInput } from './useWallInput';

interface WallPanelProps {
  panel: PanelProps<ProtocolOptions>;
  told: Told;
}

/** The panel as a wall display. */
export default function WallPanel({ panel, told }: WallPanelProps) {
  const { width, height, timeZone, options, data } = panel;
  const input = useWallInput(told);
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
  const dashboard = data.request && dashboardTitle(data.request);
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
