import { csvOf, labelledHeader, timeSeriesCsv } from './csv.mjs';
import { lineAt, lineOf, rounded } from './curve.mjs';
import { noiseOf } from './noise.mjs';
import { DAY, HOUR, MINUTE, timeText } from './time.mjs';

const STEP = 5 * MINUTE;
/** Twice the range of the dashboard, so that it stays filled for hours after the script ran. */
const SPAN_HOURS = 12;
const SPAN_DAYS = 28;
const HOSTS = 60;

/** Shapes as `hours ago:value`. Every face is judged against levels of 70 (warning) and 80 (critical). */
const SHAPES = {
  calm: lineOf('12:50 0:50'),
  'high-for-an-hour': lineOf('12:50 1.05:50 1:86 0:86'),
  'high-for-two-hours': lineOf('12:50 2.05:50 2:91 0:91'),
  'high-until-an-hour-ago': lineOf('12:50 2.05:50 2:91 1.05:91 1:50 0:50'),
  'was-high': lineOf('12:50 3.05:50 3:88 1.55:88 1.5:50 0:50'),
  'high-throughout': lineOf('12:88 0:88'),
};

/** Figures of a day, as `days before yesterday:value`. */
const DAILY_SHAPES = {
  // What settles for four days is judged without the youngest three.
  'high-for-two-days': lineOf('28:50 2:50 1:88 0:91'),
  'high-until-two-days-ago': lineOf('28:50 7:50 6:90 2:90 1:50 0:50'),
};

/** The CSVs of the faces by name: samples of five minutes up to now, figures of days, and tables without times. */
export function facesCsvs(now) {
  return {
    ...Object.fromEntries(Object.entries(SHAPES).map(([name, line]) => [name, faceCsv(now, name, line)])),
    ...Object.fromEntries(
      Object.entries(DAILY_SHAPES).map(([name, line]) => [name, dailyCsv(name, line, dayOf(now) - DAY)])
    ),
    'stopped-three-hours-ago': faceCsv(now, 'stopped', SHAPES.calm, { untilHoursAgo: 3 }),
    'stopped-yesterday': faceCsv(now, 'yesterday', lineOf('36:50 0:50'), { hours: 36, untilHoursAgo: 24 }),
    // Every day at the same time the figure of the day before is due.
    'due-an-hour-ago': dailyCsv('due', SHAPES.calm, dayOf(now - HOUR) - 2 * DAY),
    'due-in-six-hours': dailyCsv('not yet due', SHAPES.calm, dayOf(now + 6 * HOUR) - 2 * DAY),
    'few-for-an-hour': fewCsv(now),
    'sixty-hosts': hostsCsv(now),
    'no-numbers': noNumbersCsv(now),
    'no-times': csvOf(
      ['Region', 'Open deals'],
      [
        ['DACH', 41],
        ['Nordics', 23],
        ['Iberia', 17],
      ]
    ),
  };
}

function faceCsv(now, name, line, reach) {
  const times = timesOf(now, reach);
  return timeSeriesCsv(times, [{ header: 'Value', values: valuesOf(now, name, line, times) }]);
}

/** Figures of days, stamped as dates are: with the day's midnight. */
function dailyCsv(name, line, newest) {
  const nextNoise = noiseOf(name);
  const days = Array.from({ length: SPAN_DAYS }, (_, row) => newest - (SPAN_DAYS - 1 - row) * DAY);
  const values = days.map((day) => rounded(lineAt(line, (newest - day) / DAY) + nextNoise() * 2, 1));
  return timeSeriesCsv(days, [{ header: 'Value', values }]);
}

/** How many were counted for each sample: forty, and three in the last hour. */
function fewCsv(now) {
  const times = timesOf(now);
  const values = times.map((time) => (minuteOf(now) - time <= HOUR ? 3 : 40));
  return timeSeriesCsv(times, [{ header: 'Value', values }]);
}

function hostsCsv(now) {
  const times = timesOf(now);
  return timeSeriesCsv(
    times,
    Array.from({ length: HOSTS }, (_, index) => {
      const host = `web-${String(index + 1).padStart(2, '0')}`;
      const line = index % 20 === 7 ? SHAPES['high-for-two-hours'] : lineOf(`12:${30 + (index % 7) * 4} 0:34`);
      return {
        header: labelledHeader({ host, team: `Team ${'ABC'[index % 3]}` }),
        values: valuesOf(now, host, line, times),
      };
    })
  );
}

function noNumbersCsv(now) {
  const stages = ['Lead', 'Qualified', 'Opportunity', 'Won'];
  return csvOf(
    ['Time', 'Stage'],
    timesOf(now, { hours: 1 }).map((time, row) => [timeText(time), stages[row % stages.length]])
  );
}

function timesOf(now, { hours = SPAN_HOURS, untilHoursAgo = 0 } = {}) {
  const steps = (hours - untilHoursAgo) * (HOUR / STEP);
  return Array.from({ length: steps + 1 }, (_, row) => minuteOf(now) - hours * HOUR + row * STEP);
}

function valuesOf(now, name, line, times) {
  const nextNoise = noiseOf(name);
  return times.map((time) => rounded(lineAt(line, (minuteOf(now) - time) / HOUR) + nextNoise() * 2, 1));
}

function minuteOf(time) {
  return Math.floor(time / MINUTE) * MINUTE;
}

function dayOf(time) {
  return Math.floor(minuteOf(time) / DAY) * DAY;
}
