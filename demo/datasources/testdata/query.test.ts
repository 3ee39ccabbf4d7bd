import type { QueryWindow } from '../queryResult';
import type { TestDataQuery } from './query';
import { queryTestData } from './query';

const window: QueryWindow = { from: 0, to: 60_000, intervalMs: 10_000, maxDataPoints: 100 };

function run(query: Partial<TestDataQuery>) {
  return queryTestData({ refId: 'A', ...query }, window);
}

describe('queryTestData', () => {
  let complaint: jest.SpyInstance;

  beforeEach(() => {
    complaint = jest.spyOn(console, 'error').mockImplementation();
  });

  it('answers CSV as one frame with the alias as its name', async () => {
    const result = await run({ scenarioId: 'csv_content', csvContent: 'time,x\n0,1', alias: 'Leads' });
    expect(result).toMatchObject({ status: 200, frames: [{ schema: { refId: 'A', name: 'Leads' } }] });
    expect(result?.frames[0].data.values).toEqual([[0], [1]]);
  });

  it.each<Partial<TestDataQuery>>([
    { scenarioId: 'no_data_points' },
    { scenarioId: 'csv_content', csvContent: '' },
    { scenarioId: 'nobody_knows' },
  ])('has no result for %p', async (query) => {
    expect(await run(query)).toBeUndefined();
  });

  it('has no result for input that it cannot read, and says why in the log', async () => {
    expect(await run({ scenarioId: 'csv_content', csvContent: 'a,b\n1' })).toBeUndefined();
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('line 2 has 1 cells'));
  });

  it('answers a wave a frame, with its name and labels', async () => {
    const result = await run({
      scenarioId: 'predictable_csv_wave',
      csvWave: [
        { timeStep: 20, valuesCSV: '1,2', labels: 'team=Sales', name: 'first' },
        { timeStep: 30, valuesCSV: '5' },
      ],
    });
    expect(result?.frames.map(({ schema }) => [schema.name, schema.fields[1].labels])).toEqual([
      ['first', { team: 'Sales' }],
      ['A-series', {}],
    ]);
    expect(result?.frames[0].data.values).toEqual([
      [0, 20_000, 40_000],
      [1, 2, 1],
    ]);
  });

  it('answers a pulse: on for some steps, off for others', async () => {
    const pulseWave = { timeStep: 10, onCount: 2, offCount: 1, onValue: 9, offValue: 'null' };
    const result = await run({ scenarioId: 'predictable_pulse', pulseWave });
    expect(result?.frames[0].data.values[1]).toEqual([9, 9, null, 9, 9, null]);
  });

  it('answers as many random walks as asked, numbered in names and labels', async () => {
    const result = await run({ scenarioId: 'random_walk', seriesCount: 2, labels: 'host=h$seriesIndex' });
    expect(result?.frames.map(({ schema }) => [schema.fields[1].name, schema.fields[1].labels])).toEqual([
      ['A-series', { host: 'h0' }],
      ['A-series1', { host: 'h1' }],
    ]);
  });

  it('is a random walk where no scenario is named', async () => {
    expect((await run({}))?.frames[0].data.values[0]).toHaveLength(6);
  });

  it('has an error beside its frames in random_walk_with_error', async () => {
    const result = await run({ scenarioId: 'random_walk_with_error' });
    expect(result).toMatchObject({ status: 500, error: expect.stringContaining('this is an error') });
    expect(result?.frames).toHaveLength(1);
  });

  it('panics in server_error_500 without input, and spreads its input over the range otherwise', async () => {
    await expect(run({ scenarioId: 'server_error_500' })).rejects.toThrow('Test Data Panic!');
    const result = await run({ scenarioId: 'server_error_500', stringInput: '1, 2,3' });
    expect(result?.frames[0].data.values).toEqual([
      [0, 30_000, 60_000],
      [1, 2, 3],
    ]);
  });
});
