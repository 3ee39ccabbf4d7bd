import { timeSeriesCsv } from './csv.mjs';
import { lineAt, lineOf, rounded } from './curve.mjs';
import { noiseOf } from './noise.mjs';
import { MINUTE } from './time.mjs';

const STEP = 5 * MINUTE;
const SAMPLES = (24 * 60) / 5;

/** Two queues: how many minutes before now, and how long each was. What is above 60 for ten minutes is a breach. */
const QUEUES = {
  Returns: {
    line: lineOf('1440:22 1200:30 1170:74 1110:81 1085:28 460:25 430:66 400:72 385:30 60:26 50:70 0:83'),
    noise: 2,
  },
  Invoices: { line: lineOf('1440:18 700:24 670:69 640:33 300:20 0:24'), noise: 2 },
};

/** The last day of two queues, a sample every five minutes, the newest of the last one that is over. */
export function recordsCsvs(now) {
  const last = Math.floor(now / STEP) * STEP;
  const times = Array.from({ length: SAMPLES }, (_, row) => last - (SAMPLES - 1 - row) * STEP);
  const columns = Object.entries(QUEUES).map(([header, { line, noise }]) => {
    const nextNoise = noiseOf(`records ${header}`);
    return {
      header,
      values: times.map((time) => rounded(Math.max(0, lineAt(line, (last - time) / MINUTE) + nextNoise() * noise), 0)),
    };
  });
  return { queues: timeSeriesCsv(times, columns) };
}
