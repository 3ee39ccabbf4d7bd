// Builds the page and the server of the local host into node_modules/.cache, unless nothing changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const demo = dirname(fileURLToPath(import.meta.url));
const project = dirname(demo);
export const buildFolder = process.env.DEMO_BUILD ?? join(project, 'node_modules/.cache/protocol-demo');

/** Every file of the demo, and the lock file: what decides whether a build is stale. */
function inputs(folder = demo) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return inputs(path);
    }
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const path of [...inputs().sort(), join(project, 'package-lock.json')]) {
    hash.update(relative(project, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds what is stale; resolves to true when it had to. */
export async function buildDemo() {
  const stamp = join(buildFolder, 'stamp');
  const current = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) {
    return false;
  }
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const configFile = join(demo, 'vite.config.ts');
  await build({ configFile, logLevel: 'warn', build: { outDir: join(buildFolder, 'page') } });
  await build({
    configFile,
    logLevel: 'warn',
    build: {
      ssr: join(demo, 'server/main.ts'),
      outDir: join(buildFolder, 'server'),
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
  mkdirSync(buildFolder, { recursive: true });
  writeFileSync(stamp, current);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  const built = await buildDemo();
  console.log(built ? `Demo page built in ${((Date.now() - started) / 1000).toFixed(1)} s.` : 'Demo page is up to date.');
}
