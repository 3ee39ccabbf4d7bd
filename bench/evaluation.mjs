// What evaluation costs: a line a figure, name, value, limit. Exits non-zero over a limit.
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

import { tellFigures } from './tellFigures.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(project, 'node_modules/.cache/protocol-bench');

/**
 * Builds what is measured and measures it.
 *
 * @returns {Promise<Array<[name: string, value: number, limit: number | undefined]>>}
 */
export async function measureEvaluation() {
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    // @grafana/data is made for bundlers, not for Node.
    ssr: { noExternal: true },
    build: { ssr: join(project, 'bench/evaluation.ts'), outDir, target: 'node20', emptyOutDir: true },
  });
  return (await import(pathToFileURL(join(outDir, 'evaluation.mjs')).href)).measureEvaluation();
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = tellFigures(await measureEvaluation()) ? 0 : 1;
}
