import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

/** Everything that a contributor must see green, in the order in which a mistake is cheapest to find. */
const CHECKS = [
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'words', command: ['npm', 'run', '--silent', 'words', '--', '--fail-on-update'] },
  { name: 'unused', command: ['npm', 'run', '--silent', 'unused'] },
  {
    name: 'unit',
    command: ['npx', 'jest', '--json', '--outputFile=test-results/unit.json'],
    count: () => countUnit('test-results/unit.json'),
  },
  {
    name: 'browser',
    command: ['npx', 'playwright', 'test', '--grep-invert', '@long'],
    count: () => countBrowser('test-results/e2e.json'),
  },
];

function countUnit(file) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = readJson(file);
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites), skipped: numPendingTests };
}

function countBrowser(file) {
  const { expected, unexpected, flaky, skipped } = readJson(file).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function run({ name, command: [program, ...args], count }) {
  console.log(`\n── ${name}: ${[program, ...args].join(' ')}`);
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  const result = count && existsFor(name) ? count() : { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
  // A runner that stopped before its first test has failed, too.
  return status === 0 ? result : { ...result, failed: Math.max(result.failed, 1) };
}

function existsFor(name) {
  return existsSync(`test-results/${name === 'unit' ? 'unit' : 'e2e'}.json`);
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const results = CHECKS.map((check) => ({ name: check.name, ...run(check) }));
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);

console.log('');
for (const { name, passed, failed, skipped } of results) {
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') > 0 ? 1 : 0);
