import { execSync } from 'node:child_process';

import { measureBytes } from './bytes.mjs';
import { measureEvaluation } from './evaluation.mjs';
import { measureReads } from './reads.mjs';
import { measureRecords } from './records.mjs';
import { measureRender } from './render.mjs';
import { tellFigures } from './tellFigures.mjs';

// Builds what is measured; its output is no figure.
execSync('npm run --silent build && npm run --silent dashboards && node demo/build.mjs', {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const { first, refresh } = await measureRender();

const { perHour, beforeDrawn } = await measureReads();

const { calmReads, calmWrites, breachReads, breachWrites } = await measureRecords();

const figures = [
  ...measureBytes(),
  ['first-render-ratio', first, 1.15],
  ['refresh-ratio', refresh, 1.15],
  // Of a dashboard with 100 metrics: once a minute.
  ['annotation-reads-per-hour', perHour, 60],
  ['annotation-reads-before-first-render', beforeDrawn, 0],
  // The same with recording on, and nothing that fires.
  ['recording-calm-reads-per-hour', calmReads, 60],
  ['recording-calm-writes', calmWrites, 0],
  // A breach that fires and ends, by the screen that leads, beside the read of each minute.
  ['recording-reads-per-breach', breachReads, 3],
  ['recording-writes-per-breach', breachWrites, 2],
  ...(await measureEvaluation()),
];

process.exit(tellFigures(figures) ? 0 : 1);
