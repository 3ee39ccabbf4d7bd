import { createContext, Script } from 'node:vm';

import fc from 'fast-check';

/** What the fuzzing found: nothing, or the smallest input that breaks a promise. */
export interface Fuzzed {
  slowestMs: number;
  failure?: string;
}

/** How many inputs, and how long is a hang, for a few dozen samples: of one input, and of a batch of them. */
interface Extent {
  runs: number;
  seed: number;
  hangMs?: number;
  batchMs?: number;
}

/** Inputs that are checked under one watch, which costs more than most of them. */
const BATCH = 1000;

/**
 * Gives arbitrary inputs to a check. What fails, or hangs, is shrunk and told with its seed.
 *
 * @param check - Throws where a promise is broken.
 */
export function fuzzWith<T>(
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void,
  { runs, seed, hangMs = 3000, batchMs = 120_000 }: Extent
): Fuzzed {
  let slowestMs = 0;
  const timed = (input: T) => {
    const begin = performance.now();
    check(input);
    const took = performance.now() - begin;
    slowestMs = Math.max(slowestMs, took);
    hold(took < hangMs, `it takes ${took} ms`);
  };
  const checkBatch = (batch: fc.Parameters<[T]>) => {
    try {
      return watch(batchMs, () => fc.check(fc.property(inputs, timed), batch));
    } catch {
      // One of them hangs. Watched one by one, it is found and made small.
      const watched = (input: T) => watch(hangMs, () => timed(input));
      return fc.check(fc.property(inputs, watched), batch);
    }
  };
  for (let done = 0; done < runs; done += BATCH) {
    const batch = { numRuns: Math.min(BATCH, runs - done), seed: seed + done };
    const details = checkBatch(batch);
    if (details.failed) {
      return { slowestMs, failure: `${details.errorInstance}\n${fc.defaultReportMessage(details)}` };
    }
  }
  return { slowestMs };
}

/** Fails where a promise is not kept. */
export function hold(condition: boolean, promise: string): asserts condition {
  if (!condition) {
    throw new Error(`Broken: ${promise}`);
  }
}

const script = new Script('run()');
const surroundings: { run: () => void } = { run: () => undefined };
const context = createContext(surroundings);

/** Runs what might be a loop without an end, which only Node's `vm` can leave from outside. */
function watch<T>(limitMs: number, run: () => T): T {
  let outcome: (() => T) | undefined;
  surroundings.run = () => {
    try {
      const value = run();
      outcome = () => value;
    } catch (error) {
      outcome = () => {
        throw error;
      };
    }
  };
  try {
    script.runInContext(context, { timeout: limitMs });
  } catch {
    throw new Error(`Broken: it hangs, no end after ${limitMs} ms`);
  }
  return outcome!();
}

/** Freezes a value and all that it holds, so that writing to it throws. Typed arrays can't be frozen. */
export function deepFreeze(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) {
    return;
  }
  seen.add(value);
  if (!ArrayBuffer.isView(value)) {
    Object.freeze(value);
  }
  Object.values(value).forEach((each) => deepFreeze(each, seen));
}
