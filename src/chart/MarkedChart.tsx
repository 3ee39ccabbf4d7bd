import { css } from '@emotion/css';
import type { Field, PanelPlugin, PanelProps } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { ComponentType } from 'react';
import { useMemo, useRef, useState } from 'react';

import type { Span } from '../evaluation/evaluation';
import { t } from '../locales/t';
import { timeWords } from '../locales/timeWords';
import type { MetricProtocol } from '../protocol/protocol';
import type { Translate } from '../words/translate';
import { broughtForward } from './forward';
import { HostChart } from './HostChart';
import type { HostCan } from './hosts';
import type { Axes } from './levelScale';
import { axesOf } from './levelScale';
import { framesOf, lookOf, markFrames, withThresholds } from './markedData';
import type { Note } from './notes';
import type { OverChartProps } from './OverChart';
import type { RecordMarks } from './recordMarks';
import { useRevision } from './useRevision';

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
  /** The ids of the metrics whose cards are open, where they share the chart; none: the worst one speaks. */
  open?: readonly string[];
  /** The id of the metric whose card is pointed at. */
  pointed?: string;
  /** What is said over the plot, once it is loaded. */
  Over?: ComponentType<OverChartProps>;
  /** What tells of changes of the rules, once it is loaded. */
  changeNotes?: (t: Translate, metrics: readonly MetricProtocol[], span: Span) => readonly Note[];
  /** What tells of what is on the record, where something is. */
  records?: RecordMarks;
}

/** The host chart with the breaches marked, the levels drawn and their lines named, as far as it can show them. */
export function MarkedChart(props: MarkedChartProps) {
  const { plugin, can, panel, options, metrics, alone, span, width, height, open, pointed, Over, changeNotes } = props;
  const { records } = props;
  const theme = useTheme2();
  const container = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const { data, timeZone } = panel;
  const { series, annotations } = data;

  const drawn = useMemo(() => framesOf(series, metrics, alone), [series, metrics, alone]);
  const settledAxes = useMemo(
    () => (can.labels ? axesOf(drawn, span.from, span.to, settledOf(metrics, series)) : NO_AXES),
    [can, drawn, span, metrics, series]
  );
  const wholeAxes = useMemo(() => (can.labels ? axesOf(drawn, span.from, span.to) : NO_AXES), [can, drawn, span]);
  const axes = isWhole ? wholeAxes : settledAxes;
  const forward = useMemo(() => broughtForward(metrics, open ?? []), [metrics, open]);
  const frames = useMemo(
    () => withThresholds(drawn, series, metrics, { theme, axes, alone, levels: can.levels, forward }),
    [drawn, series, metrics, theme, axes, alone, can, forward]
  );
  const marks = useMemo(() => {
    const formatTime = (time: number) => dateTimeFormat(time, { timeZone });
    const { day } = timeWords(t, { timeZone, now: span.now });
    const loud = open && new Set(open);
    const notes = [...(changeNotes?.(t, metrics, span) ?? []), ...(records?.notes(metrics, span) ?? [])];
    const recorded = records?.linesOf;
    const context = { theme, t, formatTime, day, widthPx: width, axes, can, loud, notes, recorded };
    return markFrames(drawn, series, metrics, span, context);
  }, [drawn, series, metrics, span, theme, timeZone, width, axes, can, open, changeNotes, records]);
  const look = useMemo(() => lookOf(frames), [frames]);
  const structureRev = useRevision(data.structureRev, look);
  const marked = useMemo(() => {
    const others = records?.others(annotations ?? []) ?? annotations ?? [];
    return { ...data, structureRev, series: frames, annotations: [...others, ...marks] };
  }, [data, structureRev, frames, annotations, marks, records]);

  return (
    <div ref={container} className={containerStyle} style={{ width, height }}>
      <HostChart plugin={plugin} panel={panel} options={options} data={marked} width={width} height={height} />
      {Over && can.timeAxis && (
        <Over
          {...{ chart: container, panel, options, frames, metrics, span, pointed, axes, settledAxes, isWhole }}
          onWhole={setWhole}
        />
      )}
    </div>
  );
}

/** The moment up to which the values of each field have settled, where some have not. */
function settledOf(metrics: readonly MetricProtocol[], series: PanelProps['data']['series']) {
  const ends = new Map(
    metrics.map(({ frameIndex, fieldIndex, unsettledFrom }) => [series[frameIndex].fields[fieldIndex], unsettledFrom])
  );
  return (field: Field) => ends.get(field);
}

/** Where nothing is known of the axes. */
const NO_AXES: Axes = () => undefined;

const containerStyle = css({ position: 'relative' });
