import { NOW } from '../../testing/metricProtocol';
import { HOUR, MINUTE } from '../../time/units';
import type { AlertedMetric, EngineChange } from './engineRecords';
import { engineRecords } from './engineRecords';

const EMEA = { identity: 'i1-emea', labels: { team: 'EMEA' } };
const APAC = { identity: 'i1-apac', labels: { team: 'APAC' } };

let ids = 0;
function change(minutesAgo: number, isFiring: boolean, overrides: Partial<EngineChange> = {}): EngineChange {
  const at = NOW - minutesAgo * MINUTE;
  return { id: ++ids, alertId: 1, name: 'Leads low', panelId: 4, at, isFiring, labels: { team: 'EMEA' }, ...overrides };
}

const told = (changes: EngineChange[], metrics: AlertedMetric[] = [EMEA, APAC]) =>
  engineRecords(changes, 4, metrics).map(({ identity, stretch: { from, to } }) => [
    identity,
    (NOW - from) / MINUTE,
    (NOW - to) / MINUTE,
  ]);

describe('engineRecords', () => {
  it('last from firing to the next change of the same instance', () => {
    const others = { labels: { team: 'APAC' } };
    expect(told([change(20, false), change(60, true), change(50, true), change(40, true, others)])).toEqual([
      ['i1-emea', 60, 20],
      ['i1-apac', 40, -Infinity],
    ]);
  });

  it('are of the panel that the rule is linked to', () => {
    expect(told([change(60, true, { panelId: 5 })])).toEqual([]);
  });

  it('are of the only metric of the panel, whatever the labels', () => {
    expect(told([change(60, true, { labels: {} })], [EMEA])).toEqual([['i1-emea', 60, -Infinity]]);
  });

  it('are of no metric where the labels fit none, or more than one', () => {
    expect(told([change(60, true, { labels: { sev: 'x' } })])).toEqual([]);
    expect(told([change(60, true)], [EMEA, { ...EMEA, identity: 'i1-twin' }])).toEqual([]);
    expect(told([change(60, true)], [{ identity: 'i1-bare', labels: {} }, EMEA])).toEqual([['i1-emea', 60, -Infinity]]);
  });

  it('end with the rule that fired, not with another one', () => {
    expect(told([change(HOUR / MINUTE, true), change(10, false, { alertId: 2 })])).toEqual([
      ['i1-emea', 60, -Infinity],
    ]);
  });
});
