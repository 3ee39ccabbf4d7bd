import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { countBrowser, countUnit, runPart, runSideBySide, tellResults } from './testParts.mjs';

/** The unit tests, in so many pieces that the last ones end at about the same time. */
const UNIT_PIECES = 3;

const BUILD = { name: 'build', command: ['npm', 'run', '--silent', 'build'] };

/** What needs one processor, the longest first: as many at once as there are processors. */
const SIDE_BY_SIDE = [
  BUILD,
  ...Array.from({ length: UNIT_PIECES }, (_, place) => unitPiece(place + 1)),
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'local host', command: ['node', 'demo/build.mjs'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'unused', command: ['npm', 'run', '--silent', 'unused'] },
  { name: 'words', command: ['npm', 'run', '--silent', 'words', '--', '--fail-on-update'] },
];

/** Takes all processors for itself, and what was built before. */
const BROWSER = {
  name: 'browser',
  command: ['npx', 'playwright', 'test', '--grep-invert', '@long'],
  env: { LOCAL_HOST: 'built' },
  isTold: true,
  count: () => countBrowser('test-results/e2e.json'),
};

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
  const results = await runSideBySide(SIDE_BY_SIDE, availableParallelism());
  const isBuilt = results[SIDE_BY_SIDE.indexOf(BUILD)].failed === 0;
  const browser = isBuilt
    ? await runPart(BROWSER)
    : { name: 'browser', ...{ passed: 0, failed: 1, skipped: 0 }, seconds: 0 };
  return tellResults([...results, browser]);
}

// What another run left must not be counted.
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
process.exitCode = (await test()) ? 0 : 1;
