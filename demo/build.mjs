// Builds the page and the server of the local host into node_modules/.cache, unless nothing changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  const current = fingerprint();
  const stamp = join(buildFolder, 'stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) {
    return false;
  }
  // Beside the finished one, so that a running host and a second build never meet a half-written page.
  const folder = `${buildFolder}-${process.pid}`;
  try {
    await buildInto(folder);
    writeFileSync(join(folder, 'stamp'), current);
    rmSync(buildFolder, { recursive: true, force: true });
    renameSync(folder, buildFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

async function buildInto(folder) {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const shared = { configFile: join(demo, 'vite.config.ts'), logLevel: 'error' };
  await build({ ...shared, build: { outDir: join(folder, 'page') } });
  await build({
    ...shared,
    build: {
      ssr: join(demo, 'server/main.ts'),
      outDir: join(folder, 'server'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  const built = await buildDemo();
  const took = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(built ? `Demo page built in ${took} s.\n` : 'Demo page is up to date.\n');
}
