import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { measureEvaluation } from './evaluation.mjs';
import { measureRender } from './render.mjs';

// Builds what is measured; its output is no figure.
execSync('npm run --silent build && npm run --silent dashboards && node demo/build.mjs', {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const { first, refresh } = await measureRender();

/** A line a figure: name, value, limit. One without a limit is told for what it is worth. */
const figures = [
  ['module-gzip-bytes', gzipSync(readFileSync('dist/module.js'), { level: 9 }).length, 80_000],
  ['first-render-ratio', first, 1.15],
  ['refresh-ratio', refresh, 1.15],
  ...(await measureEvaluation()),
];

for (const [name, value, limit] of figures) {
  const figure = Number.isInteger(value) ? value : value.toPrecision(3);
  console.log([name, figure, limit].filter((part) => part !== undefined).join(' '));
}
process.exit(figures.some(([, value, limit]) => value > limit) ? 1 : 0);
