import type { ColorFamily } from './color';
import { colorFamily } from './color';
import type { Direction } from './condition';
import type { Bounds } from './schema';

/** Grafana's Thresholds option of one field, as much of it as a rule needs. */
export interface NativeThresholds {
  mode: string;
  /** Ascending. The first is the base, whatever its value (null, -Infinity, 0). */
  steps: ReadonlyArray<{ value: number | null; color: string }>;
  /** The ends of the range which percentages are of; without both of them they are percent of nothing. */
  min?: number;
  max?: number;
  /** Whether a thresholds style (lines, filled regions) is set: then even the default thresholds are meant. */
  styled?: boolean;
}

/** The levels that native thresholds say. At least one of them is there. */
export interface ThresholdLevels {
  direction: Exclude<Direction, 'inside'>;
  warning?: Bounds;
  critical?: Bounds;
}

/** What native thresholds say: one of these, or nothing. */
export interface ThresholdReading {
  levels?: ThresholdLevels;
  /** Levels in percent of a range that nobody stated: they can't be judged. */
  rangeless?: ThresholdLevels;
  /** Colours that don't tell a direction. */
  undecided?: string;
}

/** The values from `from` up to the next step's, in one colour. */
interface Zone {
  from: number;
  family: ColorFamily;
}

/**
 * Reads native thresholds as levels, by their colours (design: "Native thresholds read as levels").
 *
 * The zones in which a metric is normal are the green ones; with no green at all, the neutral ones (blue, grey,
 * transparent…). Neutral zones that lead away from every alarm colour (blue on top of green) are normal, too. Normal at
 * the base means *above*, normal at the top *below*, normal in the middle *outside*. The step next to normal is the
 * warning where there are two or more on its side, the outermost is critical, a single one is critical; where one side
 * of *outside* has a single step, that bounds both levels.
 *
 * Edges are as Grafana colours (`value >= step`): *above* is `value >= step` and *below* `value < step`, exactly.
 * *Outside* is `value < low || value > high`: a value on the upper step itself, which Grafana already colours, is still
 * normal, because no operator takes in just one of two bounds.
 *
 * @returns Nothing for no steps, for no alarm colour, and for the untouched default that every Grafana panel has (green,
 * red at 80, absolute, no style); `undecided` (the colours) where normal is in several places or nowhere; `rangeless`
 * where percentages have no range: by the data's own range 80 % would be another number at each zoom.
 */
export function readThresholds(native: NativeThresholds | undefined): ThresholdReading {
  if (!native || isUntouchedDefault(native)) {
    return {};
  }
  const zones = toZones(native);
  if (zones.length < 2 || !zones.some(isAlarm)) {
    return {};
  }
  const normal = normalStretch(zones);
  if (!normal) {
    return { undecided: native.steps.map((step) => step.color).join(', ') };
  }
  const [first, last] = normal;
  // Bounds on each side, from the one next to normal outwards.
  const lower = zones
    .slice(1, first + 1)
    .map((zone) => zone.from)
    .reverse();
  const upper = zones.slice(last + 1).map((zone) => zone.from);
  const levels = toLevels(lower, upper);
  return isPercentage(native) && !rangeOf(native) ? { rangeless: levels } : { levels };
}

function toLevels(lower: readonly number[], upper: readonly number[]): ThresholdLevels {
  if (upper.length === 0) {
    return { direction: 'below', ...nearAndFar(lower, lower[0], lower[lower.length - 1]) };
  }
  if (lower.length === 0) {
    return { direction: 'above', ...nearAndFar(upper, upper[0], upper[upper.length - 1]) };
  }
  const longer = lower.length > upper.length ? lower : upper;
  return {
    direction: 'outside',
    ...nearAndFar<Bounds>(longer, [lower[0], upper[0]], [lower[lower.length - 1], upper[upper.length - 1]]),
  };
}

function nearAndFar<T extends Bounds>(side: readonly number[], near: T, far: T): { warning?: T; critical: T } {
  return side.length > 1 ? { warning: near, critical: far } : { critical: far };
}

/** The default that Grafana gives every panel, with no threshold style: nobody has agreed on it. */
function isUntouchedDefault({ mode, steps, styled }: NativeThresholds): boolean {
  return (
    !styled &&
    !isPercentage({ mode }) &&
    steps.length === 2 &&
    steps[0].color === 'green' &&
    steps[1].color === 'red' &&
    steps[1].value === 80
  );
}

function toZones(native: NativeThresholds): Zone[] {
  const [base, ...steps] = native.steps;
  if (!base) {
    return [];
  }
  const toValue = scale(native);
  const zones = steps
    .map((step) => ({ from: toValue(step.value), family: colorFamily(step.color) }))
    .filter((zone) => Number.isFinite(zone.from))
    .sort((a, b) => a.from - b.from);
  return [{ from: -Infinity, family: colorFamily(base.color) }, ...zones];
}

/** From a step's value to the field's: percentages are of the range from min to max, and without one they stay. */
function scale(native: NativeThresholds): (value: number | null) => number {
  const range = isPercentage(native) ? rangeOf(native) : undefined;
  if (!range) {
    return (value) => value ?? NaN;
  }
  const [low, high] = range;
  return (value) => (value === null ? NaN : low + ((high - low) * value) / 100);
}

function isPercentage({ mode }: Pick<NativeThresholds, 'mode'>): boolean {
  return mode === 'percentage';
}

function rangeOf({ min, max }: NativeThresholds): readonly [number, number] | undefined {
  return min !== undefined && max !== undefined && min < max ? [min, max] : undefined;
}

/** First and last index of the zones in which the metric is normal; undefined where they are not one stretch. */
function normalStretch(zones: readonly Zone[]): [number, number] | undefined {
  const family = zones.some((zone) => zone.family === 'good') ? 'good' : 'neutral';
  const isNormal = (zone: Zone) => zone.family === family;
  let first = zones.findIndex(isNormal);
  let last = zones.map(isNormal).lastIndexOf(true);
  if (first < 0 || !zones.slice(first, last).every(isNormal)) {
    return undefined;
  }
  first = zones.slice(0, first).some(isAlarm) ? first : 0;
  last = zones.slice(last + 1).some(isAlarm) ? last : zones.length - 1;
  return [first, last];
}

function isAlarm(zone: Zone): boolean {
  return zone.family === 'alarm';
}
