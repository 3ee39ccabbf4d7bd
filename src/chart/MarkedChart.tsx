import { css } from '@emotion/css';
import type { PanelPlugin, PanelProps } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useMemo, useRef } from 'react';

import type { Span } from '../evaluation/evaluation';
import { t } from '../locales/t';
import { timeWords } from '../locales/timeWords';
import type { MetricProtocol } from '../protocol/protocol';
import { HostChart } from './HostChart';
import { LevelLabels } from './LevelLabels';
import type { HostCan } from './hosts';
import type { Axes } from './levelScale';
import { axesOf } from './levelScale';
import { framesOf, markFrames, withThresholds } from './markedData';
import { nameLevels } from './nameLevels';
import { settledShare } from './notes';

interface MarkedChartProps {
  plugin: PanelPlugin;
  /** What the visualization can show of rules and breaches. */
  can: HostCan;
  panel: PanelProps;
  options: Record<string, unknown>;
  /** The metrics whose breaches and levels are marked: in view, all of them. */
  metrics: readonly MetricProtocol[];
  /** Draw these metrics and no others of the panel's data. */
  alone: boolean;
  span: Span;
  width: number;
  height: number;
}

/** The host chart with the breaches marked, the levels drawn and their lines named, as far as it can show them. */
export function MarkedChart({ plugin, can, panel, options, metrics, alone, span, width, height }: MarkedChartProps) {
  const theme = useTheme2();
  const container = useRef<HTMLDivElement>(null);
  const { data, timeZone } = panel;
  const { series, annotations } = data;

  const drawn = useMemo(() => framesOf(series, metrics, alone), [series, metrics, alone]);
  const axes = useMemo(() => (can.labels ? axesOf(drawn, span.from, span.to) : NO_AXES), [can, drawn, span]);
  const frames = useMemo(
    () => withThresholds(drawn, series, metrics, { theme, axes, alone, levels: can.levels }),
    [drawn, series, metrics, theme, axes, alone, can]
  );
  const marks = useMemo(() => {
    const formatTime = (time: number) => dateTimeFormat(time, { timeZone });
    const { day } = timeWords(t, { timeZone, now: span.now });
    return markFrames(drawn, series, metrics, span, { theme, t, formatTime, day, widthPx: width, axes, can });
  }, [drawn, series, metrics, span, theme, timeZone, width, axes, can]);
  const marked = useMemo(
    () => ({ ...data, series: frames, annotations: [...(annotations ?? []), ...marks] }),
    [data, frames, annotations, marks]
  );
  const labels = useMemo(() => (can.labels ? nameLevels(metrics, series, axes, t) : []), [metrics, series, axes, can]);
  const settled = useMemo(() => (can.timeAxis ? settledShare(metrics, span) : 1), [metrics, span, can]);

  return (
    <div ref={container} className={containerStyle} style={{ width, height }}>
      <HostChart plugin={plugin} panel={panel} options={options} data={marked} width={width} height={height} />
      <LevelLabels labels={labels} settled={settled} chart={container} data={series} />
    </div>
  );
}

/** Where nothing is known of the axes. */
const NO_AXES: Axes = () => undefined;

const containerStyle = css({ position: 'relative' });
