import { csvOf, timeSeriesCsv } from './csv.mjs';
import { lineAt, lineOf, rounded } from './curve.mjs';
import { noiseOf } from './noise.mjs';
import { dateText, DAY, yesterdayOf } from './time.mjs';
import { quarterStart } from './calendar.mjs';

const DAYS = 182;

/** Ten figures of a sales plan: `how many days before the newest figure:value`. */
const FIGURES = {
  'Lead conversion': { line: lineOf('181:26 60:26.4 30:26 24:25.6 22:23 20:20.8 18:18.6 0:17'), noise: 0.5 },
  'Win rate': { line: lineOf('181:24.5 90:26 0:25.2'), noise: 0.7 },
  'Pipeline coverage': { line: lineOf('181:3.4 90:3.6 0:3.3'), noise: 0.08 },
  'Average discount': { line: lineOf('181:8.6 40:9.2 12:10.4 8:12.9 0:13.2'), noise: 0.3 },
  'Open handoff disputes': { line: lineOf('181:8 60:7 6:9 1:10 0:14'), noise: 0.6 },
  'New leads': { line: lineOf('181:130 30:152 0:188'), noise: 12 },
  'Lead response DACH': { line: lineOf('181:3.2 60:3.8 0:3.4'), noise: 0.3 },
  'Lead response Iberia': { line: lineOf('181:3.6 12:4 8:5.6 6:6.9 0:7.2'), noise: 0.2 },
  'Lead response Canada': { line: lineOf('181:6.8 60:7.2 0:7'), noise: 0.3 },
  'Churned accounts': { line: lineOf('181:2.4 130:2.6 110:3.5 0:3.5'), noise: 0.2 },
};

/** The plan as a sheet: its figures, their rules, who is who; and the same with mistakes, to show what is said of them. */
export function planCsvs(now) {
  return {
    figures: figuresCsv(Object.keys(FIGURES), now),
    rules: csvOf(RULE_HEADERS, rules(now)),
    people: csvOf(PEOPLE_HEADERS, people(now)),
    'some-figures': figuresCsv(['Win rate', 'Average discount', 'Open handoff disputes', 'Pipeline coverage'], now),
    'rules-with-mistakes': csvOf([...MISTAKE_HEADERS], MISTAKES),
    'people-with-mistakes': csvOf(PEOPLE_HEADERS, [
      ['Sales coach', 'Ines Carvalho', 'ines@example.com', 'Tom Berg', '03/04/2031'],
      ['Handoff lead', null, null, null, null],
    ]),
  };
}

function figuresCsv(names, now) {
  const days = Array.from({ length: DAYS }, (_, row) => yesterdayOf(now) - (DAYS - 1 - row) * DAY);
  return timeSeriesCsv(
    days,
    names.map((header) => ({ header, values: valuesOf(header, days) }))
  );
}

function valuesOf(name, days) {
  const { line, noise } = FIGURES[name];
  const nextNoise = noiseOf(`plan ${name}`);
  // The youngest days carry less chance, so that what is shown today does not hang on the day.
  return days.map((_, row) => {
    const age = DAYS - 1 - row;
    return rounded(lineAt(line, age) + nextNoise() * noise * (age < 10 ? 0.3 : 1), 1);
  });
}

const RULE_HEADERS = [
  ...['KPI', 'Meaning', 'Act when', 'Warning', 'Critical', 'For (days)', 'Role', 'First step', 'Automation'],
  ...['Escalate after', 'Escalate to', 'Next review', 'Context only', 'Effective from'],
  ...['Agreed by', 'Agreed on', 'Fingerprint'],
];

