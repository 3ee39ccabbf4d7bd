import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { measureRender } from './render.mjs';

// Builds what is measured; its output is no figure.
execSync('npm run --silent build && npm run --silent dashboards && node demo/build.mjs', {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const { first, refresh } = await measureRender();

/** A line a figure: name, value, limit. */
const figures = [
  ['module-gzip-bytes', gzipSync(readFileSync('dist/module.js'), { level: 9 }).length, 80_000],
  ['first-render-ratio', first, 1.15],
  ['refresh-ratio', refresh, 1.15],
];

for (const [name, value, limit] of figures) {
  console.log(`${name} ${Number.isInteger(value) ? value : value.toFixed(3)} ${limit}`);
}
process.exit(figures.some(([, value, limit]) => value > limit) ? 1 : 0);
