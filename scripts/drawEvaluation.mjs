// Builds the drawings' code, which is TypeScript, and writes docs/evaluation.md with its drawings: node scripts/drawEvaluation.mjs
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(project, 'node_modules/.cache/protocol-drawings');

await build({
  configFile: false,
  logLevel: 'error',
  root: project,
  // lodash is made for bundlers, not for Node's own imports by name.
  ssr: { noExternal: ['lodash'] },
  build: { ssr: join(project, 'scripts/drawings/main.ts'), outDir, target: 'node20', emptyOutDir: true },
});
const { main } = await import(pathToFileURL(join(outDir, 'main.mjs')).href);
for (const file of await main(project)) {
  console.log(file);
}
