import { execSync } from 'node:child_process';

import { measureBytes } from './bytes.mjs';
import { measureEvaluation } from './evaluation.mjs';
import { measureReads } from './reads.mjs';
import { measureRecords } from './records.mjs';
import { measureRender } from './render.mjs';
import { tellFigures } from './tellFigures.mjs';
import { measureWall } from './wall.mjs';

// Builds what is measured; its output is no figure.
execSync('npm run --silent build && npm run --silent dashboards && node demo/build.mjs', {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const { first, refresh } = await measureRender();

const { perHour, beforeDrawn } = await measureReads();

<<<<<<< HEAD
const { own, nodes, wall, pipeline, stat } = await measureWall();
=======
const { calmReads, calmWrites, breachReads, breachWrites } = await measureRecords();
>>>>>>> record16

const figures = [
  ...measureBytes(),
  ['first-render-ratio', first, 1.15],
  ['refresh-ratio', refresh, 1.15],
  // Of a dashboard with 100 metrics: once a minute.
  ['annotation-reads-per-hour', perHour, 60],
  ['annotation-reads-before-first-render', beforeDrawn, 0],
<<<<<<< HEAD
  // 1,000 metrics of 500 samples: what the wall itself takes of a refresh, ms.
  ['wall-refresh-median', own.median, 50],
  ['wall-refresh-p95', own.p95, 100],
  ['wall-dom-nodes', nodes, 3000],
  // Beside it whole refreshes of a dashboard with the same data: drawn by the wall, not at all, by a Stat panel.
  ['wall-dashboard-refresh-median', wall.median, undefined],
  ['wall-dashboard-refresh-p95', wall.p95, undefined],
  ['wall-data-alone-median', pipeline.median, undefined],
  ['wall-data-alone-p95', pipeline.p95, undefined],
  ['wall-stat-median', stat.median, undefined],
  ['wall-stat-p95', stat.p95, undefined],
=======
  // The same with recording on, and nothing that fires.
  ['recording-calm-reads-per-hour', calmReads, 60],
  ['recording-calm-writes', calmWrites, 0],
  // A breach that fires and ends, by the screen that leads, beside the read of each minute.
  ['recording-reads-per-breach', breachReads, 3],
  ['recording-writes-per-breach', breachWrites, 2],
>>>>>>> record16
  ...(await measureEvaluation()),
];

process.exit(tellFigures(figures) ? 0 : 1);
