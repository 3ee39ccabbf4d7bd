import type { PanelPlugin, PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { Suspense, lazy, useMemo } from 'react';

import { belongTogether } from '../chart/belongTogether';
import { MarkedChart } from '../chart/MarkedChart';
import type { MetricProtocol, Protocol } from '../protocol/protocol';
import { hasFindings } from '../protocol/sheetFindings';
import { Cards } from '../views/list/Cards';
import { ChartWithList } from '../views/layouts/ChartWithList';
import { CannotJudgeNotice, cannotJudgeOn } from '../views/notices/CannotJudgeNotice';
import { CoverageButton } from '../views/coverage/CoverageButton';
import { ErrorBanner, NoChart, NothingInView } from '../views/faces/Faces';
import { FilterNotice } from '../views/notices/FilterNotice';
import { NOTICE_HEIGHT } from '../views/notices/noticeStyle';
import type { ChartSize } from '../views/layouts/Rows';
import { Rows } from '../views/layouts/Rows';
import { SUMMARY_HEIGHT, SummaryLine } from '../views/coverage/SummaryLine';
import { chooseLayout } from './chooseLayout';
import type { ProtocolOptions } from './options';
import { panelUrl } from './panelUrl';
import { useCoverage } from './useCoverage';
import { useEditRule } from './useEditRule';
import { withFieldConfig } from './withFieldConfig';

// With the words of everything that may be wrong with a sheet: it loads where there is something to be said.
const SheetNotice = lazy(() => import(/* webpackChunkName: "sheet-notice" */ '../views/notices/SheetNotice'));

interface ProtocolViewProps {
  panel: PanelProps<ProtocolOptions>;
  protocol: Protocol;
  host: PanelPlugin | undefined | 'loading';
}

/** The panel's data with its rules beside it, in the layout that suits them. */
export function ProtocolView({ panel, protocol, host }: ProtocolViewProps) {
  const { id, width, options, timeZone } = panel;
  const onEditRule = useEditRule(panel);
  const shown = useShown(panel, host);
  const inView = useMemo(() => protocol.metrics.filter((metric) => metric.inView), [protocol.metrics]);
  const rows = useMemo(() => new Map(inView.map((metric) => [metric, [metric]])), [inView]);
  const missing = host === undefined;
  const isBlocked = cannotJudgeOn(protocol) !== undefined;
  const { filter, onFilter, ...coverage } = useCoverage(panel, protocol);
  const notices = protocol.errors.length + [missing, isBlocked, hasFindings(protocol.sheets)].filter(Boolean).length;
  const room = panel.height - SUMMARY_HEIGHT - NOTICE_HEIGHT * notices;
  const isOneChart = () => options.takenOver !== undefined || belongTogether(panel.data.series, inView);
  const layout = missing
    ? 'cards'
    : chooseLayout(options.layout, { metrics: protocol.metrics.length, isOneChart, width, height: room });
  const height = room - (filter ? NOTICE_HEIGHT : 0);
  const cards = { timeZone, panelUrl: panelUrl(id, window.location), onEditRule, protocol: coverage.shown };

  const draw = (metrics: readonly MetricProtocol[], size: ChartSize, alone: boolean) =>
    metrics.length === 0 ? (
      <NothingInView />
    ) : host && host !== 'loading' ? (
      <MarkedChart
        host={host}
        panel={shown}
        options={options.chart}
        metrics={metrics}
        alone={alone}
        span={protocol.span}
        {...size}
      />
    ) : null;

  return (
    <>
      <SummaryLine
        protocol={protocol}
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
      <CannotJudgeNotice protocol={protocol} />
      <ErrorBanner errors={protocol.errors} />
      {protocol.sheets && hasFindings(protocol.sheets) && (
        <Suspense fallback={<div style={{ height: NOTICE_HEIGHT }} />}>
          <SheetNotice sheets={protocol.sheets} canOpen={coverage.buttonId !== undefined} />
        </Suspense>
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
          charts={(metric, size) => draw(rows.get(metric) ?? [], size, protocol.metrics.length > 1)}
        />
      )}
      {layout === 'list' && (
        <ChartWithList {...cards} width={width} height={height} chart={(size) => draw(inView, size, false)} />
      )}
      {layout === 'cards' && <Cards {...cards} width={width} height={Math.max(height, 0)} />}
    </>
  );
}

/** The panel's props as the host chart needs them: a visualization that was taken over has field options of its own. */
function useShown(panel: PanelProps<ProtocolOptions>, host: PanelPlugin | undefined | 'loading') {
  const theme = useTheme2();
  const { takenOver } = panel.options;
  const { data, replaceVariables } = panel;
  const overridden = useMemo(
    () =>
      takenOver && host && host !== 'loading'
        ? withFieldConfig(data, { plugin: host, fieldConfig: takenOver.fieldConfig, theme, replaceVariables })
        : data,
    [takenOver, host, data, theme, replaceVariables]
  );
  return useMemo(() => ({ ...panel, data: overridden }), [panel, overridden]);
}
