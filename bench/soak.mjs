// An hour of a stream at four packets a second, and a day of a wall: what is kept of them stays as it is. Exits non-zero over
// a limit.
import { dirname, join } from 'node:path';
import { memoryUsage } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

import { soakWall } from './soakWall.mjs';
import { tellFigures } from './tellFigures.mjs';

const QUARTER = 15 * 60 * 4;
const LIMIT = 1.05;

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(project, 'node_modules/.cache/protocol-soak');

await build({
  configFile: false,
  logLevel: 'error',
  root: project,
  // @grafana/data is made for bundlers, not for Node.
  ssr: { noExternal: true },
  build: { ssr: join(project, 'bench/streamedPanel.ts'), outDir, target: 'node20', emptyOutDir: true },
});
const { StreamedPanel } = await import(pathToFileURL(join(outDir, 'streamedPanel.mjs')).href);

const panel = new StreamedPanel();
const heaps = [1, 2, 3, 4].map(() => {
  panel.receive(QUARTER);
  globalThis.gc();
  return memoryUsage().heapUsed;
});
const figures = [
  ...heaps.map((bytes, index) => [`soak-heap-kb-quarter-${index + 1}`, Math.round(bytes / 1024), undefined]),
  ['soak-heap-ratio', Math.max(...heaps.slice(1)) / heaps[0], LIMIT],
];
const wall = await soakWall();
figures.push(
  ['soak-wall-refreshes', wall.refreshes, undefined],
  ['soak-wall-heap-growth-mb', wall.heapMb, 5],
  // A text that comes and goes is a node or two.
  ['soak-wall-dom-node-growth', wall.nodes, 50],
  ['soak-wall-listener-growth', wall.listeners, 0]
);
process.exitCode = tellFigures(figures) ? 0 : 1;
