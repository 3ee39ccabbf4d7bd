import { useMemo } from 'react';
import type { AbsoluteTimeRange, DataFrame, LinkModel, PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { DashboardCursorSync, TooltipDisplayMode } from '@grafana/schema';
import type { UPlotConfigBuilder } from '@grafana/ui';
import {
  EventBusPlugin,
  KeyboardPlugin,
  TimeSeries,
  TooltipPlugin2,
  usePanelContext,
  XAxisInteractionAreaPlugin,
} from '@grafana/ui';
import { TooltipHoverMode } from '@grafana-ui-internal/components/uPlot/plugins/TooltipPlugin2';
import { AnnotationMarks } from './AnnotationMarks';
import { ChartTooltip } from './ChartTooltip';
import { graphableFrames } from './graphableFrames';
import type { TimeSeriesOptions } from './options';

/** The stand-in for Time series: @grafana/ui's chart with tooltip, zoom, cursor sync and annotation marks. */
export function TimeSeriesPanel(props: PanelProps<TimeSeriesOptions>) {
  const { data, timeRange, timeZone, options } = props;
  const frames = useMemo(() => graphableFrames(data.series, timeRange), [data.series, timeRange]);
  const timeZones = useMemo(() => zonesOf(options.timezone, timeZone), [options.timezone, timeZone]);

  if (!frames) {
    return (
      <PanelDataErrorView
        panelId={props.id}
        fieldConfig={props.fieldConfig}
        data={data}
        needsTimeField
        needsNumberField
      />
    );
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZones}
      width={props.width}
      height={props.height}
      legend={options.legend}
      options={options}
    >
      {(builder, alignedFrame) => (
        <ChartPlugins {...props} builder={builder} alignedFrame={alignedFrame} frames={frames} />
      )}
    </TimeSeries>
  );
}

interface ChartPluginsProps extends PanelProps<TimeSeriesOptions> {
  builder: UPlotConfigBuilder;
  alignedFrame: DataFrame;
  frames: DataFrame[];
}

function ChartPlugins({
  builder,
  alignedFrame,
  frames,
  options,
  data,
  timeZone,
  onChangeTimeRange,
}: ChartPluginsProps) {
  const { sync, eventBus, eventsScope } = usePanelContext();
  const syncMode = sync?.() ?? DashboardCursorSync.Off;
  const { tooltip } = options;
  const zoom = (range: AbsoluteTimeRange) => onChangeTimeRange(range);
  return (
    <>
      <KeyboardPlugin config={builder} />
      {syncMode !== DashboardCursorSync.Off && (
        <EventBusPlugin config={builder} eventBus={eventBus} frame={alignedFrame} />
      )}
      <XAxisInteractionAreaPlugin config={builder} queryZoom={zoom} />
      {tooltip.mode !== TooltipDisplayMode.None && (
        <TooltipPlugin2
          config={builder}
          hoverMode={tooltip.mode === TooltipDisplayMode.Single ? TooltipHoverMode.xOne : TooltipHoverMode.xAll}
          queryZoom={zoom}
          clientZoom
          syncMode={syncMode}
          syncScope={eventsScope}
          maxWidth={tooltip.maxWidth}
          getDataLinks={(seriesIdx, dataIdx) => linksAt(frames, alignedFrame, seriesIdx, dataIdx)}
          render={(_, dataIdxs, seriesIdx, isPinned, _dismiss, _range, viaSync, dataLinks) => (
            <ChartTooltip
              frame={alignedFrame}
              dataIdxs={dataIdxs}
              seriesIdx={seriesIdx}
              options={viaSync ? { ...tooltip, mode: TooltipDisplayMode.Multi } : tooltip}
              isPinned={isPinned}
              dataLinks={dataLinks}
            />
          )}
        />
      )}
      <AnnotationMarks annotations={data.annotations} builder={builder} timeZone={timeZone} />
    </>
  );
}

/** The links of a value: of its own frame's row, which is another one than in the frame that all share. */
function linksAt(frames: DataFrame[], aligned: DataFrame, seriesIdx: number, dataIdx: number | null): LinkModel[] {
  const origin = aligned.fields[seriesIdx]?.state?.origin;
  const frame = origin && frames[origin.frameIndex];
  if (!frame || dataIdx === null || dataIdx === undefined) {
    return [];
  }
  const time: unknown = aligned.fields[0].values[dataIdx];
  const valueRowIndex = frame.fields[0].values.indexOf(time);
  return frame.fields[origin.fieldIndex].getLinks?.({ valueRowIndex }) ?? [];
}

function zonesOf(chosen: string[] | undefined, dashboardZone: string): string[] {
  return chosen?.length ? chosen.map((zone) => zone || dashboardZone) : [dashboardZone];
}
