import { lineOf } from './curve.mjs';

/**
 * The shapes of the sales figures. `line` is `how long before the newest figure:value`, in days or weeks; `noise` is the
 * most that chance adds or takes away. Days may have more:
 *
 * - `weekend` is added on Saturdays and Sundays
 * - in the youngest `calmDays` there is little chance and no weekend
 * - `settling` is the share of a figure that is known so many days later: the rest trickles in
 * - `missing` are days without a figure
 */
export const DAILY = {
  // A lead has 14 days to become an opportunity, so the youngest days are low whatever happens. What stands is around
  // 26 %: four low days before the quarter's start, a week of warning seven weeks ago, below 20 % since the paid campaign
  // of three weeks ago.
  'lead-conversion': {
    line: lineOf(
      '181:26.1 176:26.2 175:21.4 173:21 171:21.6 170:25.9 160:27.2 134:26.2 104:27 74:26.3 59:26.2 56:25.8 55:22.9 52:22.4 ' +
        '48:22.8 47:26.3 34:26.6 25:26 24:25.6 23:23.3 22:22.9 21:22.2 20:21.2 19:19.2 18:18.4 16:17.8 14:16.7 0:16.8'
    ),
    weekend: -0.3,
    noise: 0.6,
    decimals: 1,
    calmDays: 24,
    settling: lineOf('14:1 13:0.98 11:0.92 9:0.84 7:0.73 5:0.58 3:0.38 2:0.27 1:0.16 0:0.06'),
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
    line: lineOf('181:128 90:142 60:150 25:152 23:185 0:196'),
    weekend: -92,
    noise: 14,
    decimals: 0,
    calmDays: 0,
  },
  // Percent of the plan for the 30 days before. The order desk needs up to four days to book what is signed.
  'bookings-to-plan': {
    line: lineOf(
      '181:97.5 150:101 130:103 112:99 104:97.4 100:93.6 97:93.2 93:94.1 90:98.5 60:102 30:100.4 3:101.3 0:101.5'
    ),
    noise: 0.8,
    decimals: 1,
    settling: lineOf('3:1 2:0.965 1:0.92 0:0.865'),
  },
  'pipeline-coverage': {
    line: lineOf('181:3.3 140:3.5 91:3.2 90:3.6 45:3.3 0:3.1'),
    noise: 0.06,
    decimals: 2,
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

/** Figures of weeks, which come on the Monday after. The newest `late` of them have not come. */
export const WEEKLY = {
  // Percent of Finance's commit; above zero, Sales promises more than Finance plans with.
  'commit-gap': {
    line: lineOf('25:3 21:-2 17:4.5 16:9.3 15:9.6 14:6 13:1 10:-3.5 6:2 3:5 2:6.1 1:6.9 0:9.6'),
    noise: 0.4,
    decimals: 1,
  },
  // Percent of the new pipeline, from the file that the partner managers send. Two have not come.
  'partner-pipeline': {
    line: lineOf('25:19 18:22.5 12:20.4 8:23.6 3:21.8 0:21.8'),
    noise: 0.9,
    decimals: 1,
    late: 2,
  },
};

/** Hours from a lead to its first answer, by region, and the time zone that its people keep. */
export const RESPONSE_BY_REGION = [
  { region: 'DACH', zone: 'Europe/Berlin', response: answeredIn(around(3.1)) },
  { region: 'UK and Ireland', zone: 'Europe/London', response: answeredIn(around(2.8)) },
  {
    region: 'Nordics',
    zone: 'Europe/Stockholm',
    response: answeredIn(around(3.4), [60, 59, 58, 57, 56]),
  },
  { region: 'Benelux', zone: 'Europe/Amsterdam', response: answeredIn(around(2.6)) },
  { region: 'France', zone: 'Europe/Paris', response: answeredIn(lineOf('181:4.4 60:4.6 4:4.9 3:6.8 0:7')) },
  {
    region: 'Iberia',
    zone: 'Europe/Madrid',
    response: answeredIn(lineOf('181:4.1 60:4.4 9:4.8 7:6.6 6:7.3 5:8.7 3:9.2 0:9.4')),
  },
  { region: 'Italy', zone: 'Europe/Rome', response: answeredIn(around(4.2)) },
  { region: 'Eastern Europe', zone: 'Europe/Warsaw', response: answeredIn(around(3.7)) },
  { region: 'US East', zone: 'America/New_York', response: answeredIn(around(2.2)) },
  { region: 'US West', zone: 'America/Los_Angeles', response: answeredIn(around(2.4)) },
  { region: 'Canada', zone: 'America/Toronto', response: answeredIn(lineOf('181:4 60:4.5 1:4.9 0:6.5')) },
  { region: 'Australia', zone: 'Australia/Sydney', response: answeredIn(around(3.9)) },
];

/**
 * Of the leads of seven days the share that Sales accepted, percent, and how many leads that were, by region. Canada has
 * had few since its SDR left, the Nordics in their holidays: too few for a share to mean anything.
 */
export const ACCEPTANCE_BY_REGION = [
  { region: 'DACH', acceptance: acceptedOf(62), leads: leadsOf(lineOf('181:260 0:340')) },
  { region: 'UK and Ireland', acceptance: acceptedOf(58), leads: leadsOf(lineOf('181:190 0:240')) },
  {
    region: 'Nordics',
    acceptance: acceptedOf(60, '121:62 120:44 112:36 104:47 103:60'),
    leads: leadsOf(lineOf('181:70 121:64 120:14 112:9 104:16 103:58 0:72')),
  },
  { region: 'Benelux', acceptance: acceptedOf(64), leads: leadsOf(lineOf('181:85 0:110')) },
  { region: 'Iberia', acceptance: acceptedOf(55, '60:54 30:51.5'), leads: leadsOf(lineOf('181:60 0:66')) },
  {
    region: 'Canada',
    acceptance: acceptedOf(57, '13:56 12:50 8:41.7 4:33.3 0:33.3'),
    leads: { ...leadsOf(lineOf('181:38 20:36 13:27 12:16 8:12 4:9 0:9')), noise: 0 },
  },
];

function around(hours) {
  return [
    [181, hours],
    [140, hours * 1.12],
    [60, hours * 0.9],
    [0, hours],
  ];
}

function answeredIn(line, missing) {
  return { line, weekend: 0.3, noise: 0.4, decimals: 1, missing };
}

function acceptedOf(percent, rest = '') {
  const first = `181:${percent - 1} 150:${percent + 2}`;
  return { line: lineOf(`${first} ${rest || `70:${percent - 2} 0:${percent}`}`), noise: 1.2, decimals: 1 };
}

function leadsOf(line) {
  return { line, noise: 4, decimals: 0 };
}
