import type { DataFrame, Field } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { UPlotConfigBuilder, buildScaleKey } from '@grafana/ui';
import { NOT_STACKED, UPSIDE_DOWN, UPWARDS, VERTICAL } from './nativeValues';

import { asDrawn, timeFieldOf } from '../frames/drawnFields';

/** A field's axis. */
export interface Axis {
  /** Axes with the same key are one. */
  key: string;
  /** The values at its lower and its upper end. */
  min: number;
  max: number;
  /** Where a value stands: 0 at the lower end, 1 at the upper; outside of that it is out of view. */
  positionOf: (value: number) => number;
}

/** The axis of a field; undefined where it does not show the field's values as they are. */
export type Axes = (field: Field) => Axis | undefined;

/**
 * The axes of a native Time series of these frames, from Grafana's own scale builder, so that a label lands on the line
 * that the host chart draws. (The chart itself tells nobody about its scales.) Each is worked out once, when it is asked
 * for.
 *
 * @param from - start of the time axis, epoch ms: values outside of it stretch no axis
 * @param to - its end
 * @returns the axis of a field; undefined for stacked and transformed series, and where there is nothing to draw
 */
export function axesOf(frames: readonly DataFrame[], from: number, to: number): Axes {
  const known = new Map<string, Axis | undefined>();
  return (given) => {
    const field = asDrawn(given);
    const key = scaleKey(field);
    if (!known.has(key)) {
      known.set(key, axisOf(field, key, frames, from, to));
    }
    return known.get(key);
  };
}

function axisOf(field: Field, key: string, frames: readonly DataFrame[], from: number, to: number): Axis | undefined {
  const fields = frames.flatMap((frame) => sameAxis(frame, key));
  if (fields.some((shown) => !showsValuesAsTheyAre(shown.field))) {
    return undefined;
  }
  const extent = fields.reduce<Extent>(
    (sofar, shown) => widen(sofar, shown.field, shown.time, from, to),
    [Infinity, -Infinity]
  );
  const scale = buildScale(field, key);
  const range = extent[0] <= extent[1] && scale ? scale.range(extent) : undefined;
  return range && scale ? toAxis(key, range, scale.distr, scale.asinh) : undefined;
}

type Extent = readonly [number, number];

function scaleKey(field: Field): string {
  return buildScaleKey(field.config, field.type);
}

function sameAxis(frame: DataFrame, key: string) {
  const time = timeFieldOf(frame);
  return time
    ? frame.fields
        .map(asDrawn)
        .filter(
          (field) => field.type === FieldType.number && scaleKey(field) === key && !field.config.custom?.hideFrom?.viz
        )
        .map((field) => ({ field, time }))
    : [];
}

function showsValuesAsTheyAre({ config: { custom } }: Field): boolean {
  const stacked = custom?.stacking?.mode !== undefined && custom.stacking.mode !== NOT_STACKED;
  return !stacked && custom?.transform !== UPSIDE_DOWN;
}

function widen([low, high]: Extent, field: Field, time: Field, from: number, to: number): Extent {
  let min = low;
  let max = high;
  for (let i = 0; i < field.values.length; i++) {
    const value = field.values[i];
    if (typeof value === 'number' && time.values[i] >= from && time.values[i] <= to) {
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
  }
  return [min, max];
}

function buildScale(field: Field, key: string) {
  const { min, max, decimals, custom } = field.config;
  const builder = new UPlotConfigBuilder();
  builder.addScale({
    scaleKey: key,
    orientation: VERTICAL,
    direction: UPWARDS,
    distribution: custom?.scaleDistribution?.type,
    log: custom?.scaleDistribution?.log,
    linearThreshold: custom?.scaleDistribution?.linearThreshold,
    min,
    max,
    softMin: custom?.axisSoftMin,
    softMax: custom?.axisSoftMax,
    centeredZero: custom?.axisCenteredZero,
    decimals,
  });
  const scales = builder.getConfig().scales ?? {};
  const { range, distr = 1, asinh = 1 } = scales[key] ?? {};
  // The axis of a switch has its ends as they are.
  if (Array.isArray(range) && range.every((end) => typeof end === 'number')) {
    return { distr, asinh, range: () => range };
  }
  if (typeof range !== 'function') {
    return undefined;
  }
  return {
    distr,
    asinh,
    // The range function reads nothing of the plot but its scales.
    range: ([low, high]: Extent) => range({ scales } as Parameters<typeof range>[0], low, high, key),
  };
}

/** uPlot's distributions: 3 is logarithmic, 4 is inverse hyperbolic sine, the others are linear. */
function toAxis(key: string, [min, max]: ReadonlyArray<number | null>, distr: number, asinh: number): Axis | undefined {
  if (min === null || max === null || min === undefined || max === undefined || min === max) {
    return undefined;
  }
  const warp = warpOf(distr, asinh);
  return { key, min, max, positionOf: (value) => (warp(value) - warp(min)) / (warp(max) - warp(min)) };
}

function warpOf(distr: number, asinh: number): (value: number) => number {
  switch (distr) {
    case 3:
      return Math.log;
    case 4:
      return (value) => Math.asinh(value / asinh);
    default:
      return (value) => value;
  }
}
