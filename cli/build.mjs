import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = dirname(fileURLToPath(import.meta.url));

/** Where the built program is: the rooms that it shares with the panel are TypeScript. */
export const PROGRAM = join(folder, 'dist/main.mjs');

/** Builds the program, with all that it needs. */
export async function buildProgram() {
  await build({
    configFile: false,
    logLevel: 'error',
    root: dirname(folder),
    ssr: { noExternal: true },
    build: { ssr: join(folder, 'main.ts'), outDir: dirname(PROGRAM), target: 'node20', emptyOutDir: true },
  });
}
