#!/usr/bin/env node
// protocol-export: builds the program where that has not been done, and runs it.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { buildProgram, PROGRAM } from './build.mjs';

if (!existsSync(PROGRAM) || process.env.PROTOCOL_EXPORT_BUILT !== '1') {
  await buildProgram();
}
const { main } = await import(pathToFileURL(PROGRAM).href);
process.exitCode = main(process.argv.slice(2));
