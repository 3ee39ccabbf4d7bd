import type { PanelProps } from '@grafana/data';

import { MarkedChart } from '../chart/MarkedChart';
import type { Host } from '../chart/hostPlugin';
import type { RecordMarks } from '../chart/recordMarks';
import type { Span } from '../evaluation/evaluation';
import { t } from '../locales/t';
import type { MetricProtocol } from '../protocol/protocol';
import { hasChanged } from '../protocol/versions';
import type { ChartSize } from '../views/layouts/layoutProps';
import type { Attention } from '../views/layouts/useAttention';
import { lateValue } from '../views/parts/lateValue';
import { PartBoundary } from '../views/parts/PartBoundary';
import type { ProtocolOptions } from './options';
import { readChartOptions } from './takenOver';

// Said over the plot, which is there before it: without it the chart is whole, too.
const useOverChart = lateValue(() =>
  import(/* webpackChunkName: "over-chart" */ '../chart/OverChart').then((module) => module.OverChart)
);

/** With the words of everything that a rule may say: loaded where one has changed. */
const useChangeNotes = lateValue(() =>
  import(/* webpackChunkName: "changes" */ '../chart/changeNotes').then((module) => module.changeNotes)
);

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
  /** At which of the metrics a person looks. */
  attention?: Attention;
  /** What is on the record. */
  marks?: RecordMarks;
}

/** The host chart, which costs only itself when it fails; nothing where the visualization is under way or missing. */
export function PanelChart({ panel, host, metrics, alone, span, size, attention, marks }: PanelChartProps) {
  const { value: Over } = useOverChart(true);
  const { value: changeNotes } = useChangeNotes(metrics.some(hasChanged));
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
        Over={Over}
        changeNotes={changeNotes}
        records={marks}
        {...attention}
        {...size}
      />
    </PartBoundary>
  ) : null;
}
