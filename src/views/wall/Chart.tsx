import { memo, useMemo } from 'react';

import type { WallMetric } from '../../protocol/wall/wallMetrics';
import type { Point } from '../../protocol/wall/spark';
import { sparkOf } from '../../protocol/wall/spark';
import { breachColor } from './palette';
import { useWallLook } from './wallContext';

interface ChartProps {
  one: WallMetric;
  width: number;
  height: number;
}

/** A light drawing of a metric with its levels and its breaches: nobody points at a wall. */
export const Chart = memo(function Chart({ one, width, height }: ChartProps) {
  const { palette, scale } = useWallLook();
  const { metric, drawn } = one;
  const spark = useMemo(
    () =>
      drawn &&
      sparkOf(
        {
          ...drawn,
          levels: metric.rule.levels,
          breaches: metric.judged.on === 'awaited' ? [] : metric.judged.breaches,
        },
        { width, height }
      ),
    [drawn, metric, width, height]
  );
  if (!spark) {
    return <div style={{ height }} />;
  }
  const { lines, levels, breaches, last } = spark;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      style={{ display: 'block' }}
    >
      {covering(breaches).map(({ x, width: breadth, severity }, index) => (
        <rect key={index} x={x} width={breadth} height={height} fill={breachColor(palette, severity)} />
      ))}
      {levels.map(({ y, severity }, index) => (
        <line
          key={index}
          x2={width}
          y1={y}
          y2={y}
          stroke={palette.strong[severity]}
          strokeWidth={2.5 * scale}
          strokeDasharray={`${12 * scale} ${9 * scale}`}
        />
      ))}
      {lines.map((line, index) => (
        <path
          key={index}
          d={pathOf(line)}
          fill="none"
          stroke={palette.ink}
          strokeWidth={3.5 * scale}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ))}
      {last && <circle cx={Math.min(last[0], width - 7 * scale)} cy={last[1]} r={7 * scale} fill={palette.ink} />}
    </svg>
  );
});

/** What is critical is drawn over the warning that it came of. */
function covering<T extends { severity: string }>(breaches: readonly T[]): T[] {
  return [...breaches].sort((a, b) => Number(a.severity === 'critical') - Number(b.severity === 'critical'));
}

function pathOf(line: readonly Point[]): string {
  return `M${line.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}
