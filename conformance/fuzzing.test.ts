import fc from 'fast-check';

import { deepFreeze, fuzzWith, hold } from './fuzzing';

const SEED = 3;

describe('fuzzing', () => {
  it('tells the smallest input that breaks a promise, and its seed', () => {
    const { failure } = fuzzWith(fc.nat(), (input) => hold(input < 100, 'it is less than 100'), {
      runs: 500,
      seed: SEED,
    });
    expect(failure).toContain('Broken: it is less than 100');
    expect(failure).toContain('Counterexample: [100]');
    expect(failure).toContain(`seed: ${SEED}`);
  });

  it('tells the input that hangs, with its seed', () => {
    const spin = (input: number) => {
      while (input === 7) {
        // For ever.
      }
    };
    const { failure } = fuzzWith(fc.constantFrom(1, 7), spin, { runs: 5, seed: SEED, hangMs: 1000, batchMs: 2000 });
    expect(failure).toContain('it hangs');
    expect(failure).toContain('Counterexample: [7]');
    expect(failure).toContain(`seed: ${SEED}`);
  });

  it('says nothing where nothing is broken', () => {
    expect(fuzzWith(fc.nat(), () => undefined, { runs: 2500, seed: SEED }).failure).toBeUndefined();
  });
});

it('freezes all that a value holds, itself included', () => {
  const value: { list: object[]; self?: unknown } = { list: [{ deep: 1 }] };
  value.self = value;
  deepFreeze(value);
  expect(() => Object.assign(value.list[0], { deep: 2 })).toThrow();
});
