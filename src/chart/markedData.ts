import type { DataFrame, Field, GrafanaTheme2 } from '@grafana/data';
import { FieldColorModeId, colorManipulator } from '@grafana/data';

import type { Span } from '../evaluation/evaluation';
import { isComparison, isDrawn, isJudgeable } from '../frames/drawnFields';
import type { MetricProtocol } from '../protocol/protocol';
import type { Level, Severity } from '../rule/level';
import type { Translate } from '../words/translate';
import { boxFrame, noteFrame, regionFrame } from './annotationFrames';
import { bandBox, breachAreas, pendingBox } from './breachAreas';
import { comparisonsOf, counterpartOf } from './comparison';
import { inDepth } from './forward';
import type { HostCan } from './hosts';
import type { Axes, Axis } from './levelScale';
import { hasStyle, withLevels } from './levelThresholds';
import type { Mark } from './marks';
import { MAX_MARKS, joinCloseMarks } from './marks';
import type { MarkWords } from './metricMarks';
import { metricMarks } from './metricMarks';
import type { Note } from './notes';
import { tooFewNotes, unsettledNotes } from './notes';
import { markColor, severityColor, unagreedColor } from './severityColor';
import type { AxisLine } from './sharedLines';
import { axisKeyOf, withSharedLines } from './sharedLines';

/** What the marks of a chart are made from. */
export interface MarkContext {
  theme: GrafanaTheme2;
  t: Translate;
  formatTime: (time: number) => string;
  /** As marks tell a date. */
  day: (time: number) => string;
  /** The chart's width, px: marks that would touch share one. */
  widthPx: number;
  axes: Axes;
  can: Pick<HostCan, 'regions' | 'boxes'>;
  /** The ids of the metrics whose breaches tint the plot; the others have a band at its lower end. Left out: all do. */
  loud?: ReadonlySet<string>;
  /** Where rules changed, and what is on the record alone, once that is loaded. */
  notes?: readonly Note[];
  /** What is said of a breach that is on the record. */
  recorded?: MarkWords['recorded'];
}

/** The outline of a breached area is fainter than its tint would be opaque. */
const OUTLINE_ALPHA = 0.25;

/**
 * The frames that a chart draws of these metrics: where it draws them alone, with their other period of a time comparison,
 * and with what is drawn beside them and has no chart of its own, because nobody can judge it (enums).
 *
 * @param alone - draw these metrics and no others of the panel's data
 */
export function framesOf(
  series: readonly DataFrame[],
  metrics: readonly MetricProtocol[],
  alone: boolean
): readonly DataFrame[] {
  if (!alone) {
    return series;
  }
  const comparisons = comparisonsOf(series);
  return metrics.flatMap(({ frameIndex, fieldIndex }) => {
    const frame = series[frameIndex];
    const other = comparisons(frame);
    const isShown = (field: Field) =>
      field === frame.fields[fieldIndex] || (other && field === counterpartOf(frame, other, fieldIndex));
    const shown = ({ fields, ...rest }: DataFrame): DataFrame => ({
      ...rest,
      fields: fields.filter((field) => !isDrawn(field) || !isJudgeable(field) || isShown(field)),
    });
    const isFirst = series.find(hasMetric)?.fields.find(isJudgeable) === frame.fields[fieldIndex];
    return [shown(frame), ...(other ? [shown(other)] : []), ...(isFirst ? series.filter(isOnlyDrawn) : [])];
  });
}

function hasMetric(frame: DataFrame): boolean {
  return !isComparison(frame) && frame.fields.some(isJudgeable);
}

/** Whether a frame has series, none of which can be judged. */
function isOnlyDrawn(frame: DataFrame): boolean {
  return frame.fields.some(isDrawn) && !frame.fields.some(isJudgeable);
}

