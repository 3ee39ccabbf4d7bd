import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import uPlot from 'uplot';
import type { DataFrame, TimeZone } from '@grafana/data';
import type { UPlotConfigBuilder } from '@grafana/ui';
import { useTheme2 } from '@grafana/ui';
import { timeMarks, xyMarks } from './annotationColumns';
import { AnnotationMarker } from './AnnotationMarker';
import { drawTimeMarks, drawXyMarks, inkOf } from './drawMarks';

interface AnnotationMarksProps {
  annotations: DataFrame[] | undefined;
  builder: UPlotConfigBuilder;
  timeZone: TimeZone;
}

/** Draws `data.annotations` as Time series does: on the canvas, and one DOM marker each below the time axis. */
export function AnnotationMarks({ annotations, builder, timeZone }: AnnotationMarksProps) {
  const theme = useTheme2();
  const [plot, setPlot] = useState<uPlot>();
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const marks = useMemo(() => ({ times: timeMarks(annotations), boxes: xyMarks(annotations) }), [annotations]);
  const drawn = useRef({ marks, theme });
  useLayoutEffect(() => {
    drawn.current = { marks, theme };
  });

  useLayoutEffect(() => {
    builder.addHook('ready', setPlot);
    builder.addHook('draw', (u) => {
      const { marks: current, theme: ink } = drawn.current;
      const yScale = builder.scales[1]?.props.scaleKey;
      drawTimeMarks(u, current.times, ink);
      if (yScale !== undefined) {
        drawXyMarks(u, current.boxes, yScale, ink, uPlot.pxRatio);
      }
    });
  }, [builder]);

  useEffect(() => {
    plot?.redraw();
    // The scales are new only after the chart has taken its data over, so the markers are placed once more.
    const timer = setTimeout(renderAgain, 0);
    return () => clearTimeout(timer);
  }, [plot, marks]);

  const axis = plot?.root.querySelector<HTMLElement>('.u-axis');
  if (!plot || !axis) {
    return null;
  }
  const width = plot.rect.width;
  const position = (time: number) => Math.round(plot.valToPos(time, 'x')) || 0;
  const markers = marks.times.map((mark) => {
    const left = position(mark.time);
    const right = mark.timeEnd === undefined ? left : position(mark.timeEnd);
    if (right < 0 || left > width) {
      return null;
    }
    const span = { left: Math.max(0, left), right: Math.min(width, right) };
    return (
      <AnnotationMarker key={mark.key} mark={mark} color={inkOf(mark.color, theme)} timeZone={timeZone} {...span} />
    );
  });
  return createPortal(markers, axis);
}
