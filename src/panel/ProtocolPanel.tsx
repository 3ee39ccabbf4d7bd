import type { PanelData, PanelProps } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { useEffect } from 'react';

import { t } from '../locales/t';
import { noticeOfNothing } from '../protocol/notices';
import { ErrorFace, LoadingFace } from '../views/faces/Faces';
import { Notices } from '../views/notices/lateNotices';
import { latePart } from '../views/parts/latePart';
import { FailedPart } from '../views/parts/FailedPart';
import { ChartAlone } from './ChartAlone';
import { ProtocolView } from './ProtocolView';
import type { ProtocolOptions } from './options';
import { useResponses } from './responses/useResponses';
import { isPartial } from './stream';
import { useSheets } from './sheets/useSheets';
import { readTakenOver } from './takenOver';
import { useHost } from './useHost';
import { useProtocol } from './useProtocol';
import { usePublishedPanel } from './usePublishedPanel';

const Wall = latePart(() => import(/* webpackChunkName: "wall" */ './wall/WallPanel'), {
  what: () => t('panel.wall.part', 'The wall'),
  isFar: true,
});

const EmptyFace = latePart(() => import(/* webpackChunkName: "notices" */ '../views/faces/EmptyFace'), {
  what: () => t('panel.empty.part', 'What is missing'),
  waiting: () => <LoadingFace />,
});

const Handover = latePart(() => import(/* webpackChunkName: "handover" */ './handover/HandoverPanel'), {
  what: () => t('panel.handover.part', 'The handover'),
});

/** The panel as Grafana sees it: props -> protocol -> view. */
export function ProtocolPanel(props: PanelProps<ProtocolOptions>) {
  const { layout } = props.options;
  const View = layout === 'wall' ? Wall : layout === 'handover' ? Handover : MetricsPanel;
  return <View {...props} />;
}

/** The panel with the metrics of its own queries. */
function MetricsPanel(props: PanelProps<ProtocolOptions>) {
  const { data, options } = props;
  const { panel, sheets, reader } = useSheets(props);
  const { read: responses, recorder, records } = useResponses(panel);
  const told = useProtocol(panel, sheets, responses);
  const tell = records?.tell;
  useEffect(() => tell?.(told), [tell, told]);
  usePublishedPanel(panel, told);
  const host = useHost(readTakenOver(options.takenOver)?.pluginId);
  if (reader.hasFailed) {
    return (
      <ChartAlone panel={panel} host={host}>
        <FailedPart
          what={t('panel.sheets.part', 'The rules')}
          isTriedAgain={reader.tries > 0}
          onTryAgain={reader.tryAgain}
        />
      </ChartAlone>
    );
  }
  if ('protocol' in told && !sheets.awaited) {
    return <ProtocolView panel={panel} {...told} host={host} recorder={recorder} records={records} />;
  }
  if ('protocol' in told || isUnderWay(data) || told.awaited) {
    return <LoadingFace />;
  }
  if (told.errors.length > 0) {
    return <ErrorFace errors={told.errors} />;
  }
  if (told.nothing === 'nothingToJudge') {
    return (
      <ChartAlone panel={panel} host={host}>
        <Notices notices={[noticeOfNothing({ isChartMissing: host.kind === 'missing' })]} />
      </ChartAlone>
    );
  }
  const hasQueries = (data.request?.targets.length ?? 0) > 0;
  return <EmptyFace reason={hasQueries ? told.nothing : 'noQueries'} />;
}

function isUnderWay(data: PanelData): boolean {
  return data.state === LoadingState.Loading || isPartial(data);
}
