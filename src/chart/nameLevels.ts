import type { DataFrame } from '@grafana/data';
import { isEqual } from 'lodash';

import type { MetricProtocol } from '../protocol/protocol';
import { says } from '../rule/answers';
import type { Level } from '../rule/level';
import type { Translate } from '../words/translate';
import { thresholdLineNames } from '../words/conditionWords';
import type { TimeWords } from '../words/whenWords';
import type { LevelLabel } from './LevelLabels';
import type { ShowsLine } from './hostLines';
import type { Axes } from './levelScale';

/** One threshold line with the metrics that share it. */
interface Line {
  level: Level;
  /** Which of the level's bounds the line is. */
  index: number;
  metrics: MetricProtocol[];
}

/** How what is named is worded. */
interface Naming {
  t: Translate;
  times: Pick<TimeWords, 'day'>;
}

/**
 * The names of the threshold lines of a chart, each line once: "Critical < 20 %: Demand Gen". The owner is named where
 * all metrics that share the line have the same. A line goes through all that is shown, though what was before a change of
 * the rule was checked by another level: so the name of a level that began in view says since when it counts.
 *
 * @param series - the data of the whole panel, which the metrics' indexes point into
 * @param showsLine - whether the host chart has a line there; else the name brings one along
 */
export function nameLevels(
  metrics: readonly MetricProtocol[],
  series: readonly DataFrame[],
  axes: Axes,
  showsLine: ShowsLine,
  { t, times }: Naming
): LevelLabel[] {
  const labels = linesOf(metrics).flatMap(({ level, index, metrics: sharing }) => {
    const bound = level.condition.bounds[index];
    const [{ frameIndex, fieldIndex }] = sharing;
    const field = series[frameIndex].fields[fieldIndex];
    const position = axes(field)?.positionOf(bound ?? NaN);
    if (position === undefined || !Number.isFinite(position)) {
      return [];
    }
    const label = { ...labelOf(level, index, sharing, t), position };
    return position >= 0 && position <= 1
      ? { ...label, text: sinceWhen(label.text, level, sharing, { t, times }), needsLine: !showsLine(field, bound) }
      : outside(label, bound, sharing, t);
  });
  return [
    ...labels.filter(({ position }) => position >= 0 && position <= 1),
    ...nearest(labels.filter(({ position }) => position > 1)),
    ...nearest(labels.filter(({ position }) => position < 0)),
  ];
}

/** The name of a level with the day from which on all metrics of its line have it, where that is in view. */
function sinceWhen(name: string, level: Level, metrics: readonly MetricProtocol[], { t, times }: Naming): string {
  const [start, ...others] = metrics.map((metric) => startOf(level, metric));
  return start === undefined || others.some((other) => other !== start)
    ? name
    : t('chart.label.from', 'from {{day}}: {{level}}', { day: times.day(start), level: name });
}

/** When a metric got a level in view, epoch ms; undefined where it had it all the time. */
function startOf({ severity, condition }: Level, { changes }: MetricProtocol): number | undefined {
  const isSame = (other: Level) => other.severity === severity && isEqual(other.condition, condition);
  return changes.findLast(({ before }) => !before.levels.some(isSame))?.at;
}

/** Beyond each end of an axis only the nearest levels are told, the farthest of them at the very end. */
const MOST_OUTSIDE = 2;

function nearest(labels: LevelLabel[]): LevelLabel[] {
  return labels
    .sort((a, b) => Math.abs(a.position) - Math.abs(b.position))
    .slice(0, MOST_OUTSIDE)
    .reverse();
}

/**
 * A level outside of the axis, with how far the nearest value is from it: "↑ 6.2 h to Critical > 20 h: SDR lead". The
 * distance comes first: where there is little room, the end is cut.
 */
function outside(label: LevelLabel, bound: number, metrics: readonly MetricProtocol[], t: Translate): LevelLabel {
  const [first, ...others] = metrics
    .flatMap(({ last, format }) => (last ? { by: Math.abs(bound - last.value), format } : []))
    .sort((a, b) => a.by - b.by);
  const values = {
    arrow: label.position > 1 ? '↑' : '↓',
    level: label.text,
    // Of percentages it is a number of points: "6.2 %" would be a share of the level.
    distance: first?.format(first.by).replace(/\s*%$/, ''),
  };
  const text =
    first === undefined
      ? t('chart.label.outside-unknown', '{{arrow}} {{level}}', values)
      : others.length === 0
        ? t('chart.label.outside', '{{arrow}} {{distance}} to {{level}}', values)
        : t('chart.label.outside-nearest', '{{arrow}} {{distance}} from the nearest to {{level}}', values);
  return { ...label, text };
}

function linesOf(metrics: readonly MetricProtocol[]): Line[] {
  const lines = new Map<string, Line>();
  for (const metric of metrics) {
    for (const level of metric.rule.levels) {
      level.condition.bounds.forEach((bound, index) => {
        const key = `${level.severity} ${level.condition.operator} ${bound} ${metric.kind}`;
        const line = lines.get(key) ?? { level, index, metrics: [] };
        line.metrics.push(metric);
        lines.set(key, line);
      });
    }
  }
  return [...lines.values()];
}

function labelOf(
  level: Level,
  index: number,
  [first, ...others]: MetricProtocol[],
  t: Translate
): Omit<LevelLabel, 'position'> {
  if (first.kind !== 'ruled') {
    return { text: first.formatLevel(level.condition.bounds[index] ?? NaN) };
  }
  const owner = ownerOf(first);
  const shared = others.every((metric) => ownerOf(metric) === owner);
  const acts = level.severity === 'critical' || first.rule.levels.length === 1;
  return {
    text: thresholdLineNames(t, level, first.formatLevel, shared && acts ? owner : undefined)[index],
    severity: level.severity,
  };
}

/** A placeholder ("TBD") is nobody. */
function ownerOf({ rule }: MetricProtocol): string | undefined {
  return says(rule, 'owner') ? rule.text.owner?.value : undefined;
}