/** What fields are dressed with for the host chart. */
interface Dressing {
  theme: GrafanaTheme2;
  axes: Axes;
  alone: boolean;
  levels: HostCan['levels'];
  /** The ids of the metrics that come forward; the others then step back. */
  forward?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The frames with the rules' levels as their thresholds, as far as the visualization shows any; lines that several series
 * share are drawn once. Lines of levels without an agreement are grey; what the user has drawn of a field's own thresholds
 * stays as it is. Axes that end where the settled values do are told so; lines come forward or step back.
 */
export function withThresholds(
  frames: readonly DataFrame[],
  series: readonly DataFrame[],
  metrics: readonly MetricProtocol[],
  { theme, axes, alone, levels, forward = NONE }: Dressing
): DataFrame[] {
  const lines = new Set<string>();
  const comparisons = comparisonsOf(series);
  const leveled = new Map(
    agreedFirst(metrics).flatMap((metric): Array<readonly [Field, Field]> => {
      const { rule, frameIndex, fieldIndex } = metric;
      const field = series[frameIndex].fields[fieldIndex];
      const line = JSON.stringify([axisKeyOf(field), rule.levels]);
      const isFirst = !lines.has(line);
      lines.add(line);
      const isInView = (value: number) => isOn(axes(field)?.positionOf(value));
      const colorOf = levelColor(theme, metric);
      const own = rule.levelsSource === 'thresholds' && (metric.kind === 'ruled' || hasStyle(field));
      const shown = withLevels(
        field,
        levels === 'none' ? [] : rule.levels,
        own,
        isFirst && levels === 'lines',
        colorOf,
        isInView
      );
      const dressed = (bare: Field) => {
        const colored = alone ? withOwnColor(bare, metric.color) : bare;
        return forward.size > 0 ? inDepth(colored, metric.color, forward.has(metric.id)) : colored;
      };
      const other = comparisons(series[frameIndex]);
      const compared = other && counterpartOf(series[frameIndex], other, fieldIndex);
      return [[field, dressed(shown)], ...(compared ? [[compared, dressed(compared)] as const] : [])];
    })
  );
  const shown = frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) =>
      withEnds(leveled.get(field) ?? field, isDrawn(field) ? axes(field) : undefined)
    ),
  }));
  if (levels !== 'lines') {
    return shown;
  }
  const own = new Set(series.flatMap(({ fields }) => fields.map(({ config }) => config.thresholds)));
  return withSharedLines(shown, linesInView(series, metrics, theme, axes), (thresholds) => own.has(thresholds));
}

/** The lines of all levels that the axes show: those of agreed ones first, and of a metric's its critical one. */
function linesInView(
  series: readonly DataFrame[],
  metrics: readonly MetricProtocol[],
  theme: GrafanaTheme2,
  axes: Axes
): AxisLine[] {
  return agreedFirst(metrics).flatMap((metric) => {
    const field = series[metric.frameIndex].fields[metric.fieldIndex];
    const axis = axes(field);
    const axisKey = axisKeyOf(withEnds(field, axis));
    return criticalFirst(metric.rule.levels).flatMap(({ severity, condition }) =>
      condition.bounds
        .filter((value) => isOn(axis?.positionOf(value)))
        .map((value) => ({ axisKey, value, color: levelColor(theme, metric)(severity) }))
    );
  });
}

function criticalFirst(levels: readonly Level[]): Level[] {
  return [...levels].sort((a, b) => Number(b.severity === 'critical') - Number(a.severity === 'critical'));
}

function levelColor(theme: GrafanaTheme2, { kind }: MetricProtocol): (severity: Severity) => string {
  return (severity) => (kind === 'ruled' ? severityColor(theme, severity) : unagreedColor(theme));
}

/** What the host chart builds its lines and axes from: it has to be built anew where this changes. */
export function lookOf(frames: readonly DataFrame[]): string {
  return JSON.stringify(
    frames.map(({ fields }) =>
      fields.map(({ config: { thresholds, min, max, color, custom } }) => [
        thresholds,
        custom?.thresholdsStyle,
        custom?.lineWidth,
        color,
        min,
        max,
      ])
    )
  );
}

