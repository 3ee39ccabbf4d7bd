/**
 * `npm run e2e:clocks`: the specs that are about time, under several clocks, in several zones, on one local host. What else
 * is given goes to Playwright: `npm run e2e:clocks -- tests/time.spec.ts`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { countBrowser, runPart, tellResults } from './testParts.mjs';

/** Moments at which something was wrong once, or may well be. */
const CLOCKS = {
  // Late in the evening by UTC, and past midnight in Berlin: what began an hour ago began yesterday.
  'shortly before midnight': '2026-03-11T23:40:00Z',
  'shortly after midnight': '2026-03-12T00:10:00Z',
  'before noon': '2026-03-11T10:40:00Z',
  'a Sunday': '2026-03-15T15:20:00Z',
  // Summer time has ended in Berlin two hours ago: the hours in view have one twice.
  'a day when the clocks change': '2026-10-25T03:30:00Z',
};

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland'];

const COUNTED = 'test-results/e2e.json';

const STARTS_WITHIN_MS = 180_000;

const PORT = process.env.PORT ?? '4182';

async function main(args) {
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results', { recursive: true });
  const built = await runPart({ name: 'build', command: ['npm', 'run', '--silent', 'build'] });
  if (built.failed > 0) {
    return tellResults([built]);
  }
  const host = startHost();
  process.once('exit', () => host.kill('SIGTERM'));
  await answers(host);
  const results = [];
  for (const [clock, moment] of Object.entries(CLOCKS)) {
    for (const zone of ZONES) {
      results.push(await runPart(specs(clock, moment, zone, args)));
    }
  }
  return tellResults(results);
}

function specs(clock, moment, zone, args) {
  // Each run clears its own folder: what the others left of a failure stays.
  rmSync(COUNTED, { force: true });
  const folder = join('test-results', `${clock} ${zone}`.replaceAll(/\W+/g, '-'));
  return {
    name: `${clock}, ${zone}`,
    command: ['npx', 'playwright', 'test', '--grep', '@time', '--output', folder, ...args],
    env: { LOCAL_HOST: 'running', PORT, SPECS_NOW: moment, SPECS_ZONE: zone },
    isTold: true,
    count: () => countBrowser(COUNTED),
  };
}

/** The host reads the dashboards anew at every request, so it serves all clocks; Playwright's config says where they are. */
function startHost() {
  const env = { ...process.env, PORT, PROVISIONING_DATA: `node_modules/.cache/protocol-specs/${PORT}` };
  return spawn(process.execPath, ['demo/server/start.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Waits until the host answers, which it does a moment after its page is built. */
async function answers(host) {
  const until = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    try {
      await fetch(`http://localhost:${PORT}/api/health`, { signal: AbortSignal.timeout(5_000) });
      return;
    } catch (error) {
      if (host.exitCode !== null || Date.now() > until) {
        throw new Error(`The local host does not answer on port ${PORT}.`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

// The host ends with this process, however that is told to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(1));
}
process.exit((await main(process.argv.slice(2))) ? 0 : 1);
