// The local host: `node demo/server/start.mjs`. Builds the page first where it is stale.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildDemo, buildFolder } from '../build.mjs';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

await buildDemo();
const { start } = await import(pathToFileURL(join(buildFolder, 'server/main.mjs')).href);
start({ project, page: join(buildFolder, 'page'), env: process.env });
