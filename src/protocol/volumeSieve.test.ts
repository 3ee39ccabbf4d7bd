import type { Samples } from '../evaluation/evaluation';
import { TOO_FEW } from '../evaluation/evaluation';
import { mergeHistory } from '../rule/history';
import { Volumes } from './volume';
import { VolumeSieve } from './volumeSieve';

const HISTORY = mergeHistory({ override: { operator: '<', critical: 20, minVolume: 20, volumeSeries: 'Leads' } });

function volumes(leads: Samples) {
  return new Volumes((name) => (name === 'Leads' ? leads : undefined));
}

function column(...values: Array<number | null>): Samples & { times: number[]; values: Array<number | null> } {
  return { times: values.map((_, row) => row * 10), values };
}

describe('VolumeSieve', () => {
  it('gives the same samples while nothing but the clock goes on', () => {
    const sieve = new VolumeSieve();
    const given = column(30, 5, 30);
    const leads = column(50, 3, 50);
    const first = sieve.sift(given, HISTORY, volumes(leads), 10);
    expect(first.samples.values).toEqual([30, TOO_FEW, 30]);
    expect(first.newest).toMatchObject({ volume: 3, since: 10 });
    expect(sieve.sift(given, HISTORY, volumes(leads), 19)).toBe(first);
    const next = sieve.sift(given, HISTORY, volumes(leads), 20);
    expect(next.tooFewStretches).toEqual([{ from: 10, to: 20 }]);
    expect(sieve.sift(given, HISTORY, volumes(leads), 10).newest).toEqual(first.newest);
  });

  it.each([
    ['a volume', (_: Samples, leads: ReturnType<typeof column>) => leads.values.splice(2, 1, 4)],
    ['a value', (given: ReturnType<typeof column>) => given.values.splice(2, 1, null)],
  ])('sees that a stream wrote %s into its arrays', (_, write) => {
    const sieve = new VolumeSieve();
    const [given, leads] = [column(30, 5, 30), column(50, 3, 50)];
    expect(sieve.sift(given, HISTORY, volumes(leads), 20).newest).toBeUndefined();
    write(given, leads);
    expect(sieve.sift(given, HISTORY, volumes(leads), 20).newest).toMatchObject({ since: 10 });
  });
});
