import type { PanelProps } from '@grafana/data';
import { useMemo } from 'react';

import { belongTogether } from '../chart/belongTogether';
import { MarkedChart } from '../chart/MarkedChart';
import type { Host } from '../chart/hostPlugin';
import { t } from '../locales/t';
import type { Span } from '../evaluation/evaluation';
import type { MetricProtocol, Protocol } from '../protocol/protocol';
import { hasFindings } from '../protocol/sheetFindings';
import { Cards } from '../views/list/Cards';
import { ChartWithList } from '../views/layouts/ChartWithList';
import { CannotJudgeNotice, cannotJudgeOn } from '../views/notices/CannotJudgeNotice';
import { CoverageButton } from '../views/coverage/CoverageButton';
import { ErrorBanner, NoChart, NothingInView } from '../views/faces/Faces';
import { FilterNotice } from '../views/notices/FilterNotice';
import { NOTICE_HEIGHT } from '../views/notices/noticeStyle';
import type { Attention } from '../views/layouts/useAttention';
import type { ChartSize } from '../views/layouts/Rows';
import { Rows } from '../views/layouts/Rows';
import { SUMMARY_HEIGHT, SummaryLine } from '../views/coverage/SummaryLine';
import { lateValue } from '../views/parts/lateValue';
import { PartBoundary } from '../views/parts/PartBoundary';
import { latePart } from '../views/parts/latePart';
import { NewerVersionNotice } from '../views/notices/NewerVersionNotice';
import { chooseLayout } from './chooseLayout';
import { isForeign } from './migrations/migrate';
import type { ProtocolOptions } from './options';
import { panelUrl } from './panelUrl';
import { useCoverage } from './useCoverage';
import { useEditRule } from './useEditRule';
import { isPartial } from './stream';
import { readChartOptions } from './takenOver';
import { useShown } from './useShown';

// With the words of everything that may be wrong with a sheet: it loads where there is something to be said.
const SheetNotice = latePart(() => import(/* webpackChunkName: "sheet-notice" */ '../views/notices/SheetNotice'), {
  what: () => t('views.sheets.part', 'What was found in the sheets'),
  waiting: () => <div style={{ height: NOTICE_HEIGHT }} />,
});

// Said over the plot, which is there before it: without it the chart is whole, too.
const useOverChart = lateValue(() =>
  import(/* webpackChunkName: "over-chart" */ '../chart/OverChart').then((module) => module.OverChart)
);

interface ProtocolViewProps {
  panel: PanelProps<ProtocolOptions>;
  protocol: Protocol;
  host: Host;
}

/** The panel's data with its rules beside it, in the layout that suits them. */
export function ProtocolView({ panel, protocol, host }: ProtocolViewProps) {
  const { id, width, options, timeZone } = panel;
  const onEditRule = useEditRule(panel);
  const shown = useShown(panel, host);
  const inView = useMemo(() => protocol.metrics.filter((metric) => metric.inView), [protocol.metrics]);
  const rows = useMemo(() => new Map(inView.map((metric) => [metric, [metric]])), [inView]);
  const missing = host.kind === 'missing';
  const isNewer = isForeign(options);
  const { filter, onFilter, ...coverage } = useCoverage(panel, protocol);
  const room = panel.height - SUMMARY_HEIGHT - NOTICE_HEIGHT * countNotices(protocol, [missing, isNewer]);
  const isOneChart = () => options.takenOver !== undefined || belongTogether(panel.data.series, inView);
  const layout = missing
    ? 'cards'
    : chooseLayout(options.layout, { metrics: protocol.metrics.length, isOneChart, width, height: room });
  const height = room - (filter ? NOTICE_HEIGHT : 0);
  const cards = { timeZone, panelUrl: panelUrl(id, window.location), onEditRule, protocol: coverage.shown };

  const draw = (metrics: readonly MetricProtocol[], size: ChartSize, rest: Pick<ChartProps, 'alone' | 'attention'>) => (
    <Chart panel={shown} host={host} span={protocol.span} metrics={metrics} size={size} {...rest} />
  );

  return (
    <>
      <SummaryLine
        protocol={protocol}
        isLoading={isPartial(panel.data)}
        coverageButton={
          coverage.buttonId && (
            <CoverageButton
              id={coverage.buttonId}
              protocol={protocol}
              timeZone={timeZone}
              unmatched={coverage.unmatched}
              onFilter={onFilter}
            />
          )
        }
      />
      {isNewer && <NewerVersionNotice />}
      <CannotJudgeNotice protocol={protocol} />
      <ErrorBanner errors={protocol.errors} />
      {protocol.sheets && hasFindings(protocol.sheets) && (
        <SheetNotice sheets={protocol.sheets} canOpen={coverage.buttonId !== undefined} />
      )}
      {missing && <NoChart />}
      {filter && (
        <FilterNotice
          filter={filter}
          shown={coverage.shown.metrics.length}
          of={protocol.metrics.length}
          onShowAll={() => onFilter(undefined)}
        />
      )}
      {layout === 'rows' && (
        <Rows
          {...cards}
          width={width}
          height={height}
          charts={(metric, size) => draw(rows.get(metric) ?? [], size, { alone: protocol.metrics.length > 1 })}
        />
      )}
      {layout === 'list' && (
        <ChartWithList
          {...cards}
          width={width}
          height={height}
          chart={(size, attention) => draw(inView, size, { alone: false, attention })}
        />
      )}
      {layout === 'cards' && <Cards {...cards} width={width} height={Math.max(height, 0)} />}
    </>
  );
}

interface ChartProps {
  panel: PanelProps<ProtocolOptions>;
  host: Host;
  span: Span;
  metrics: readonly MetricProtocol[];
  size: ChartSize;
  alone: boolean;
  /** Which of the metrics a person looks at. */
  attention?: Attention;
}

/** The host chart of some metrics; nothing while the visualization is under way. */
function Chart({ panel, host, span, metrics, size, alone, attention }: ChartProps) {
  const { value: Over } = useOverChart(true);
  if (metrics.length === 0) {
    return <NothingInView />;
  }
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
        {...attention}
        {...size}
      />
    </PartBoundary>
  ) : null;
}

/** How many lines are said above the charts: of what was found in the data and the sheets, and of these. */
function countNotices(protocol: Protocol, others: boolean[]): number {
  const { errors, sheets } = protocol;
  return errors.length + [cannotJudgeOn(protocol), hasFindings(sheets), ...others].filter(Boolean).length;
}
