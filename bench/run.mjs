import { execSync } from 'node:child_process';

import { measureBytes } from './bytes.mjs';
import { measureEvaluation } from './evaluation.mjs';
import { measureRender } from './render.mjs';
import { tellFigures } from './tellFigures.mjs';

// Builds what is measured; its output is no figure.
execSync('npm run --silent build && npm run --silent dashboards && node demo/build.mjs', {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const { first, refresh } = await measureRender();

const figures = [
  ...measureBytes(),
  ['first-render-ratio', first, 1.15],
  ['refresh-ratio', refresh, 1.15],
  ...(await measureEvaluation()),
];

process.exit(tellFigures(figures) ? 0 : 1);
