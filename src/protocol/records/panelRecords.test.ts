import { breach, IDENTITY } from '../../testing/interventions';
import { metricProtocol, now, NOW, rule } from '../../testing/metricProtocol';
import { DAY, HOUR, MINUTE } from '../../time/units';
import type { BreachRecord } from './breachRecord';
import type { PanelRecords } from './panelRecords';
import { correctedRecords, engineAlone, recordedBy } from './panelRecords';

function record(from: number, to: number, overrides: Partial<BreachRecord> = {}): BreachRecord {
  const stretch = { from, to };
  const base = { id: 1, identity: IDENTITY, severity: 'critical', isOpen: false, data: {} } as const;
  return { ...base, stretch, shown: stretch, ...overrides };
}

const known = (overrides: Partial<PanelRecords> = {}): PanelRecords => ({
  records: [],
  engine: [],
  lookedFrom: NOW - DAY,
  ...overrides,
});

const judgedBy = (breaches = [breach(NOW - 2 * HOUR, NOW - HOUR)]) =>
  metricProtocol({
    identity: IDENTITY,
    rule: rule({ forMs: 0 }),
    stepMs: MINUTE,
    judged: { on: 'lookBack', levels: [], breaches },
  });

describe('recordedBy', () => {
  const metric = { identity: IDENTITY };

  it('finds the record of a breach, in whatever range it is looked at', () => {
    const own = record(NOW - 3 * HOUR, NOW - HOUR);
    const records = known({ records: [own] });
    expect(recordedBy(records, metric, breach(NOW - 3 * HOUR, NOW - HOUR))).toEqual({ by: 'panel', record: own });
    const cut = { severity: 'critical', onset: null, firingSince: null, knownFrom: NOW - 2 * HOUR } as const;
    expect(recordedBy(records, metric, { ...cut, end: NOW - HOUR })).toBeDefined();
    const open = record(NOW - 9 * HOUR, NOW - 9 * HOUR, { isOpen: true });
    expect(recordedBy(known({ records: [open] }), metric, cut)).toBeDefined();
    expect(recordedBy(records, metric, breach(NOW - 30 * MINUTE))).toBeUndefined();
    expect(recordedBy(records, { identity: undefined }, breach(NOW - 3 * HOUR))).toBeUndefined();
  });

  it('names the alert rule where the engine recorded it', () => {
    const engine = [{ id: 2, identity: IDENTITY, name: 'Low', stretch: { from: NOW - HOUR, to: Infinity } }];
    expect(recordedBy(known({ engine }), metric, breach(NOW - 2 * HOUR))).toEqual({ by: 'engine', name: 'Low' });
  });
});

describe('correctedRecords', () => {
  const gone = record(NOW - 5 * HOUR, NOW - 4 * HOUR);

  it('are those whose breach the look-back no longer shows', () => {
    const records = known({ records: [gone, record(NOW - 2 * HOUR, NOW - HOUR, { id: 2 })] });
    expect(correctedRecords(records, judgedBy())).toEqual([gone]);
  });

  it('are none where the look-back can’t decide', () => {
    expect(correctedRecords(known({ records: [record(NOW - 25 * HOUR, NOW)] }), judgedBy([]))).toEqual([]);
    expect(correctedRecords(known({ records: [gone], lookedFrom: undefined }), judgedBy())).toEqual([]);
    const failed = { ...judgedBy(), now: now({ state: 'error' }) };
    expect(correctedRecords(known({ records: [gone] }), failed)).toEqual([]);
    const inView = { ...judgedBy(), judged: { on: 'view' as const, levels: [], breaches: [] } };
    expect(correctedRecords(known({ records: [gone] }), inView)).toEqual([]);
  });
});

it('engineAlone tells of alerts without a breach', () => {
  const alert = (from: number) => ({ id: from, identity: IDENTITY, name: 'Low', stretch: { from, to: from + MINUTE } });
  const [beside, alone] = [alert(NOW - 90 * MINUTE), alert(NOW - 5 * HOUR)];
  expect(engineAlone({ engine: [beside, alone] }, judgedBy())).toEqual([alone]);
});
