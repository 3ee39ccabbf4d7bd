import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, PanelProps } from '@grafana/data';
import { colorManipulator } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { RefObject } from 'react';
import { useMemo } from 'react';

import type { Span } from '../evaluation/evaluation';
import { t } from '../locales/t';
import { timeWords } from '../locales/timeWords';
import type { MetricProtocol } from '../protocol/protocol';
import { BeyondMarks } from './BeyondMarks';
import { hostLines } from './hostLines';
import { LastTimeLabel } from './LastTimeLabel';
import { LevelLabels } from './LevelLabels';
import type { Axes } from './levelScale';
import { nameLevels } from './nameLevels';
import { seriesLine } from './seriesLines';
import { usePlotArea } from './usePlotArea';
import { useValueZoom } from './useValueZoom';
import { veilsOf } from './veils';

export interface OverChartProps {
  /** The element that the host chart is in. */
  chart: RefObject<HTMLElement>;
  panel: PanelProps;
  /** Options of the host chart, as it saves them itself. */
  options: Record<string, unknown>;
  /** The frames as the host chart gets them. */
  frames: readonly DataFrame[];
  metrics: readonly MetricProtocol[];
  span: Span;
  /** The id of the metric whose card is pointed at. */
  pointed?: string;
  /** The axes as they are drawn, and as they are where those that can end where the settled values do. */
  axes: Axes;
  settledAxes: Axes;
  /** Whether values that have not settled stretch the axes, too. */
  isWhole: boolean;
  onWhole: (isWhole: boolean) => void;
}

/**
 * What is said over the plot: the names of the threshold lines, a veil over what is not judged, marks for what is outside
 * of the axis, and the line of a metric whose card is pointed at. The chart below stays the user's: but for the marks that
 * can be pressed nothing here takes clicks, and what moves it is followed here, so that the chart is not rendered again.
 */
export function OverChart(props: OverChartProps) {
  const { chart, panel, options, frames, metrics, span, pointed, axes, settledAxes, isWhole, onWhole } = props;
  const { series } = panel.data;
  const styles = useStyles2(getStyles, panel.transparent);
  const area = usePlotArea(chart);
  const zoomed = useValueZoom(chart, series);
  const words = useMemo(() => timeWords(t, { timeZone: panel.timeZone, now: span.now }), [panel.timeZone, span.now]);
  const veils = useMemo(() => veilsOf(metrics, span), [metrics, span]);
  const labels = useMemo(
    () => nameLevels(metrics, series, axes, hostLines(frames, axes), { t, times: words }),
    [metrics, series, axes, frames, words]
  );
  const hasNames = labels.length > 0;
  // Where nothing is named nobody asks where the lines run.
  const lines = useMemo(
    () => (hasNames ? metrics.map((metric) => seriesLine(metric, series, axes, span)) : []),
    [hasNames, metrics, series, axes, span]
  );
  const brought = metrics.length > 1 ? metrics.find(({ id }) => id === pointed) : undefined;
  const broughtLine = useMemo(
    () => (brought ? seriesLine(brought, series, axes, span) : []),
    [brought, series, axes, span]
  );
  if (!area) {
    return null;
  }
  const { left, top, width, height } = area;
  return (
    <>
      <LastTimeLabel panel={panel} options={options} area={area} />
      <div className={styles.area} style={{ left, top, width, height }}>
        {veils.map(({ from, to }) => (
          <div
            key={from}
            className={styles.veil}
            data-testid="protocol-veil"
            style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
          />
        ))}
        {brought && !zoomed && (
          <svg className={styles.line} width={width} height={height} data-testid="protocol-pointed" aria-hidden="true">
            <polyline
              points={broughtLine.map(([x, y]) => `${x * width},${(1 - y) * height}`).join(' ')}
              stroke={brought.color}
            />
          </svg>
        )}
        {!zoomed && (
          <LevelLabels labels={labels} lines={lines} metrics={metrics} span={span} plot={area} times={words} />
        )}
        {!zoomed && <BeyondMarks {...{ metrics, series, span, isWhole, onWhole }} axes={settledAxes} />}
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2, transparent: boolean) => ({
  area: css({ position: 'absolute', overflow: 'hidden', pointerEvents: 'none' }),
  // In the colour of what is behind the chart, so that the line below is only just seen.
  veil: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    background: colorManipulator.alpha(theme.colors.background[transparent ? 'canvas' : 'primary'], 0.72),
    borderLeft: `1px dashed ${theme.colors.border.strong}`,
  }),
  line: css({
    position: 'absolute',
    inset: 0,
    polyline: { fill: 'none', strokeWidth: 3, strokeLinejoin: 'round' },
  }),
});
