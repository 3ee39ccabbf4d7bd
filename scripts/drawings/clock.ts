import { tzOffset } from '@date-fns/tz';

import type { TimeWords } from '../../src/words/whenWords';
import { DAY, MINUTE } from '../../src/time/units';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The steps that a time axis may have. */
const STEPS = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * MINUTE);
const MOST_TICKS = 8;

/** Times in words, in the zone of a drawing, without the machine's locale: a drawing is the same everywhere. */
export interface Clock extends TimeWords {
  /** "09:25", or a day with its time where the range has several days. */
  brief: (time: number) => string;
  /** The ticks of a time axis, ascending. */
  ticks: () => Array<{ time: number; words: string }>;
}

export function clockOf(span: { from: number; to: number }, timeZone = 'UTC'): Clock {
  const hasDays = span.to - span.from > DAY;
  const brief = (time: number) => {
    const local = localTime(time, timeZone);
    return hasDays ? `${weekday(local)} ${hour(local)}` : hour(local);
  };
  return {
    at: brief,
    since: brief,
    brief,
    day: (time) => day(localTime(time, timeZone)),
    date: (time) => day(localTime(time, timeZone)),
    fullDate: (time) => day(localTime(time, 'UTC')),
    isoDay: (time) => new Date(localTime(time, timeZone)).toISOString().slice(0, 10),
    ticks: () => ticksOf(span, timeZone),
  };
}

function ticksOf({ from, to }: { from: number; to: number }, timeZone: string): Array<{ time: number; words: string }> {
  const step = STEPS.find((size) => (to - from) / size < MOST_TICKS) ?? STEPS[STEPS.length - 1];
  const offset = localTime(from, timeZone) - from;
  const first = Math.ceil((from + offset) / step) * step;
  const count = Math.floor((to + offset - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const local = first + index * step;
    return {
      time: local - offset,
      words: step >= DAY || (local % DAY === 0 && to - from > DAY) ? day(local) : hour(local),
    };
  });
}

/** The wall clock of a zone as if it were UTC, epoch ms. */
function localTime(time: number, timeZone: string): number {
  return time + tzOffset(timeZone, new Date(time)) * MINUTE;
}

function hour(local: number): string {
  return new Date(local).toISOString().slice(11, 16);
}

function weekday(local: number): string {
  return WEEKDAYS[new Date(local).getUTCDay()];
}

function day(local: number): string {
  const date = new Date(local);
  return `${weekday(local)} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
