// Builds the conformance tool, which is TypeScript, and runs it: node conformance/run.mjs [--trace FILE] [--pairs N] …
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(project, 'node_modules/.cache/protocol-conformance');

await build({
  configFile: false,
  logLevel: 'error',
  root: project,
  // @grafana/data is made for bundlers, not for Node.
  ssr: { noExternal: true },
  build: { ssr: join(project, 'conformance/main.ts'), outDir, target: 'node20', emptyOutDir: true },
});
const { main } = await import(pathToFileURL(join(outDir, 'main.mjs')).href);
process.exitCode = (await main(project, process.argv.slice(2))) ? 0 : 1;
