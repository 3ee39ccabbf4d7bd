import type { PanelProps } from '@grafana/data';
import type { ReactNode } from 'react';
import { useMemo } from 'react';

import { MarkedChart } from '../chart/MarkedChart';
import type { Host } from '../chart/hostPlugin';
import { t } from '../locales/t';
import type { MetricProtocol } from '../protocol/protocol';
import { NOTICE_HEIGHT } from '../views/notices/noticeStyle';
import { PartBoundary } from '../views/parts/PartBoundary';
import type { ProtocolOptions } from './options';
import { readChartOptions } from './takenOver';
import { useShown } from './useShown';

interface ChartAloneProps {
  panel: PanelProps<ProtocolOptions>;
  host: Host;
  /** Why nothing is judged, as high as a notice. */
  children: ReactNode;
}

/** The chart without rules, where there is nothing to judge, or nobody knows by what. */
export function ChartAlone({ panel, host, children }: ChartAloneProps) {
  const shown = useShown(panel, host);
  const { timeRange } = panel.data;
  const span = useMemo(() => ({ from: timeRange.from.valueOf(), to: timeRange.to.valueOf() }), [timeRange]);
  const height = Math.max(0, panel.height - NOTICE_HEIGHT);
  return (
    <>
      {children}
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
