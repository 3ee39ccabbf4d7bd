#!/usr/bin/env node
/**
 * Writes the JSON Schemas of rules and rule files, docs/schema/*.json, from the schema of the sources:
 *
 *   node scripts/writeSchema.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { build } from 'vite';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(project, 'node_modules/.cache/protocol-schema');
const out = join(project, 'docs/schema');

await build({
  configFile: false,
  logLevel: 'error',
  root: project,
  // Node finds no named imports in lodash.
  ssr: { noExternal: true },
  build: { ssr: join(project, 'src/tables/file/jsonSchema.ts'), outDir: built, target: 'node20', emptyOutDir: true },
});
const { schemaFiles } = await import(pathToFileURL(join(built, 'jsonSchema.mjs')).href);

mkdirSync(out, { recursive: true });
for (const [name, schema] of Object.entries(schemaFiles())) {
  const file = join(out, name);
  const style = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(schema), { ...style, filepath: file }));
  console.log(relative(process.cwd(), file));
}
