import type { GrafanaTheme2 } from '@grafana/data';
import { UPlotConfigBuilder } from '@grafana/ui';

import { DAY, HOUR, MINUTE, SECOND } from '../time/units';

/** The last tick of a time axis. */
export interface Tick {
  /** Epoch ms. */
  time: number;
  /** As the axis writes it. */
  text: string;
  /** How far it is from the tick before it, px. */
  apart: number;
}

/** A time axis as the host chart draws it. */
export interface TimeAxis {
  /** Epoch ms. */
  from: number;
  to: number;
  /** px */
  width: number;
  /** As Grafana names it: `browser`, `utc`, or of the IANA database. */
  timeZone: string;
  theme: GrafanaTheme2;
}

/** A month and a year, as uPlot counts them where it chooses how far its ticks are apart. */
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

/** How far the ticks of a time axis may be apart, ms: uPlot's own list from a second on. */
const STEPS = [
  ...[1, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 4, 6, 8, 12].map((n) => n * HOUR),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15].map((n) => n * DAY),
  ...[1, 2, 3, 4, 6].map((n) => n * MONTH),
  ...[1, 2, 5, 10, 25, 50, 100].map((n) => n * YEAR),
];

/** uPlot's number for the side below the plot. */
const BELOW = 2;

/** As an axis of the builder is given it. */
type Plot = Parameters<Extract<NonNullable<BuiltAxis['space']>, (...of: never[]) => unknown>>[0];
type BuiltAxis = NonNullable<ReturnType<UPlotConfigBuilder['getConfig']>['axes']>[number];

/**
 * The last tick of a native time axis, which the host chart tells nobody about. How much room a label needs and what it
 * says comes from Grafana's own axis builder; where ticks stand is uPlot's rule: whole steps of the wall clock, days and
 * months counted from the first in view.
 *
 * @returns undefined where ticks are less than a second apart, where there is none, and where the clocks change close by
 */
export function lastTick({ from, to, width, timeZone, theme }: TimeAxis): Tick | undefined {
  const builder = new UPlotConfigBuilder(timeZone);
  builder.addAxis({ scaleKey: 'x', isTime: true, timeZone, theme });
  const { axes: [axis] = [], tzDate = (time: number) => new Date(time) } = builder.getConfig();
  const { space, values } = axis ?? {};
  if (typeof space !== 'function' || typeof values !== 'function') {
    return undefined;
  }
  // These functions read nothing of the plot but its axes and its scales.
  const scales: Plot['scales'] = { x: { time: true, min: from, max: to } };
  const plot = { axes: [{ ...axis, side: BELOW }], scales } as Pick<Plot, 'axes' | 'scales'> as Plot;
  const room = (step: number) => (step / (to - from)) * width;
  const needed = space(plot, 0, from, to, width);
  const step = STEPS.find((each) => room(each) >= needed);
  if (step === undefined || room(SECOND / 2) >= needed) {
    return undefined;
  }
  const wallAt = (time: number) => wallOf(tzDate(time));
  const [first, last] = [wallAt(from), wallAt(to)];
  const wall = lastStep(first, last, step);
  const near = to - (last - wall);
  const time = near + wall - wallAt(near);
  const isPlain = wallAt(time) === wall && (step >= DAY || wallAt(time - step) === wall - step);
  const text: unknown = values(plot, [time], 0, room(step), step)?.[0];
  return wall >= first && isPlain && typeof text === 'string' ? { time, text, apart: room(step) } : undefined;
}

/** What the clock on the wall shows, as if it were that of UTC: its local hours tell the date that uPlot is given. */
function wallOf(date: Date): number {
  return Date.UTC(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
    date.getMilliseconds()
  );
}

/** The last tick of a wall clock that goes from one moment to another, with ticks so far apart. */
function lastStep(from: number, to: number, step: number): number {
  if (step < DAY) {
    return to - (to % step);
  }
  if (step < MONTH) {
    const first = Math.ceil(from / DAY) * DAY;
    return first + Math.floor((to - first) / step) * step;
  }
  const months = step < YEAR ? step / MONTH : (step / YEAR) * 12;
  const begin = monthOf(from) - (step < YEAR ? 0 : monthOf(from) % 12);
  const first = atMonth(begin) === from ? begin : begin + months;
  return atMonth(first + Math.floor((monthOf(to) - first) / months) * months);
}

/** Months since the year 0. */
function monthOf(wall: number): number {
  const date = new Date(wall);
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

/** The begin of such a month. */
function atMonth(months: number): number {
  return new Date(0).setUTCFullYear(Math.floor(months / 12), months % 12, 1);
}
