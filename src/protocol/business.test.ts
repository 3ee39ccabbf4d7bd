import { FieldType, toDataFrame } from '@grafana/data';

import { mergeHistory } from '../rule/history';
import type { RuledMetric } from './buildProtocol';
import { ProtocolBuilder, buildProtocol } from './buildProtocol';
import { findMetrics } from '../frames/metrics';
import { DAY, HOUR } from '../time/units';

/** Monday 23 November 2026, midnight UTC. */
const NOW = Date.UTC(2026, 10, 23);
const SPAN = { from: NOW - 20 * DAY, to: NOW, now: NOW };

const RULE = { operator: '<', critical: 20, owner: 'Demand Gen', action: 'Call', automation: 'none' };

/** Metrics of one frame with a value a day, the last one today. */
function ruled(columns: Record<string, Array<number | null>>, rules: Record<string, unknown>): RuledMetric[] {
  const [first] = Object.values(columns);
  const frame = toDataFrame({
    refId: 'A',
    fields: [
      { name: 'time', type: FieldType.time, values: first.map((_, row) => NOW - (first.length - 1 - row) * DAY) },
      ...Object.entries(columns).map(([name, values]) => ({ name, type: FieldType.number, values })),
    ],
  });
  const metrics = findMetrics([frame]);
  if (typeof metrics === 'string') {
    throw new Error(metrics);
  }
  return metrics.map((metric) => ({
    metric,
    inView: true,
    history: mergeHistory({ override: rules[metric.name] }),
    format: String,
    formatLevel: String,
    color: 'blue',
  }));
}

function protocolOf(metrics: RuledMetric[], span = SPAN) {
  return buildProtocol(metrics, { judged: span, view: span }, []).metrics;
}

describe('too little volume', () => {
  const rule = { ...RULE, minVolume: 20, volumeSeries: 'Leads' };
  const judged = (conversion: Array<number | null>, leads: Array<number | null>, more: object = {}) =>
    protocolOf(ruled({ Conversion: conversion, Leads: leads }, { Conversion: { ...rule, ...more } }))[0];

  it('is no sample: it begins no breach', () => {
    const metric = judged([30, 30, 5, 30], [50, 50, 3, 50]);
    expect(metric.view.breaches).toEqual([]);
    expect(metric.view.tooFewStretches).toEqual([{ from: NOW - DAY, to: NOW }]);
    expect(metric.now.state).toBe('normal');
    expect(metric.tooFew).toBeUndefined();
  });

  it('ends none either', () => {
    const metric = judged([30, 10, 40, 10], [50, 50, 3, 50]);
    expect(metric.view.breaches).toMatchObject([{ firingSince: NOW - 2 * DAY, end: undefined }]);
  });

  it('can’t be judged at the right edge: neither well nor in breach', () => {
    const metric = judged([30, 30, 5, 5], [50, 50, 3, 4]);
    expect(metric.now).toMatchObject({ state: 'unknown', since: NOW - DAY });
    expect(metric.tooFew).toEqual({ volume: 4, needed: 20, since: NOW - DAY });
    expect(metric.last).toEqual({ value: 30, time: NOW - 2 * DAY });
  });

  it('leaves firing what fired', () => {
    const metric = judged([30, 10, 40], [50, 50, 3]);
    expect(metric.now).toMatchObject({ state: 'firing', since: NOW - DAY });
    expect(metric.tooFew).toMatchObject({ volume: 3, needed: 20 });
  });

  it('a volume that is not known is too little', () => {
    expect(judged([30, 5], [50, null]).tooFew).toEqual({ volume: undefined, needed: 20, since: NOW });
  });

  it('decides nothing, and says so, where there is no such series', () => {
    const [metric] = protocolOf(ruled({ Conversion: [10, 10] }, { Conversion: rule }));
    expect(metric.now.state).toBe('unknown');
    expect(metric.rule.problems).toMatchObject([{ field: 'volumeSeries', code: 'noSuchSeries', found: 'Leads' }]);
  });

  it('says that data stopped coming rather than that it is too few', () => {
    const stale = { from: SPAN.from, to: NOW + 5 * DAY, now: NOW + 5 * DAY };
    const metrics = ruled({ Conversion: [30, 5], Leads: [50, 3] }, { Conversion: { ...rule, staleAfter: '3d' } });
    expect(protocolOf(metrics, stale)[0].now).toMatchObject({ state: 'stale', since: NOW + 3 * DAY + 1 });
    expect(protocolOf(metrics)[0].now.state).toBe('unknown');
  });

  it('is not called critical for want of data', () => {
    const metric = judged([30, 30, 30, 5], [50, 3, 3, 3], { staleAfter: '1d', noData: 'alerting' });
    expect(metric.now.state).toBe('unknown');
  });
});

