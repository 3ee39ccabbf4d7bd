import type { PanelProps } from '@grafana/data';
import type { ReactNode } from 'react';
import { useMemo } from 'react';

import type { Host } from '../chart/hostPlugin';
import type { MetricProtocol } from '../protocol/protocol';
import { NOTICE_HEIGHT } from '../views/notices/noticeHeight';
import { PanelChart } from './PanelChart';
import type { ProtocolOptions } from './options';
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
  return (
    <>
      {children}
      <PanelChart
        panel={shown}
        host={host}
        metrics={NO_METRICS}
        alone={false}
        span={span}
        size={{ width: panel.width, height: Math.max(0, panel.height - NOTICE_HEIGHT) }}
      />
    </>
  );
}

const NO_METRICS: readonly MetricProtocol[] = [];
