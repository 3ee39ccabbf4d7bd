import { csvOf, timeSeriesCsv } from './csv.mjs';
import { lineAt, lineOf, rounded } from './curve.mjs';
import { noiseOf } from './noise.mjs';
import { DAY, HOUR, timeText, yesterdayOf } from './time.mjs';

const DAYS = 30;

/** Figures of days: `how many days before the newest figure:value`. */
const FIGURES = {
  'First call, Iberia': { line: lineOf('29:4.1 6:4.6 4:6.6 0:9.2'), noise: 0.15, decimals: 1 },
  'First call, France': { line: lineOf('29:3.9 18:4.2 15:6 12:6.2 10:4.2 3:4.4 2:5.6 0:5.9'), noise: 0.1, decimals: 1 },
  'Tickets open for a week': { line: lineOf('29:18 12:22 3:26 0:24'), noise: 1, decimals: 0 },
};

const HEADERS = ['Submitted at', 'Metric', 'Level', 'Since', 'Your name', 'Your answer', 'Comments'];

/** Figures with breaches, and what people answered to them in a form: the last answer is one that nobody understands. */
export function responseCsvs(now) {
  const newest = yesterdayOf(now);
  const days = Array.from({ length: DAYS }, (_, row) => newest - (DAYS - 1 - row) * DAY);
  return {
    figures: timeSeriesCsv(
      days,
      Object.keys(FIGURES).map((header) => ({ header, values: valuesOf(header, days) }))
    ),
    answers: csvOf(HEADERS, answers(newest)),
  };
}

function valuesOf(name, days) {
  const { line, noise, decimals } = FIGURES[name];
  const next = noiseOf(`responses ${name}`);
  return days.map((_, row) => rounded(lineAt(line, DAYS - 1 - row) + next() * noise, decimals));
}

function answers(newest) {
  const at = (days, hours) => timeText(newest - days * DAY + hours * HOUR);
  return [
    [at(13, 10), 'First call, France', 'warning', null, 'Luc Martin', 'I have it', 'Two people are ill'],
    [at(11, 16), 'First call, France', 'warning', null, 'Luc Martin', 'Done: hired a temp for two weeks', null],
    [at(2, 9), 'First call, Iberia', 'critical', null, 'Ana Ruiz', 'I have it', 'Calling the oldest ten'],
    [at(1, 11), 'First call, Iberia', 'critical', null, 'Ana Ruiz', 'Handed to Ben Okafor', 'on leave from tomorrow'],
    [at(1, 12), 'First call, France', null, null, 'Luc Martin', 'Not sure what to do', null],
  ];
}