describe('versions', () => {
  const rule = {
    ...RULE,
    critical: 25,
    validFrom: '2026-11-20',
    earlier: [{ ...RULE, critical: 15 }],
  };
  const series = { Conversion: [22, 22, 22, 22, 22, 22] };

  it('each sample is judged by the version of its time, and the change is told', () => {
    const [metric] = protocolOf(ruled(series, { Conversion: rule }));
    const at = Date.UTC(2026, 10, 20);
    expect(metric.view.breaches).toMatchObject([{ firingSince: at, end: undefined }]);
    expect(metric.changes).toMatchObject([
      {
        at,
        before: { levels: [{ condition: { bounds: [15] } }] },
        after: { levels: [{ condition: { bounds: [25] } }] },
      },
    ]);
    expect(metric.rule.levels[0].condition.bounds).toEqual([25]);
  });

  it('the version in force is shown, and the next one is named', () => {
    const later = { ...rule, validFrom: '2026-12-01' };
    const [metric] = protocolOf(ruled(series, { Conversion: later }));
    expect(metric.rule.levels[0].condition.bounds).toEqual([15]);
    expect(metric.now.state).toBe('normal');
    expect(metric.changes).toEqual([]);
    expect(metric.upcoming).toMatchObject({
      at: Date.UTC(2026, 11, 1),
      after: { levels: [{ condition: { bounds: [25] } }] },
    });
  });
});

describe('settling', () => {
  it('says from where on values have not settled, and is due from when it could be known', () => {
    const [metric] = protocolOf(
      ruled({ Bookings: [30, 10, 10, 10, 50] }, { Bookings: { ...RULE, settleAfter: '2d', escalateAfter: '4h' } })
    );
    expect(metric.now).toMatchObject({ state: 'firing', since: NOW - 3 * DAY, judgedTo: NOW - 2 * DAY });
    expect(metric.unsettledFrom).toBe(NOW - 2 * DAY);
    expect(metric.deadline).toEqual({ kind: 'at', at: NOW - DAY + 4 * HOUR });
  });
});

describe('settling with a least volume', () => {
  it('asks no volume of what is not judged yet: it trickles in, too', () => {
    const rule = { ...RULE, settleAfter: '2d', minVolume: 20, volumeSeries: 'Leads' };
    const judged = (leads: number[]) =>
      protocolOf(ruled({ Conversion: [30, 30, 30, 5, 5], Leads: leads }, { Conversion: rule }))[0];
    const settled = judged([50, 50, 50, 3, 1]);
    expect(settled.now.state).toBe('normal');
    expect(settled.tooFew).toBeUndefined();
    expect(settled.view.tooFewStretches).toEqual([]);
    expect(judged([50, 50, 3, 3, 1])).toMatchObject({
      now: { state: 'unknown' },
      tooFew: { volume: 3, needed: 20, since: NOW - 2 * DAY },
    });
  });
});

