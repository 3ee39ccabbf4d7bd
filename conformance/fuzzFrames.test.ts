import { fuzzFrames } from './fuzzFrames';

const RUNS = 500;
const SEED = 6;

it('arbitrary frames and rules: nothing throws, hangs or is mutated, and the protocol is in order', () => {
  expect(fuzzFrames(RUNS, SEED).failure).toBeUndefined();
});
