// Screens that record the same breaches, with crashes, lost replies and errors: each breach has to be on the record once.
//   npm run simulate -- [--breaches 10000] [--screens 8] [--seed 1]
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values } = parseArgs({
  options: {
    breaches: { type: 'string', default: '10000' },
    screens: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const run = { breaches: Number(values.breaches), screens: Number(values.screens), seed: Number(values.seed) };

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(project, 'node_modules/.cache/protocol-simulation');

await build({
  configFile: false,
  logLevel: 'error',
  root: project,
  // @grafana/data is made for bundlers, not for Node.
  ssr: { noExternal: true },
  build: { ssr: join(project, 'bench/recordSimulation.ts'), outDir, target: 'node20', emptyOutDir: true },
});
const { simulate } = await import(pathToFileURL(join(outDir, 'recordSimulation.mjs')).href);

const begin = performance.now();
const outcome = await simulate(run);
const seconds = Math.round((performance.now() - begin) / 1000);
console.log(`${run.screens} screens, ${run.breaches} breaches, seed ${run.seed}: ${outcome.hours} h in ${seconds} s`);
for (const [name, figure] of Object.entries(outcome)) {
  console.log(`${name.padEnd(16)}${String(figure).padStart(8)}`);
}
const { breaches, once, lost, surplus, unended, foreignTouched } = outcome;
const isRight = once === breaches && lost + surplus + unended + foreignTouched === 0;
console.log(isRight ? '✓ each breach is on the record once' : `✗ --seed ${run.seed} shows it again`);
process.exit(isRight ? 0 : 1);