describe('too little volume, with time', () => {
  const rule = { ...RULE, minVolume: 20, volumeSeries: 'Leads' };

  it('is not called stale, nor well, while younger values have come that have not settled', () => {
    const columns = { Conversion: [30, 30, 5, 30, 30], Leads: [50, 50, 3, 50, 50] };
    const metrics = ruled(columns, { Conversion: { ...rule, settleAfter: '2d', staleAfter: '36h' } });
    expect(protocolOf(metrics)[0].now).toMatchObject({ state: 'unknown', since: NOW - 2 * DAY });
  });

  it('is stale from when the youngest value is too old', () => {
    const columns = { Conversion: [30, 30, 5, 30], Leads: [50, 50, 3, 50] };
    const metrics = ruled(columns, { Conversion: { ...rule, settleAfter: '3d', staleAfter: '1d' } });
    const later = { ...SPAN, to: NOW + 2 * DAY, now: NOW + 2 * DAY };
    expect(protocolOf(metrics, later)[0].now).toMatchObject({ state: 'stale', since: NOW + DAY + 1 });
  });

  it('wakes when the sample that can’t be judged is too old', () => {
    const metrics = ruled({ Conversion: [30, 5], Leads: [50, 3] }, { Conversion: { ...rule, staleAfter: '12h' } });
    expect(protocolOf(metrics)[0].now).toMatchObject({ state: 'unknown', changesAt: NOW + 12 * HOUR + 1 });
  });

  it('misses no step that nobody asked for yet', () => {
    const metrics = ruled({ Conversion: [30, 5], Leads: [50, 3] }, { Conversion: rule });
    metrics[0].metric.intervalMs = DAY;
    expect(protocolOf(metrics, { ...SPAN, now: NOW + 2 * DAY })[0].now.state).toBe('unknown');
  });
});

describe('what is shown for context', () => {
  const defaults = {
    ...RULE,
    settleAfter: '2d',
    minVolume: 20,
    volumeSeries: 'Leads',
    validFrom: '2026-11-20',
    earlier: [{ ...RULE, critical: 15 }],
  };

  it('is not judged: nothing that it inherits is told of it', () => {
    const history = mergeHistory({ default: defaults, override: { noRule: 'The volume of the others' } });
    const [leads] = ruled({ Leads: [50, 50, 3] }, {});
    const [metric] = protocolOf([{ ...leads, history }]);
    expect(metric).toMatchObject({ kind: 'context', changes: [], last: { value: 3, time: NOW } });
    expect([metric.tooFew, metric.unsettledFrom, metric.now.judgedTo]).toEqual([undefined, undefined, undefined]);
    expect(metric.view.tooFewStretches).toEqual([]);
  });

  it('is told to be so from when on it is', () => {
    const stated = { noRule: 'Nobody minds any more', validFrom: '2026-11-20', earlier: [RULE] };
    const [metric] = protocolOf(ruled({ Conversion: [30, 30, 30] }, { Conversion: stated }));
    expect(metric.changes).toHaveLength(1);
  });
});

describe('ProtocolBuilder', () => {
  it('sees volumes that came, changed or settled since', () => {
    const builder = new ProtocolBuilder();
    const rule = { ...RULE, minVolume: 20, volumeSeries: 'Leads', settleAfter: '1d' };
    const metrics = (leads: number[]) => ruled({ Conversion: [30, 5, 5], Leads: leads }, { Conversion: rule });
    const first = metrics([50, 50, 3]);
    for (const [given, now] of [
      [first, NOW],
      [first, NOW + HOUR],
      [first, NOW + DAY],
      [first, NOW],
      [metrics([50, 3, 3]), NOW],
      [metrics([50, 50, 50]), NOW + DAY],
    ] as const) {
      const span = { from: SPAN.from, to: NOW, now };
      const spans = { judged: span, view: span };
      expect(builder.build(given, spans, [])).toEqual(buildProtocol(given, spans, []));
    }
  });

  it('says the same as a build from the start, whatever was built before', () => {
    const builder = new ProtocolBuilder();
    const spans = { judged: SPAN, view: SPAN };
    const first = ruled({ A: [30, 10], B: [1, 2] }, { A: RULE });
    const second = ruled({ B: [1, 2, 3], A: [30, 10, 30] }, { A: { ...RULE, critical: 40 } });
    for (const metrics of [first, second, first]) {
      expect(builder.build(metrics, spans, [])).toEqual(buildProtocol(metrics, spans, []));
    }
  });
});
