import { csvOf, labelledHeader, timeSeriesCsv } from './csv.mjs';
import { lineAt, lineOf, rounded } from './curve.mjs';
import { noiseOf } from './noise.mjs';
import { MINUTE, timeText } from './time.mjs';

const STEP = 5 * MINUTE;
/** Twice the range of the dashboard, so that it stays filled for hours after the script ran. */
const SPAN_HOURS = 12;
const HOSTS = 60;

/** Shapes as `hours ago:value`. Every face is judged against levels of 70 (warning) and 80 (critical). */
const SHAPES = {
  calm: lineOf('12:50 0:50'),
  'high-for-an-hour': lineOf('12:50 1.05:50 1:86 0:86'),
  'high-for-two-hours': lineOf('12:50 2.05:50 2:91 0:91'),
  'was-high': lineOf('12:50 3.05:50 3:88 1.55:88 1.5:50 0:50'),
  'high-throughout': lineOf('12:88 0:88'),
};

/** The CSVs of the faces by name: samples of five minutes up to now, and tables that are no time series. */
export function facesCsvs(now) {
  return {
    ...Object.fromEntries(Object.entries(SHAPES).map(([name, line]) => [name, faceCsv(now, name, line)])),
    'stopped-three-hours-ago': faceCsv(now, 'stopped', SHAPES.calm, { untilHoursAgo: 3 }),
    'stopped-yesterday': faceCsv(now, 'yesterday', lineOf('36:50 0:50'), { hours: 36, untilHoursAgo: 24 }),
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
  const latest = Math.floor(now / MINUTE) * MINUTE;
  const steps = (hours - untilHoursAgo) * ((60 * MINUTE) / STEP);
  return Array.from({ length: steps + 1 }, (_, row) => latest - hours * 60 * MINUTE + row * STEP);
}

function valuesOf(now, name, line, times) {
  const nextNoise = noiseOf(name);
  const latest = Math.floor(now / MINUTE) * MINUTE;
  return times.map((time) => rounded(lineAt(line, (latest - time) / (60 * MINUTE)) + nextNoise() * 2, 1));
}
