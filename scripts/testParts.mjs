import { readFileSync } from 'node:fs';

import { runCommand } from './runCommand.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, command: string[], env?: Record<string, string>, isTold?: boolean, count?: () => Counts }} Part
 *   a part of what is tested; `isTold` tells of it while it runs, as one does that runs alone
 * @typedef {Counts & { name: string, seconds: number }} Result
 */

/**
 * Runs a part, and tells what it said when it has ended.
 *
 * @param {Part} part
 * @returns {Promise<Result>}
 */
export async function runPart({ name, command, env = {}, isTold = false, count }) {
  const begin = performance.now();
  const title = `\n── ${name}: ${command.join(' ')}`;
  if (isTold) {
    console.log(title);
  }
  const { status, said } = await runCommand(command, { env, isTold });
  const seconds = (performance.now() - begin) / 1000;
  if (!isTold) {
    console.log(`${title}\n${said}`);
  }
  return { name, seconds, ...judged(status, count) };
}

/** Runs parts side by side, as many as there are lanes; the results have the order of the parts. */
export async function runSideBySide(parts, lanes) {
  const results = [];
  const waiting = parts.map((part, place) => ({ part, place }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      results[next.place] = await runPart(next.part);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}

/** The last lines: a line a part, and the sum. True where nothing failed. */
export function tellResults(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    const counted = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${counted} (${seconds.toFixed(0)} s)`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0;
}

/** What jest counted. */
export function countUnit(file) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = readJson(file);
  return counts(numPassedTests, Math.max(numFailedTests, numFailedTestSuites), numPendingTests);
}

/** What Playwright counted. */
export function countBrowser(file) {
  const { expected, unexpected, flaky, skipped } = readJson(file).stats;
  return counts(expected + flaky, unexpected, skipped);
}

/** What cannot be counted is one. A runner that stopped before its first test has failed, too. */
function judged(status, count) {
  if (!count) {
    return status === 0 ? counts(1, 0, 0) : counts(0, 1, 0);
  }
  try {
    const counted = count();
    return status === 0 ? counted : { ...counted, failed: Math.max(counted.failed, 1) };
  } catch {
    return counts(0, 1, 0);
  }
}

function counts(passed, failed, skipped) {
  return { passed, failed, skipped };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
