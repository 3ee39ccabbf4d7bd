import { germanHolidays, nextQuarterStart, quarterStart } from './calendar.mjs';
import { dateText, MINUTE, timeText } from './time.mjs';

const WHOLE = /^<(csv|rule): ([^<>]+)>$/;
const WITHIN = /<(date|clock|instant|holidays): ([^<>]+)>/g;

const UNITS = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE };
/** What a day may be counted from; now, if it is not said. */
const DAYS_OF_THE_PLAN = { quarter: quarterStart, 'next quarter': nextQuarterStart };

/**
 * A dashboard from its template. A string that is nothing but a placeholder is replaced by what it names:
 *
 * - `<csv: sales/lead-conversion>`: the CSV of that name
 * - `<rule: sales/lead-conversion>`: the rule of that name, filled in turn
 *
 * In any string, these become text relative to now (UTC):
 *
 * - `<date: -260d>`: the day that far from now, `YYYY-MM-DD`; `<date: quarter>` and `<date: next quarter>` are the first
 *   days of quarters, `<date: quarter -9d>` lies before one
 * - `<clock: -1h>`: the time of day, `HH:MM`
 * - `<instant: -30m>`: the minute, `2026-03-02T09:30:00Z`
 * - `<holidays: Germany>`: the holidays of last year, this year and the next
 */
export function fill(template, sources) {
  if (Array.isArray(template)) {
    return template.map((item) => fill(item, sources));
  }
  if (typeof template === 'object' && template !== null) {
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, sources)]));
  }
  return typeof template === 'string' ? filledText(template, sources) : template;
}

function filledText(template, sources) {
  const match = WHOLE.exec(template);
  if (!match) {
    return template.replaceAll(WITHIN, (_, kind, name) => TEXTS[kind](name, sources.now));
  }
  const [, kind, name] = match;
  return kind === 'csv' ? found(sources.csvs, kind, name) : fill(found(sources.rules, kind, name), sources);
}

const TEXTS = {
  date: (name, now) => {
    const [, start, distance] = /^(quarter|next quarter)? ?(.*)$/.exec(name);
    return dateText((start ? DAYS_OF_THE_PLAN[start](now) : now) + (distance ? distanceOf(distance) : 0), 0);
  },
  clock: (name, now) => timeText(minuteAt(name, now)).slice(11, 16),
  instant: (name, now) => timeText(minuteAt(name, now)),
  holidays: (name, now) => found({ Germany: germanHolidays(now).join(' ') }, 'holidays', name),
};

function found(values, kind, name) {
  if (!(name in values)) {
    throw new Error(`There is no ${kind} "${name}". Known: ${Object.keys(values).join(', ')}`);
  }
  return values[name];
}

function minuteAt(distance, now) {
  return Math.floor((now + distanceOf(distance)) / MINUTE) * MINUTE;
}

function distanceOf(text) {
  const match = /^([+-]?\d+)([mhd])$/.exec(text);
  if (!match) {
    throw new Error(`"${text}" is no distance such as -260d, -1h or 30m`);
  }
  return Number(match[1]) * UNITS[match[2]];
}
