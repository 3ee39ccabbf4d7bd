import { breach, IDENTITY } from '../../testing/interventions';
import { firingMetric, now, NOW } from '../../testing/metricProtocol';
import { DAY, HOUR, MINUTE } from '../../time/units';
import type { MetricProtocol } from '../protocol';
import { recordableBreaches } from './recordableBreaches';

const SINCE = NOW - 4 * HOUR;
const FIRING = now({ state: 'firing', severity: 'critical', since: SINCE });
const LEVELS = [{ severity: 'critical', state: 'firing', since: SINCE }] as const;

function metric(overrides: Partial<MetricProtocol> = {}): MetricProtocol {
  return firingMetric({
    identity: IDENTITY,
    now: FIRING,
    judged: { on: 'lookBack', levels: LEVELS, breaches: [breach(NOW - 9 * HOUR, NOW - 8 * HOUR), breach(SINCE)] },
    ...overrides,
  });
}

const told = (given: MetricProtocol, errors: Parameters<typeof recordableBreaches>[0]['errors'] = []) =>
  recordableBreaches({ metrics: [given], errors }).map(({ stretch, isOpen }) => [
    (NOW - stretch.from) / HOUR,
    (NOW - stretch.to) / HOUR,
    isOpen,
  ]);

describe('recordableBreaches', () => {
  it('are those of the look-back, what is open up to where it is judged', () => {
    expect(told(metric())).toEqual([
      [9, 8, false],
      [4, 0, true],
    ]);
    expect(told(metric({ now: { ...FIRING, judgedTo: NOW - HOUR } }))).toContainEqual([4, 1, true]);
  });

  it.each<[string, Partial<MetricProtocol>]>([
    ['it has no identity', { identity: undefined }],
    ['nobody agreed on its levels', { kind: 'levelOnly' }],
    ['what is in view is judged', { judged: { on: 'view', levels: LEVELS, breaches: [breach(SINCE)] } }],
    ['the look-back is awaited', { judged: { on: 'awaited' } }],
    ['the state is of then, not of now', { now: { ...FIRING, live: false } }],
    ['its query failed', { now: now({ state: 'error' }) }],
  ])('of a metric are none where %s', (_, overrides) => {
    expect(told(metric(overrides))).toEqual([]);
  });

  it('are none of a metric whose query failed, and of all where nobody knows which one did', () => {
    expect(told(metric(), [{ refId: 'A', message: 'away' }])).toEqual([]);
    expect(told(metric(), [{ message: 'away' }])).toEqual([]);
    expect(told(metric(), [{ refId: 'B', message: 'away' }])).toHaveLength(2);
  });

  it('that fire for want of data, or on a value that may be too old, are not recorded', () => {
    const age = { kind: 'old', limitMs: DAY, estimated: true } as const;
    const firing = { state: 'firing', severity: 'critical', since: SINCE } as const;
    expect(told(metric({ now: now({ ...firing, because: { kind: 'nodata' } }) }))).toEqual([[9, 8, false]]);
    expect(told(metric({ now: now({ ...firing, age }) }))).toEqual([[9, 8, false]]);
  });

  it('that may fire again by keepFiringFor have not ended', () => {
    const recovering = [{ severity: 'critical', state: 'recovering', since: NOW - MINUTE }] as const;
    const ended = breach(SINCE, NOW - MINUTE);
    const judged = { on: 'lookBack', levels: recovering, breaches: [ended] } as const;
    expect(
      told(metric({ now: now({ state: 'recovering', severity: 'critical', since: NOW - MINUTE }), judged }))
    ).toEqual([[4, 0, true]]);
    const over = { ...judged, breaches: [{ ...ended, recoveredAt: NOW }], levels: [] };
    expect(told(metric({ now: now(), judged: over }))).toEqual([[4, (NOW - ended.end!) / HOUR, false]]);
  });
});
