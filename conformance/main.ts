import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';

import { compareExports } from './exported';
import { fuzz } from './fuzz';
import { fuzzFrames } from './fuzzFrames';
import type { Fuzzed } from './fuzzing';
import { compareWithPrometheus } from './oracle';
import { hasPromtool, INSTALL_PROMTOOL } from './promtool';
import type { Trace } from './trace';
import { compareTrace } from './trace';

const PAIRS = 50_000;
const FUZZED = 100_000;
const EXPORTED = 5_000;

/**
 * `npm run conformance`: random rules against Prometheus, the rules that they are exported as, the recorded trace of Grafana, and arbitrary input:
 * samples by themselves, and whole frames on their way to the protocol.
 *
 * Options: `--pairs N`, `--fuzz N`, `--exports N`, `--seed N`, `--trace FILE` (only that trace), `--only exports`.
 */
export async function main(project: string, args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      pairs: { type: 'string', default: String(PAIRS) },
      fuzz: { type: 'string', default: String(FUZZED) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      exports: { type: 'string', default: String(EXPORTED) },
      only: { type: 'string' },
      trace: { type: 'string' },
    },
  });
  if (values.trace !== undefined) {
    return trace(values.trace);
  }
  const seed = Number(values.seed);
  const folder = join(project, 'test-results/conformance');
  if (values.only === 'exports') {
    return exportedRules(Number(values.exports), seed, folder);
  }
  // Each says what it found, whatever the others did.
  const results = [
    await trace(join(project, 'tests/fixtures/grafana-alerting-trace.json')),
    robust('Arbitrary samples and rules', fuzz, Number(values.fuzz), seed),
    robust('Arbitrary frames and rules', fuzzFrames, Number(values.fuzz), seed),
    await exportedRules(Number(values.exports), seed, folder),
    await prometheus(Number(values.pairs), seed, folder),
  ];
  return results.every(Boolean);
}

async function trace(file: string): Promise<boolean> {
  const { rules, states, disagreements } = compareTrace(JSON.parse(await readFile(file, 'utf8')) as Trace);
  disagreements.forEach((one) => console.error(one));
  say(`${file}: ${states} states of ${rules} rules, ${disagreements.length} disagreements`);
  return disagreements.length === 0 && states > 0;
}

function robust(what: string, run: (runs: number, seed: number) => Fuzzed, runs: number, seed: number): boolean {
  const { failure, slowestMs } = run(runs, seed);
  say(`${what} (seed ${seed}): ${runs} runs, slowest ${slowestMs.toFixed(1)} ms`);
  if (failure !== undefined) {
    console.error(failure);
  }
  return failure === undefined;
}

async function prometheus(pairs: number, seed: number, folder: string): Promise<boolean> {
  if (!hasPromtool()) {
    console.error(INSTALL_PROMTOOL);
    return false;
  }
  const begin = Date.now();
  const found = await compareWithPrometheus(pairs, seed, folder, 3);
  const share = ((100 * found.active) / found.evaluations).toFixed(0);
  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  say(
    `Prometheus (seeds ${seed} to ${found.lastSeed}): ${found.pairs} series-rule pairs, ` +
      `${found.evaluations} evaluations of an alert, ${share} % of them pending or firing, ${seconds} s`
  );
  say(found.failure ?? '0 disagreements');
  return found.failure === undefined;
}

async function exportedRules(cases: number, seed: number, folder: string): Promise<boolean> {
  if (!hasPromtool()) {
    console.error(INSTALL_PROMTOOL);
    return false;
  }
  const { rules, refused, evaluations, active, having, failure, ...found } = await compareExports(cases, seed, folder);
  const share = ((100 * active) / evaluations).toFixed(0);
  const kinds = Object.entries(having).map(([name, count]) => `${count} with ${name}`);
  say(
    `Exported rules (seeds from ${seed}): ${found.cases} cases, ${rules} rules (${kinds.join(', ')}), ${refused} refused, ` +
      `${evaluations} evaluations of an alert, ${share} % of them pending or firing`
  );
  say(failure ?? '0 disagreements');
  return failure === undefined;
}

function say(line: string): void {
  stdout.write(`${line}\n`);
}
