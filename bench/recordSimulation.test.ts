import { simulate } from './recordSimulation';

it.each([1, 2])(
  'eight screens with all that goes wrong leave each breach on the record once (seed %s)',
  async (seed) => {
    const outcome = await simulate({ breaches: 100, screens: 8, seed });
    expect(outcome).toMatchObject({ once: 100, lost: 0, surplus: 0, unended: 0, foreignTouched: 0 });
    expect(outcome.foreign).toBeGreaterThan(0);
    expect(outcome.faults).toBeGreaterThan(50);
    expect(outcome.crashes).toBeGreaterThan(10);
  }
);

it('a run can be repeated by its seed', async () => {
  const run = { breaches: 10, screens: 4, seed: 7 };
  expect(await simulate(run)).toEqual(await simulate(run));
});