/** Ends are part of what makes fields share an axis: each field of it gets the same. */
export function withEnds(field: Field, axis: Axis | undefined): Field {
  return axis?.isSettled ? { ...field, config: { ...field.config, min: axis.min, max: axis.max } } : field;
}

/** Of metrics that share a line, it is drawn for one that may break an agreement. */
function agreedFirst(metrics: readonly MetricProtocol[]): MetricProtocol[] {
  return [...metrics].sort((a, b) => Number(b.kind === 'ruled') - Number(a.kind === 'ruled'));
}

/** Where the axis is not known, a line is drawn: the host chart knows best. */
function isOn(position: number | undefined): boolean {
  return position === undefined || (position >= 0 && position <= 1);
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

/**
 * The breach marks of these metrics, as annotations for the host chart to draw: regions with a tooltip for breaches, and
 * boxes, which are no DOM nodes, for what was pending and for the breached areas. In neutral ink, where a rule changed,
 * and what is not judged.
 *
 * @param frames - what the chart draws
 */
export function markFrames(
  frames: readonly DataFrame[],
  series: readonly DataFrame[],
  metrics: readonly MetricProtocol[],
  span: Span,
  context: MarkContext
): DataFrame[] {
  const { theme, t, widthPx, axes, can, loud, notes = [] } = context;
  if (!can.regions) {
    return [];
  }
  // The host chart draws boxes on its first value axis, whatever series they are about.
  const axis = can.boxes ? firstAxis(frames, axes) : undefined;
  const isLoud = ({ id }: MetricProtocol) => axis === undefined || loud === undefined || loud.has(id);
  const marksOf = (some: readonly MetricProtocol[]) => some.flatMap((metric) => metricMarks(metric, span, context));
  const tinting = metrics.filter(isLoud);
  const all = marksOf(tinting);
  const quiet = joinCloseMarks(marksOf(metrics.filter((metric) => !isLoud(metric))), span, widthPx);
  const inBoxes = (mark: Mark) => mark.kind === 'pending' && axis !== undefined;
  const regions = joinCloseMarks(
    all.filter((mark) => !inBoxes(mark)),
    span,
    widthPx
  );
  const pending = joinCloseMarks(all.filter(inBoxes), span, widthPx);
  const boxes = [
    ...(axis ? pending.map((mark) => pendingBox(mark, axis, severityColor(theme, mark.severity))) : []),
    ...(axis ? quiet.map((mark) => bandBox(mark, axis, markColor(theme, mark))) : []),
    ...tinting
      .filter(({ frameIndex, fieldIndex }) => axis && axes(series[frameIndex].fields[fieldIndex])?.key === axis.key)
      .flatMap((metric) => breachAreas(metric, span, (severity) => outline(theme, severity), MAX_MARKS))
      .slice(-MAX_MARKS),
  ];
  const { disabled, secondary } = theme.colors.text;
  // What comes later lies above: a breach above what is not judged, a change of the rule above both.
  return [
    noteFrame([...tooFewNotes(t, metrics, span), ...unsettledNotes(t, metrics, span)], disabled),
    regionFrame(regions, (mark) => markColor(theme, mark), joinedWords(t)),
    noteFrame(notes, secondary),
    boxFrame(boxes),
  ].filter(({ length }) => length > 0);
}

function firstAxis(frames: readonly DataFrame[], axes: Axes): Axis | undefined {
  const first = frames.flatMap(({ fields }) => fields).find(isDrawn);
  return first && axes(first);
}

function outline(theme: GrafanaTheme2, severity: Severity): string {
  return colorManipulator.alpha(severityColor(theme, severity), OUTLINE_ALPHA);
}

function joinedWords(t: Translate): (mark: Mark) => string {
  return ({ count }) =>
    t('chart.mark.joined', '{{count}} breaches, too close to be told apart here. Zoom in to see each.', { count });
}
