import type { PanelProps } from '@grafana/data';
import { useMemo } from 'react';

import { MarkedChart } from '../chart/MarkedChart';
import type { Host } from '../chart/hostPlugin';
import { t } from '../locales/t';
import type { MetricProtocol } from '../protocol/protocol';
import { NOTICE_HEIGHT } from '../views/notices/noticeStyle';
import { FailedPart } from '../views/parts/FailedPart';
import { PartBoundary } from '../views/parts/PartBoundary';
import type { ProtocolOptions } from './options';
import { readChartOptions } from './takenOver';
import { useShown } from './useShown';

interface Props {
  panel: PanelProps<ProtocolOptions>;
  host: Host;
  isTriedAgain: boolean;
  onTryAgain: () => void;
}

/** The chart without rules, where what reads them could not be loaded: nobody knows what to judge by, so nothing is. */
export function ChartAlone({ panel, host, isTriedAgain, onTryAgain }: Props) {
  const shown = useShown(panel, host);
  const { timeRange } = panel.data;
  const span = useMemo(() => ({ from: timeRange.from.valueOf(), to: timeRange.to.valueOf() }), [timeRange]);
  const height = Math.max(0, panel.height - NOTICE_HEIGHT);
  return (
    <>
      <FailedPart what={t('panel.sheets.part', 'The rules')} isTriedAgain={isTriedAgain} onTryAgain={onTryAgain} />
      {host.kind === 'ready' && (
        <PartBoundary what={t('chart.part', 'The chart')} of={shown.data}>
          <MarkedChart
            plugin={host.plugin}
            can={host.can}
            panel={shown}
            options={readChartOptions(panel.options.chart)}
            metrics={NO_METRICS}
            alone={false}
            span={span}
            width={panel.width}
            height={height}
          />
        </PartBoundary>
      )}
    </>
  );
}

const NO_METRICS: readonly MetricProtocol[] = [];
