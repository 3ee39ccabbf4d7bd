// An hour of a stream at four packets a second: what is kept of it stays as it is. Exits non-zero over the limit.
import { dirname, join } from 'node:path';
import { memoryUsage } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

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
process.exitCode = tellFigures(figures) ? 0 : 1;
