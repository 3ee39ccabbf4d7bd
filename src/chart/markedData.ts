import {
  type DataFrame,
  type Field,
  FieldColorModeId,
  type GrafanaTheme2,
  colorManipulator,
  getActiveThreshold,
} from '@grafana/data';

import { type Span } from '../evaluation/evaluation';
import { type MetricProtocol } from '../protocol/protocol';
import { type Severity } from '../rule/level';
import { type Translate } from '../rule/translate';
import { boxFrame, regionFrame } from './annotationFrames';
import { breachAreas } from './breachAreas';
import { withLevels } from './levelThresholds';
import { MAX_MARKS, joinCloseMarks } from './marks';
import { type MarkWords, metricMarks } from './metricMarks';
import { markColor, severityColor } from './severityColor';

/** What the marks of a chart are made from. */
export interface MarkContext {
  theme: GrafanaTheme2;
  t: Translate;
  formatTime: (time: number) => string;
  /** The chart's width, px: marks that would touch share one. */
  widthPx: number;
}

/** The outline of a breached area is fainter than its tint would be opaque. */
const OUTLINE_ALPHA = 0.25;

/**
 * The frames that a chart draws, with the rules' levels as their thresholds.
 *
 * @param metrics what the chart shows; with one metric of several in the data, the chart draws that one alone
 */
export function drawnFrames(
  series: readonly DataFrame[],
  metrics: readonly MetricProtocol[],
  theme: GrafanaTheme2,
  alone: boolean
): DataFrame[] {
  const colorOf = (severity: Severity) => severityColor(theme, severity);
  const lines = new Set<string>();
  const leveled = new Map(
    metrics.map((metric) => {
      const { rule, frameIndex, fieldIndex } = metric;
      const field = series[frameIndex].fields[fieldIndex];
      const key = JSON.stringify([field.config.unit, rule.levels]);
      const draw = !lines.has(key);
      lines.add(key);
      const own = rule.levelsSource === 'thresholds';
      const shown = withLevels(field, rule.levels, own, draw, colorOf);
      return [field, alone ? withOwnColor(shown, metric.color) : shown] as const;
    })
  );
  const frames = alone ? metrics.map(({ frameIndex }) => series[frameIndex]) : series;
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields
      .filter((field) => !alone || field.type !== 'number' || leveled.has(field))
      .map((field) => leveled.get(field) ?? field),
  }));
}

/** A palette gives colours by a series' place in the chart: one that is drawn alone keeps that of the whole panel. */
function withOwnColor(field: Field, fixedColor: string): Field {
  const isPalette = field.config.color?.mode.startsWith('palette-classic');
  return isPalette
    ? {
        ...field,
        config: { ...field.config, color: { ...field.config.color, mode: FieldColorModeId.Fixed, fixedColor } },
      }
    : field;
}

/** The breach marks of these metrics, as annotations for the host chart to draw. */
export function markFrames(
  series: readonly DataFrame[],
  metrics: readonly MetricProtocol[],
  span: Span,
  context: MarkContext
): DataFrame[] {
  const { theme, t, widthPx } = context;
  const marks = joinCloseMarks(
    metrics.flatMap((metric) => metricMarks(metric, span, wordsFor(metric, series, context))),
    span,
    widthPx
  );
  const boxes = metrics.flatMap((metric) =>
    breachAreas(
      metric,
      span,
      (severity) => colorManipulator.alpha(severityColor(theme, severity), OUTLINE_ALPHA),
      MAX_MARKS
    )
  );
  const regions = regionFrame(
    marks,
    (mark) => markColor(theme, mark),
    ({ count }) =>
      t('chart.mark.joined', '{{count}} breaches, too close to be told apart here. Zoom in to see each.', { count })
  );
  return [...(marks.length > 0 ? [regions] : []), ...(boxes.length > 0 ? [boxFrame(boxes.slice(-MAX_MARKS))] : [])];
}

function wordsFor(metric: MetricProtocol, series: readonly DataFrame[], { t, formatTime }: MarkContext): MarkWords {
  const { thresholds } = series[metric.frameIndex].fields[metric.fieldIndex].config;
  return {
    t,
    formatTime,
    nativeColor: (value) => (thresholds ? getActiveThreshold(value, thresholds.steps).color : undefined),
  };
}
