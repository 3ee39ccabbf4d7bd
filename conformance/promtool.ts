import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Judged } from './promtoolFiles';
import { alertName, promtoolFiles, RULE_FILE } from './promtoolFiles';

/** What to say where promtool is missing. */
export const INSTALL_PROMTOOL =
  'promtool is not on the PATH. It comes with Prometheus 2.42 or newer: `apt install prometheus`, `brew install prometheus`, or https://prometheus.io/download.';

/** An alert that Prometheus has in another state than the panel. */
export interface Disagreement {
  /** Index of the case in the batch. */
  index: number;
  severity: string;
  series: number;
  /** Seconds from the first evaluation. */
  seconds: number;
}

/** Whether promtool can be run. */
export function hasPromtool(): boolean {
  return spawnSync('promtool', ['--version']).status === 0;
}

/**
 * Lets Prometheus judge the cases at every evaluation.
 *
 * @returns Where it disagrees with the panel; nothing where it agrees everywhere.
 * @throws Where promtool finds fault with the files, or does not run.
 */
export async function runPromtool(judged: readonly Judged[], stepSeconds: number): Promise<Disagreement[]> {
  const { rules, test } = promtoolFiles(judged, stepSeconds);
  const { code, output } = await testRules(JSON.stringify(rules), test);
  const found = code === 0 ? [] : disagreements(output, judged);
  if (code !== 0 && found.length === 0) {
    throw new Error(`promtool ended with ${code}:\n${output.slice(0, 4000)}`);
  }
  return found;
}

/** What promtool said, and how it ended. */
export interface Said {
  code: number | null;
  output: string;
}

/** Runs a unit test of a rule file. */
export async function testRules(rules: string, test: object): Promise<Said> {
  return inFolder(rules, async (folder) => {
    await writeFile(join(folder, 'test.yml'), JSON.stringify(test));
    return promtool(['test', 'rules', join(folder, 'test.yml')]);
  });
}

/** Has promtool check a rule file. */
export async function checkRules(rules: string): Promise<Said> {
  return inFolder(rules, (folder) => promtool(['check', 'rules', join(folder, RULE_FILE)]));
}

async function inFolder(rules: string, run: (folder: string) => Promise<Said>): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    await writeFile(join(folder, RULE_FILE), rules);
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function promtool(args: string[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn('promtool', args);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}

/** Reads promtool's list of failed expectations: of each evaluation, the alerts expected and the alerts got. */
function disagreements(output: string, judged: readonly Judged[]): Disagreement[] {
  const indexes = new Map(
    judged.flatMap(({ given }, index) =>
      given.levels.map(({ severity }) => [alertName(index, severity), { index, severity }] as const)
    )
  );
  const failure = /time: (\S+),\s*exp: ?(.*)\s*got: ?(.*)/g;
  return Array.from(output.matchAll(failure)).flatMap(([, time, expected, got]) =>
    symmetricDifference(alerts(expected), alerts(got)).map((alert) => {
      const [name, series] = alert.split(' ');
      return { ...indexes.get(name)!, series: Number(series), seconds: secondsOf(time) };
    })
  );
}

function alerts(list: string): Set<string> {
  const alert = /alertname="([^"]*)", alertstate="([^"]*)", series="([^"]*)"/g;
  return new Set(Array.from(list.matchAll(alert), ([, name, state, series]) => `${name} ${series} ${state}`));
}

function symmetricDifference(a: Set<string>, b: Set<string>): string[] {
  return [...[...a].filter((one) => !b.has(one)), ...[...b].filter((one) => !a.has(one))];
}

/** Reads a time as promtool writes it: `1h2m3s`. */
function secondsOf(time: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(time) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
