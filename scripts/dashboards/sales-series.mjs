import { labelledHeader, timeSeriesCsv } from './csv.mjs';
import { lineAt, lineOf, rounded } from './curve.mjs';
import { noiseOf } from './noise.mjs';
import { DAY, yesterdayOf } from './time.mjs';

/** 26 weeks. */
const DAYS = 182;
/** The youngest days carry less noise, so that what the dashboards show today does not hang on the weekday. */
const SETTLED_DAYS = 10;
const SETTLED_NOISE = 0.3;

/**
 * A series of one value a day. `line` is its shape as `days before yesterday:value`, `weekend` is added on
 * Saturdays and Sundays, `noise` is the most that chance adds or takes away, `missing` are days without a figure.
 */
const METRICS = {
  // Around 26 %, a week of warning five weeks ago, below 20 % since the paid campaign of ten days ago.
  'lead-conversion': {
    line: lineOf(
      '181:26.1 160:27.2 120:26.2 90:27 60:26.3 45:26.2 42:25.8 41:22.9 38:22.4 34:22.8 ' +
        '33:26.3 20:26.6 11:26 10:25.6 9:23.3 8:22.9 7:22.2 6:21.2 5:19.2 4:18.4 2:17.8 0:17.2'
    ),
    weekend: -0.3,
    noise: 0.6,
    decimals: 1,
  },
  // Hours. A week of holidays thirteen weeks ago went beyond the critical level.
  'lead-response': {
    line: lineOf('181:3.4 150:4.2 120:3.1 98:3.6 97:5.5 95:6.7 93:6.6 92:5.5 91:4.2 60:2.9 30:3.9 10:4 0:3.4'),
    weekend: 0.3,
    noise: 0.35,
    decimals: 1,
  },
  // Percent. A broken form sixteen weeks ago.
  'lead-source-accuracy': {
    line: lineOf('181:93.8 150:94.6 118:93.2 117:91.2 112:90.8 109:91.4 108:93.4 60:95 30:94.6 0:94.2'),
    noise: 0.5,
    decimals: 1,
  },
  // The paid campaign that brings many leads and few opportunities.
  'new-leads': {
    line: lineOf('181:128 90:142 60:150 11:152 9:185 0:196'),
    weekend: -92,
    noise: 14,
    decimals: 0,
  },
  'pipeline-coverage': {
    line: lineOf('181:3.3 140:3.5 91:3.2 90:3.6 45:3.3 0:3.1'),
    noise: 0.06,
    decimals: 2,
  },
  // Percent of Finance's commit; above zero, Sales promises more than Finance plans with.
  'commit-gap': {
    line: lineOf(
      '181:3 150:-2 120:4.5 112:5 111:9.1 107:9.4 104:8.8 103:6 91:1 70:-3.5 40:2 20:5 10:6.6 ' +
        '5:7.2 4:8.5 2:9.3 1:9.1 0:9.6'
    ),
    noise: 0.4,
    decimals: 1,
  },
  'average-discount': {
    line: lineOf('181:9.5 120:10.2 92:11.4 89:10 60:10.1 30:11 10:12.4 0:12.9'),
    noise: 0.3,
    decimals: 1,
  },
  'handoff-disputes': {
    line: lineOf('181:9 120:11 60:13 20:15 6:16 3:17 2:17 1:19 0:20'),
    noise: 1.3,
    decimals: 0,
  },
  'handoff-to-kickoff': {
    line: lineOf('181:4.6 120:4.1 70:5.1 30:4.4 0:4.2'),
    noise: 0.3,
    decimals: 1,
  },
};

/** Hours from a lead to its first answer, by region. */
const RESPONSE_BY_REGION = [
  { region: 'DACH', line: around(3.1) },
  { region: 'UK and Ireland', line: around(2.8) },
  { region: 'Nordics', line: around(3.4), missing: [60, 59, 58, 57, 56] },
  { region: 'Benelux', line: around(2.6) },
  { region: 'France', line: lineOf('181:4.4 60:4.6 4:4.9 3:6.8 0:7') },
  { region: 'Iberia', line: lineOf('181:4.1 60:4.4 9:4.8 7:6.6 6:7.3 5:8.7 3:9.2 0:9.4') },
  { region: 'Italy', line: around(4.2) },
  { region: 'Eastern Europe', line: around(3.7) },
  { region: 'US East', line: around(2.2) },
  { region: 'US West', line: around(2.4) },
  { region: 'Canada', line: lineOf('181:4 60:4.5 1:4.9 0:6.5') },
  { region: 'Australia', line: around(3.9) },
];

/** The CSVs of the sales dashboards by name. */
export function salesCsvs(now) {
  const times = Array.from({ length: DAYS }, (_, row) => yesterdayOf(now) - (DAYS - 1 - row) * DAY);
  const regions = RESPONSE_BY_REGION.map(({ region, ...shape }) => ({
    header: labelledHeader({ region, team: `SDR ${region}`, channel: `#sdr-${slugOf(region)}` }),
    values: dailyValues(region, { weekend: 0.3, noise: 0.4, decimals: 1, ...shape }, times),
  }));
  return {
    ...Object.fromEntries(
      Object.entries(METRICS).map(([name, shape]) => [
        name,
        timeSeriesCsv(times, [{ header: 'Value', values: dailyValues(name, shape, times) }]),
      ])
    ),
    'lead-response-by-region': timeSeriesCsv(times, regions),
  };
}

function dailyValues(name, { line, weekend = 0, noise, decimals, missing = [] }, times) {
  const nextNoise = noiseOf(name);
  return times.map((time, row) => {
    const age = DAYS - 1 - row;
    const chance = nextNoise() * noise * (age < SETTLED_DAYS ? SETTLED_NOISE : 1);
    return missing.includes(age)
      ? null
      : rounded(lineAt(line, age) + chance + (isWeekend(time) ? weekend : 0), decimals);
  });
}

function around(hours) {
  return [
    [181, hours],
    [140, hours * 1.12],
    [60, hours * 0.9],
    [0, hours],
  ];
}

function isWeekend(time) {
  return [0, 6].includes(new Date(time).getUTCDay());
}

function slugOf(region) {
  return region.toLowerCase().replaceAll(' ', '-');
}
