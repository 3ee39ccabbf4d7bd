import type { Example } from './example';
import { joined, series, time } from './example';

const NINE = '2026-03-02T09:00Z';

/** What was there before nine, out of view but known to the panel. */
const CALM_BEFORE = series('2026-03-02T08:30Z', '5m', [66, 71, 64, 69, 73, 67]);

/** A morning in five-minute values, in ms. */
function morning(
  example: Pick<Example, 'name' | 'title' | 'rule'> & Partial<Example>,
  values: ReadonlyArray<number | null>
): Example {
  const samples = joined(CALM_BEFORE, series(NINE, '5m', values));
  const to = example.to ?? samples.times[samples.times.length - 1] + 5 * 60_000;
  return { unit: ' ms', samples, from: time(NINE), live: true, ...example, to };
}

/** The drawings of docs/evaluation.md, in its order. */
export const EXAMPLES: readonly Example[] = [
  morning(
    {
      name: 'breach',
      title: 'Crossed, watching, in breach, end',
      rule: { operator: '>', critical: 100, for: '15m', owner: 'Platform' },
    },
    [62, 70, 118, 84, 66, 72, 90, 124, 138, 131, 146, 128, 112, 82, 70, 64, 75, 68]
  ),
  morning(
    {
      name: 'levels',
      title: 'Two levels, two alerts',
      rule: { operator: '>', warning: 80, critical: 120, for: '10m', owner: 'Platform' },
    },
    [62, 70, 64, 92, 98, 104, 128, 140, 136, 132, 108, 98, 92, 74, 70, 62, 68, 64]
  ),
  morning(
    {
      name: 'recovery',
      title: 'Is over at',
      rule: { operator: '>', critical: 100, recovery: { critical: 80 }, for: '10m', owner: 'Platform' },
    },
    [62, 70, 112, 118, 95, 88, 107, 92, 84, 96, 74, 62, 66, 92, 88, 70, 64, 60]
  ),
  morning(
    {
      name: 'keep-firing',
      title: 'Stays open for',
      rule: { operator: '>', critical: 100, for: '10m', keepFiringFor: '15m', owner: 'Platform' },
    },
    [66, 70, 116, 124, 119, 122, 82, 76, 112, 121, 108, 85, 70, 66, 72, 64, 60, 66]
  ),
  morning(
    {
      name: 'gaps',
      title: 'Gaps',
      rule: { operator: '>', critical: 100, for: '15m', staleAfter: '12m', owner: 'Platform' },
    },
    [70, 110, null, null, null, null, 112, 118, 121, 125, 117, null, null, null, 115, 119, 108, 112, 121]
  ),
  morning(
    {
      name: 'every-step',
      title: 'A source that evaluates every step',
      rule: { operator: '>', critical: 100, for: '10m', owner: 'Platform' },
      intervalMs: 5 * 60_000,
      everyStep: true,
      to: time('2026-03-02T10:29Z'),
    },
    [70, 84, 112, 118, null, 121, 124, 119, 126, 122, null, null, 114, 108, 117, 84, 72, 68]
  ),
  morning(
    {
      name: 'cadence',
      title: 'A cadence',
      rule: { operator: '>', critical: 100, for: '10m', owner: 'Platform' },
      intervalMs: 5 * 60_000,
    },
    [70, 84, 112, null, null, 121, 124, 119, null, null, null, null, null, 108, 117, 121, 112, 109]
  ),
  morning(
    {
      name: 'gap-step',
      title: 'Gaps, where the step is known, too',
      rule: { operator: '>', critical: 100, staleAfter: '12m', owner: 'Platform' },
      intervalMs: 5 * 60_000,
    },
    [70, 112, 118, 121, null, null, 109, 117, 121, null, null, null, null, 112, 118, 84, 72, 68]
  ),
  morning(
    {
      name: 'stale',
      title: 'Data late',
      rule: { operator: '>', critical: 100, staleAfter: '15m', owner: 'Platform' },
      to: time('2026-03-02T10:10Z'),
    },
    [70, 82, 76, 108, 118, 126, 121, 117, 124]
  ),
  morning(
    {
      name: 'estimate',
      title: 'Late by an estimate',
      rule: { operator: '>', critical: 100, owner: 'Platform' },
      to: time('2026-03-02T10:05Z'),
    },
    [70, 82, 76, 88, 79, 73, 81, 77, 74]
  ),
  {
    name: 'unknown',
    title: 'Unknown history',
    rule: { operator: '<', critical: 20, for: '2d', owner: 'Demand Gen' },
    unit: ' %',
    samples: series('2026-03-02T09:00Z', '30m', [17, 16.4, 16.8, 18, 17.2, 16, 16.6, 17.4, 18.2, 17.6, 17, 16.2]),
    from: time('2026-03-02T09:00Z'),
    to: time('2026-03-02T15:00Z'),
    live: true,
  },
  {
    name: 'since-before',
    title: 'Since at least',
    rule: { operator: '<', critical: 20, for: '2d', owner: 'Demand Gen' },
    unit: ' %',
    samples: series('2026-03-02T00:00Z', '6h', [17, 16.4, 16.8, 18, 17.2, 16, 16.6, 17.4, 18.2, 17.6, 17, 16.2]),
    from: time('2026-03-02T00:00Z'),
    to: time('2026-03-05T00:00Z'),
    live: true,
  },
  morning(
    {
      name: 'past',
      title: 'A range that is past',
      rule: { operator: '>', critical: 100, for: '10m', owner: 'Platform' },
      live: false,
    },
    [62, 70, 78, 84, 66, 72, 90, 124, 138, 131, 146, 128, 132]
  ),
  morning(
    {
      name: 'flaps',
      title: 'Quick repeats',
      rule: { operator: '>', critical: 100, owner: 'Platform' },
    },
    [84, 108, 94, 106, 92, 112, 88, 84, 96, 112, 95, 84]
  ),
  {
    name: 'settling',
    title: 'Final after',
    rule: { operator: '<', critical: 40, settleAfter: '2d', owner: 'Sales Ops' },
    unit: ' bookings',
    samples: series('2026-03-02T00:00Z', '1d', [52, 48, 36, 45, 53, 49, 46, 31, 12]),
    from: time('2026-03-02T00:00Z'),
    to: time('2026-03-10T12:00Z'),
    live: true,
  },
  {
    name: 'due',
    title: 'Due',
    rule: { operator: '<', critical: 40, due: 'weekdays 07:00 Europe/Berlin', owner: 'Sales Ops' },
    unit: ' bookings',
    samples: series('2026-02-26T00:00Z', '1d', [47, 52, null, null, 48, 44, 53, 49]),
    from: time('2026-02-27T00:00Z'),
    to: time('2026-03-09T18:00Z'),
    live: true,
    timeZone: 'Europe/Berlin',
  },
  {
    name: 'too-few',
    title: 'Too few to say',
    rule: { operator: '<', critical: 20, for: '2d', minVolume: 20, volumeSeries: 'Leads', owner: 'Demand Gen' },
    unit: ' %',
    samples: series('2026-03-02T00:00Z', '1d', [26, 24, 18, 15, 30, 16, 22, 25, 24, 13]),
    volume: { name: 'Leads', samples: series('2026-03-02T00:00Z', '1d', [41, 38, 29, 33, 5, 27, 31, 36, 28, 3]) },
    from: time('2026-03-02T00:00Z'),
    to: time('2026-03-12T00:00Z'),
    live: true,
  },
  morning(
    {
      name: 'versions',
      title: 'A change of the rule',
      rule: {
        operator: '>',
        critical: 120,
        for: '10m',
        owner: 'Platform',
        validFrom: '2026-03-02T09:40:00Z',
        earlier: [{ operator: '>', critical: 100, for: '10m', owner: 'Platform' }],
      },
    },
    [70, 84, 112, 116, 114, 118, 110, 115, 112, 114, 126, 131, 128, 124, 108, 96, 84, 80]
  ),
];
