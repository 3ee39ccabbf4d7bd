import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { countBrowser, countUnit, runPart, runSideBySide, tellResults } from './testParts.mjs';

/** The unit tests, in so many pieces that the last ones end at about the same time. */
const UNIT_PIECES = 3;

const BUILD = { name: 'build', command: ['npm', 'run', '--silent', 'build'] };

const LOCAL_HOST = { name: 'local host', command: ['node', 'demo/build.mjs'] };

/** What a browser needs is made first, and beside it what takes as long as the rest of that. */
const FIRST = [BUILD, LOCAL_HOST, { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] }];

/** What needs one processor, the longest first: as many at once as there are processors. */
const SIDE_BY_SIDE = [
  ...Array.from({ length: UNIT_PIECES }, (_, place) => unitPiece(place + 1)),
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'unused', command: ['npm', 'run', '--silent', 'unused'] },
  { name: 'words', command: ['npm', 'run', '--silent', 'words', '--', '--fail-on-update'] },
];

/** Specs that mostly wait, for what a real engine says in its own time: they run beside what needs a processor. */
const ENGINES = {
  name: 'browser, with real engines',
  command: playwright('--workers=1', '--grep=@engines', '--grep-invert=@long', '--output=test-results/engines'),
  env: {
    LOCAL_HOST: 'built',
    PORT: String(Number(process.env.PORT ?? 4181) + 1),
    PLAYWRIGHT_JSON_OUTPUT_FILE: 'test-results/engines.json',
  },
  count: () => countBrowser('test-results/engines.json'),
};

/** Takes all processors for itself, and what was built before. */
const BROWSER = {
  name: 'browser',
  command: playwright('--grep-invert=@long|@engines'),
  env: { LOCAL_HOST: 'built' },
  isTold: true,
  count: () => countBrowser('test-results/e2e.json'),
};

function playwright(...args) {
  return ['npx', 'playwright', 'test', ...args];
}

function unitPiece(piece) {
  const file = `test-results/unit-${piece}.json`;
  const shard = `--shard=${piece}/${UNIT_PIECES}`;
  return {
    name: `unit ${piece} of ${UNIT_PIECES}`,
    command: ['npx', 'jest', shard, '--maxWorkers=1', '--json', `--outputFile=${file}`],
    count: () => countUnit(file),
  };
}

/** Everything that a contributor must see green. */
async function test() {
  const lanes = availableParallelism();
  const first = await runSideBySide(FIRST, lanes);
  const isBuilt = [BUILD, LOCAL_HOST].every((part) => first[FIRST.indexOf(part)].failed === 0);
  const [sideBySide, engines] = await Promise.all([
    runSideBySide(SIDE_BY_SIDE, lanes),
    isBuilt ? runPart(ENGINES) : missing(ENGINES),
  ]);
  const browser = isBuilt ? await runPart(BROWSER) : missing(BROWSER);
  return tellResults([...first, ...sideBySide, engines, browser]);
}

/** A part that could not be tried has failed. */
function missing({ name }) {
  return { name, passed: 0, failed: 1, skipped: 0, seconds: 0 };
}

// What another run left must not be counted.
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
process.exitCode = (await test()) ? 0 : 1;