function rules(now) {
  const review = dateText(now, 120);
  const quarter = dateText(quarterStart(now), 0);
  const agreed = dateText(now, -240);
  const rule = ({
    kpi,
    meaning,
    when,
    warning,
    critical,
    days,
    role,
    step,
    automation = 'By hand',
    after,
    to,
    from,
    fingerprint,
  }) => [
    ...[kpi, meaning, when, warning, critical, days, role, step, automation],
    ...[after ?? '5 days', to ?? 'VP Sales', review, null, from ?? null],
    ...['Sales and Finance', from ?? agreed, fingerprint],
  ];
  return [
    rule({
      ...{ kpi: 'Lead conversion', fingerprint: 'f1-9adc57af' },
      meaning: 'Share of the leads of a week that became an opportunity.',
      ...{ when: 'below', warning: '24 %', critical: '20 %', days: 2, role: 'Demand Gen' },
      ...{ step: '1. Pause the campaigns that convert worst\n2. Call the 20 newest leads' },
      automation: 'Lead routing switches to inbound only',
    }),
    rule({
      ...{ kpi: 'Win rate', fingerprint: 'f1-edd9fbe7' },
      meaning: 'Share of the decided opportunities that were won, 30 days.',
      ...{ when: 'below', warning: '22 %', critical: '18 %', days: 5, role: 'Sales coach' },
      step: 'Listen to the last ten lost calls',
    }),
    rule({
      ...{ kpi: 'Pipeline coverage', fingerprint: 'f1-f525a02a' },
      meaning: 'Open pipeline over what is left of the target.',
      ...{ when: 'below', warning: '3', critical: '2.5', days: 5, role: 'Sales lead' },
      step: 'Hold the pipeline day of the team',
    }),
    rule({
      ...{ kpi: 'Average discount', fingerprint: 'f1-bbdea632' },
      meaning: 'Of the deals that were signed, 30 days.',
      ...{ when: 'above', warning: '12 %', critical: '15 %', days: 3, role: 'Deal desk' },
      step: 'Two people sign each discount above 10 %',
    }),
    rule({
      ...{ kpi: 'Open handoff disputes', fingerprint: 'f1-3e561e37' },
      meaning: 'Leads that Sales sent back to Marketing.',
      ...{ when: 'above', warning: '12', critical: '18', days: 2, role: 'Handoff lead' },
      step: 'Settle the oldest five in one meeting',
    }),
    rule({
      ...{ kpi: 'Lead response *', fingerprint: 'f1-b75e2cce' },
      meaning: 'From a lead to the first call.',
      ...{ when: 'above', warning: '5 h', critical: '6 h', days: 1, role: 'SDR lead' },
      ...{ step: 'Call the oldest ten leads first', after: '2 days', to: 'Sales lead' },
    }),
    rule({
      ...{ kpi: 'Lead response Canada', fingerprint: 'f1-1580d1b0' },
      meaning: 'From a lead to the first call, across five zones of the clock.',
      ...{ when: 'above', warning: '8 h', critical: '10 h', days: 2, role: 'SDR Canada' },
      ...{ step: 'Ask the East to take over the morning', after: '2 days', to: 'Sales lead' },
    }),
    [
      ...[
        'New leads',
        'Leads of the day.',
        ...Array(10).fill(null),
        'Shown to read the others by',
        ...Array(4).fill(null),
      ],
    ],
    rule({
      ...{ kpi: 'Churned accounts', fingerprint: 'f1-90c55bbf' },
      meaning: 'Accounts that gave notice, a week.',
      ...{ when: 'above', warning: '4', critical: '6', days: 2, role: 'Customer success' },
      step: 'Call the accounts that are next to renew',
    }),
    rule({
      ...{ kpi: 'Churned accounts', fingerprint: 'f1-c79e2d85' },
      meaning: 'Accounts that gave notice, a week.',
      ...{ when: 'above', warning: '3', critical: '5', days: 2, role: 'Customer success' },
      ...{ step: 'Call the accounts that are next to renew', from: quarter },
    }),
  ];
}

const PEOPLE_HEADERS = ['Role', 'Person', 'Contact', 'Deputy', 'Away until'];

function people(now) {
  return [
    ['Demand Gen', 'Ana Ruiz', 'ana@example.com', 'Ben Okafor', dateText(now, 9)],
    ['SDR lead', 'Ben Okafor', 'ben@example.com', 'Li Wen', null],
    ['SDR Canada', 'vacant', null, 'SDR lead', null],
    ['Sales coach', 'Ines Carvalho', 'ines@example.com', null, null],
    ['Sales lead', 'Tom Berg', 'tom@example.com', 'Dana Lee', null],
    ['Deal desk', 'Mia Keller', 'mia@example.com', null, null],
    ['Customer success', 'Li Wen', 'li@example.com', null, null],
    ['VP Sales', 'Dana Lee', 'dana@example.com', 'Tom Berg', null],
  ];
}

const MISTAKE_HEADERS = ['KPI', 'Act when', 'Warning', 'Critical', 'For', 'Role', 'First step', 'Remarks'];

const MISTAKES = [
  // All of it can be used; only the column of remarks is not a field.
  ['Win rate', 'below', '22 %', '18 %', '5 days', 'Sales coach', 'Listen to the last ten lost calls', 'see minutes'],
  // The name is written otherwise than the panel shows it.
  ['average discount', 'above', '12 %', '15 %', '3 days', 'Deal desk', 'Two people sign each discount', null],
  // Thousands or thousandths? And how long is a month?
  ['Open handoff disputes', 'above', '12', '1,234', '1 month', 'Handoff lead', 'Settle the oldest five', null],
  // The metric has no unit that could be counted in percent, and Key Accounts is in no directory.
  ['Pipeline coverage', 'below', '3', '250 %', '5 days', 'Key Accounts', 'Hold the pipeline day', null],
];
