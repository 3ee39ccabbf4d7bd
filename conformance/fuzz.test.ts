import { fuzz } from './fuzz';

const RUNS = 3000;
const SEED = 5;

it('arbitrary rules and samples: nothing throws, hangs or is mutated, and results are in order', () => {
  expect(fuzz(RUNS, SEED).failure).toBeUndefined();
});
