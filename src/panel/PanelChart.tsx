import type { PanelProps } from '@grafana/data';

import { MarkedChart } from '../chart/MarkedChart';
import type { Host } from '../chart/hostPlugin';
import type { Span } from '../evaluation/evaluation';
import { t } from '../locales/t';
import type { MetricProtocol } from '../protocol/protocol';
import type { ChartSize } from '../views/layouts/layoutProps';
import { PartBoundary } from '../views/parts/PartBoundary';
import type { ProtocolOptions } from './options';
import { readChartOptions } from './takenOver';

interface PanelChartProps {
  /** As the host chart needs it (see `useShown`). */
  panel: PanelProps<ProtocolOptions>;
  host: Host;
  /** The metrics whose breaches and levels are marked. */
  metrics: readonly MetricProtocol[];
  /** Draw these metrics and no others of the panel's data. */
  alone: boolean;
  span: Span;
  size: ChartSize;
}

/** The host chart, which costs only itself when it fails; nothing where the visualization is under way or missing. */
export function PanelChart({ panel, host, metrics, alone, span, size }: PanelChartProps) {
  return host.kind === 'ready' ? (
    <PartBoundary what={t('chart.part', 'The chart')} of={panel.data}>
      <MarkedChart
        plugin={host.plugin}
        can={host.can}
        panel={panel}
        options={readChartOptions(panel.options.chart)}
        metrics={metrics}
        alone={alone}
        span={span}
        {...size}
      />
    </PartBoundary>
  ) : null;
}
