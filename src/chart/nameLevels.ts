import type { DataFrame } from '@grafana/data';

import type { MetricProtocol } from '../protocol/protocol';
import { says } from '../rule/answers';
import type { Level } from '../rule/level';
import type { Translate } from '../words/translate';
import { thresholdLineNames } from '../words/conditionWords';
import type { LevelLabel } from './LevelLabels';
import type { Axes } from './levelScale';

/** One threshold line with the metrics that share it. */
interface Line {
  level: Level;
  /** Which of the level's bounds the line is. */
  index: number;
  metrics: MetricProtocol[];
}

/**
 * The names of the threshold lines of a chart, each line once: "Critical < 20 %: Demand Gen". The owner is named where
 * all metrics that share the line have the same.
 *
 * @param series - the data of the whole panel, which the metrics' indexes point into
 */
export function nameLevels(
  metrics: readonly MetricProtocol[],
  series: readonly DataFrame[],
  axes: Axes,
  t: Translate
): LevelLabel[] {
  return linesOf(metrics).flatMap(({ level, index, metrics: sharing }) => {
    const bound = level.condition.bounds[index];
    const [{ frameIndex, fieldIndex }] = sharing;
    const position = axes(series[frameIndex].fields[fieldIndex])?.positionOf(bound ?? NaN);
    return position !== undefined && Number.isFinite(position)
      ? { ...labelOf(level, index, sharing, t), position }
      : [];
  });
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
