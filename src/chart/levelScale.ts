import type { DataFrame, Field } from '@grafana/data';
import { FieldType, ThresholdsMode } from '@grafana/data';
import { UPlotConfigBuilder, buildScaleKey } from '@grafana/ui';
import { LINEAR, NOT_STACKED, UPSIDE_DOWN, UPWARDS, VERTICAL } from './nativeValues';

import { asDrawn } from '../frames/drawnFields';
import { drawnTimes } from './comparison';

/** A field's axis. */
export interface Axis {
  /** Axes with the same key are one. */
  key: string;
  /** The values at its lower and its upper end. */
  min: number;
  max: number;
  /** Where a value stands: 0 at the lower end, 1 at the upper; outside of that it is out of view. */
  positionOf: (value: number) => number;
  /** It ends where the settled values do, and some that have not settled leave it: the host chart has to be told so. */
  isSettled: boolean;
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
 * @param settledTo - the moment up to which a field's values have settled, epoch ms; undefined where all have. Where all
 * fields of an axis have settled up to the same moment, and nobody set its ends, younger values don't stretch it.
 * @returns the axis of a field; undefined for stacked and transformed series, and where there is nothing to draw
 */
export function axesOf(
  frames: readonly DataFrame[],
  from: number,
  to: number,
  settledTo: SettledTo = () => undefined
): Axes {
  const known = new Map<string, Axis | undefined>();
  return (given) => {
    const field = asDrawn(given);
    if (field.type !== FieldType.number) {
      return undefined;
    }
    const key = scaleKey(field);
    if (!known.has(key)) {
      known.set(key, axisOf(field, key, frames, { from, to, settledTo }));
    }
    return known.get(key);
  };
}

type SettledTo = (field: Field) => number | undefined;

interface TimeAxis {
  from: number;
  to: number;
  settledTo: SettledTo;
}

function axisOf(field: Field, key: string, frames: readonly DataFrame[], time: TimeAxis): Axis | undefined {
  const fields = frames.flatMap((frame) => sameAxis(frame, key, drawnTimes(frame, frames, time.from)));
  if (fields.some((shown) => !showsValuesAsTheyAre(shown.field))) {
    return undefined;
  }
  const scale = buildScale(field, key);
  const whole = extentOf(fields, time.from, time.to);
  if (!scale || whole[0] > whole[1]) {
    return undefined;
  }
  const settled = extentOf(fields, time.from, Math.min(time.to, settledEnd(fields, time.settledTo) ?? time.to));
  const [min, max] = settled[0] <= settled[1] ? scale.range(settled) : scale.range(whole);
  const isSettled = isNumber(min) && isNumber(max) && (whole[0] < min || whole[1] > max) && canEnd(fields);
  return toAxis({ key, isSettled }, isSettled ? [min, max] : scale.range(whole), scale.distr, scale.asinh);
}

/** The moment up to which all of them have settled, where it is the same. */
function settledEnd(fields: readonly OnAxis[], settledTo: SettledTo): number | undefined {
  const [end, ...others] = new Set(fields.map(({ given }) => settledTo(given)));
  return others.length === 0 ? end : undefined;
}

/** Whether an axis can be given ends: nobody gave it any, and nothing is measured by them. */
function canEnd(fields: readonly OnAxis[]): boolean {
  return fields.every(({ field: { config } }) => {
    const distribution: unknown = config.custom?.scaleDistribution?.type;
    return (
      !isNumber(config.min) &&
      !isNumber(config.max) &&
      (distribution === undefined || distribution === LINEAR) &&
      config.thresholds?.mode !== ThresholdsMode.Percentage
    );
  });
}

function isNumber(end: unknown): end is number {
  return typeof end === 'number';
}

type Extent = readonly [number, number];

/** Fields with the same key share an axis. */
export function scaleKey(field: Field): string {
  return buildScaleKey(field.config, field.type);
}

/** A field that an axis is of: as it is given, and as it is drawn. */
interface OnAxis {
  given: Field;
  field: Field;
  times: Field['values'];
}

function sameAxis(frame: DataFrame, key: string, times: Field['values'] | undefined): OnAxis[] {
  return times
    ? frame.fields
        .map((given) => ({ given, field: asDrawn(given), times }))
        .filter(
          ({ field }) =>
            field.type === FieldType.number && scaleKey(field) === key && !field.config.custom?.hideFrom?.viz
        )
    : [];
}

function extentOf(fields: readonly OnAxis[], from: number, to: number): Extent {
  return fields.reduce<Extent>(
    (sofar, { field, times }) => widen(sofar, field, times, from, to),
    [Infinity, -Infinity]
  );
}

function showsValuesAsTheyAre({ config: { custom } }: Field): boolean {
  const stacked = custom?.stacking?.mode !== undefined && custom.stacking.mode !== NOT_STACKED;
  return !stacked && custom?.transform !== UPSIDE_DOWN;
}

function widen([low, high]: Extent, field: Field, times: Field['values'], from: number, to: number): Extent {
  let min = low;
  let max = high;
  for (let i = 0; i < field.values.length; i++) {
    const value = field.values[i];
    if (typeof value === 'number' && times[i] >= from && times[i] <= to) {
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
function toAxis(
  axis: Pick<Axis, 'key' | 'isSettled'>,
  [min, max]: ReadonlyArray<number | null>,
  distr: number,
  asinh: number
): Axis | undefined {
  if (min === null || max === null || min === undefined || max === undefined || min === max) {
    return undefined;
  }
  const warp = warpOf(distr, asinh);
  return { ...axis, min, max, positionOf: (value) => (warp(value) - warp(min)) / (warp(max) - warp(min)) };
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
