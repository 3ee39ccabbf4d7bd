import fc from 'fast-check';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Case } from './cases';
import { anyCase, lookbackTicks } from './cases';
import { panelStates, show } from './panelStates';
import { runPromtool } from './promtool';
import type { Judged } from './promtoolFiles';
import { promtoolFiles, RULE_FILE } from './promtoolFiles';

/** Evaluation intervals: the lookback of 5 minutes is 20, 10 and 5 of them. */
const STEP_SECONDS = [15, 30, 60];
const CASES_PER_BATCH = 100;
/** Shrinking a failing case may take this long, ms. */
const SHRINK_MS = 60_000;

/** What was compared, and where the first case is in which the panel disagrees with Prometheus. */
export interface Comparison {
  pairs: number;
  /** Comparisons of one alert at one evaluation. */
  evaluations: number;
  /** How often the states were pending and firing, so that nobody compares silence. */
  active: number;
  /** The seed of the last batch. */
  lastSeed: number;
  failure?: string;
}

/**
 * Compares random rules on random series with Prometheus, at every evaluation, until so many pairs agree or one does not.
 *
 * @param pairs - How many series-rule pairs, at least.
 * @param seed - Of the first batch; each batch takes the next one.
 * @param folder - Where the files of a failing case are written.
 * @param parallel - How many promtools run at once.
 */
export async function compareWithPrometheus(
  pairs: number,
  seed: number,
  folder: string,
  parallel = 2
): Promise<Comparison> {
  const total: Comparison = { pairs: 0, evaluations: 0, active: 0, lastSeed: seed };
  let next = seed;
  const worker = async () => {
    while (total.pairs < pairs && total.failure === undefined) {
      const batch = await compareBatch(next++, folder);
      total.pairs += batch.pairs;
      total.evaluations += batch.evaluations;
      total.active += batch.active;
      total.lastSeed = Math.max(total.lastSeed, batch.lastSeed);
      total.failure ??= batch.failure;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return total;
}

async function compareBatch(seed: number, folder: string): Promise<Comparison> {
  const stepSeconds = STEP_SECONDS[seed % STEP_SECONDS.length];
  const arbitrary = anyCase(lookbackTicks(stepSeconds));
  const cases = fc.sample(arbitrary, { seed, numRuns: CASES_PER_BATCH });
  const judged = cases.map((given) => judge(given, stepSeconds));
  const alerts = judged.flatMap(({ states }) => states.flat(2));
  const counts = {
    pairs: cases.reduce((sum, { series }) => sum + series.length, 0),
    evaluations: alerts.length,
    active: alerts.filter((state) => state !== 'inactive').length,
    lastSeed: seed,
  };
  const failing = await firstFailing(judged, stepSeconds);
  if (failing === undefined) {
    return counts;
  }
  return { ...counts, failure: await explain(arbitrary, seed, failing, stepSeconds, folder) };
}

/** A case with what the panel says of it, and with where it contradicts itself. */
interface SelfJudged extends Judged {
  contradiction?: string;
}

function judge(given: Case, stepSeconds: number): SelfJudged {
  const told = given.series.map((series) => panelStates(given, series, stepSeconds));
  return {
    given,
    states: told.map(({ states }) => states),
    contradiction: told.find(({ contradiction }) => contradiction !== undefined)?.contradiction,
  };
}

/** The index of the first case in which the panel contradicts itself or Prometheus; undefined where none does. */
async function firstFailing(judged: readonly SelfJudged[], stepSeconds: number): Promise<number | undefined> {
  const contradicted = judged.findIndex(({ contradiction }) => contradiction !== undefined);
  const [disagreement] = contradicted < 0 ? await runPromtool(judged, stepSeconds) : [];
  return contradicted < 0 ? disagreement?.index : contradicted;
}

/** Shrinks a failing case, writes its files, and says how to run them. */
async function explain(
  arbitrary: fc.Arbitrary<Case>,
  seed: number,
  index: number,
  stepSeconds: number,
  folder: string
): Promise<string> {
  const agrees = async (given: Case) => (await firstFailing([judge(given, stepSeconds)], stepSeconds)) === undefined;
  const { counterexample } = await fc.check(fc.asyncProperty(arbitrary, agrees), {
    seed,
    path: String(index),
    interruptAfterTimeLimit: SHRINK_MS,
    markInterruptAsFailure: true,
  });
  const [given] = counterexample ?? fc.sample(arbitrary, { seed, numRuns: index + 1 }).slice(-1);
  const judged = judge(given, stepSeconds);
  const { rules, test } = promtoolFiles([judged], stepSeconds);
  const place = join(folder, `seed-${seed}`);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, RULE_FILE), JSON.stringify(rules, null, 2));
  await writeFile(join(place, 'test.yml'), JSON.stringify(test, null, 2));
  return [
    `Prometheus and the panel disagree (seed ${seed}, case ${index}). Run: promtool test rules ${join(place, 'test.yml')}`,
    ...(judged.contradiction === undefined ? [] : [judged.contradiction]),
    fc.stringify(given),
    `The panel, a letter every ${stepSeconds} s (p pending, f firing):`,
    ...judged.states.map(show),
    `${RULE_FILE}:`,
    JSON.stringify(rules),
    'test.yml:',
    JSON.stringify(test),
  ].join('\n');
}
