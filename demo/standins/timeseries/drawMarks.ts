import type uPlot from 'uplot';
import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';
import { DEFAULT_ANNOTATION_COLOR } from '@grafana/ui';
import type { TimeMark, XyMark } from './annotationColumns';

const REGION_ALPHA = 0.1;
const DASHES = [5, 5];

/** Draws dashed edges and the tint of regions over the plot. */
export function drawTimeMarks(u: uPlot, marks: TimeMark[], theme: GrafanaTheme2): void {
  clipped(u, () => {
    const { ctx, bbox } = u;
    ctx.lineWidth = 2;
    ctx.setLineDash(DASHES);
    for (const { time, timeEnd, color } of marks) {
      const ink = inkOf(color, theme);
      const left = u.valToPos(time, 'x', true);
      drawEdge(u, left, ink);
      if (timeEnd !== undefined) {
        const right = u.valToPos(timeEnd, 'x', true);
        drawEdge(u, right, ink);
        ctx.fillStyle = colorManipulator.alpha(ink, REGION_ALPHA);
        ctx.fillRect(left, bbox.top, right - left, bbox.height);
      }
    }
  });
}

/** Draws the boxes of xy marks, measured on the first value axis. */
export function drawXyMarks(u: uPlot, marks: XyMark[], yScale: string, theme: GrafanaTheme2, pxRatio: number): void {
  clipped(u, () => {
    const { ctx } = u;
    for (const mark of marks) {
      const ink = inkOf(mark.color, theme);
      const left = u.valToPos(mark.xMin, 'x', true);
      const top = u.valToPos(mark.yMax, yScale, true);
      const width = u.valToPos(mark.xMax, 'x', true) - left;
      const height = u.valToPos(mark.yMin, yScale, true) - top;
      ctx.fillStyle = colorManipulator.alpha(ink, mark.fillOpacity);
      ctx.fillRect(left, top, width, height);
      // Canvas ignores a width of 0 and would keep the last one.
      const lineWidth = Math.round(mark.lineWidth * pxRatio);
      if (lineWidth > 0) {
        ctx.lineWidth = lineWidth;
        ctx.setLineDash(mark.lineStyle === 'dash' ? DASHES : []);
        ctx.strokeStyle = ink;
        ctx.strokeRect(left, top, width, height);
      }
    }
  });
}

/** The colour of a mark: a name of the theme's palette, a CSS colour, or the usual one of annotations. */
export function inkOf(color: string | undefined, theme: GrafanaTheme2): string {
  return theme.visualization.getColorByName(color ?? DEFAULT_ANNOTATION_COLOR);
}

function drawEdge({ ctx, bbox }: uPlot, x: number, ink: string) {
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.strokeStyle = ink;
  ctx.stroke();
}

function clipped(u: uPlot, draw: () => void) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  draw();
  ctx.restore();
}
