import { type PanelPlugin, type PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';

import { MarkedChart } from '../chart/MarkedChart';
import { type MetricProtocol, type Protocol } from '../protocol/protocol';
import { Cards } from '../views/Cards';
import { ChartWithList } from '../views/ChartWithList';
import { ErrorBanner, NOTICE_HEIGHT, NoChart } from '../views/Faces';
import { type ChartSize, Rows } from '../views/Rows';
import { SUMMARY_HEIGHT, SummaryLine } from '../views/SummaryLine';
import { chooseLayout } from './chooseLayout';
import { type ProtocolOptions } from './options';
import { panelUrl } from './panelUrl';
import { takenOverData } from './takenOverData';
import { useEditRule } from './useEditRule';

interface ProtocolViewProps {
  panel: PanelProps<ProtocolOptions>;
  protocol: Protocol;
  host: PanelPlugin | undefined | 'loading';
}

/** The panel's data with its rules beside it, in the layout that suits them. */
export function ProtocolView({ panel, protocol, host }: ProtocolViewProps) {
  const { id, width, options, timeZone } = panel;
  const onEditRule = useEditRule(id);
  const shown = useShown(panel, host);
  const rows = useMemo(() => new Map(protocol.metrics.map((metric) => [metric, [metric]])), [protocol.metrics]);
  const missing = host === undefined;
  const height = panel.height - SUMMARY_HEIGHT - NOTICE_HEIGHT * (protocol.errors.length + (missing ? 1 : 0));
  const layout = missing ? 'cards' : chooseLayout(options.layout, protocol.metrics, { width, height });
  const cards = { timeZone, panelUrl: panelUrl(id, window.location), onEditRule, protocol };

  const draw = (metrics: readonly MetricProtocol[], size: ChartSize, alone: boolean) =>
    host && host !== 'loading' ? (
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
      <SummaryLine protocol={protocol} />
      <ErrorBanner errors={protocol.errors} />
      {missing && <NoChart />}
      {layout === 'rows' && (
        <Rows
          {...cards}
          width={width}
          height={height}
          charts={(metric, size) => draw(rows.get(metric) ?? [metric], size, protocol.metrics.length > 1)}
        />
      )}
      {layout === 'list' && (
        <ChartWithList {...cards} width={width} height={height} chart={(size) => draw(protocol.metrics, size, false)} />
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
      takenOver && host && host !== 'loading' ? takenOverData(data, host, takenOver, theme, replaceVariables) : data,
    [takenOver, host, data, theme, replaceVariables]
  );
  return useMemo(() => ({ ...panel, data: overridden }), [panel, overridden]);
}
