import type { DataFrame } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';
import fc from 'fast-check';

import { mergeRule, toHistory } from '../rule/sources';
import type { RuledMetric } from './buildProtocol';
import { buildProtocol } from './buildProtocol';
import { keepUnchanged } from './keepUnchanged';
import { findMetrics } from '../frames/metrics';
import type { MetricProtocol, Protocol, QueryError } from './protocol';
import { countedAs } from './ranking';
import { MINUTE } from '../time/units';

const RUNS = 200;
const NOW = 100 * MINUTE;
const SPAN = { from: 0, to: NOW, now: NOW };

/** Series of whole minutes that end now or some time ago, breached or not. */
const series = fc
  .tuple(fc.array(fc.option(fc.nat({ max: 10 }), { freq: 9 }), { maxLength: 20 }), fc.nat({ max: 60 }))
  .map(([values, age]) => ({
    values,
    times: values.map((_, index) => NOW - (age + values.length - 1 - index) * MINUTE),
  }));

const anyRule = fc.record(
  {
    operator: fc.constantFrom('>', '<'),
    warning: fc.nat({ max: 10 }),
    critical: fc.nat({ max: 10 }),
    for: fc.constantFrom('0', '2m', '1h'),
    keepFiringFor: fc.constantFrom('0', '3m'),
    staleAfter: fc.constantFrom('5m', '2h'),
    owner: fc.constantFrom('SRE', 'TBD'),
    action: fc.constant('Restart it'),
    automation: fc.constant('none'),
    noData: fc.constantFrom('show', 'alerting', 'normal', 'keep'),
    noRule: fc.constant('For scale'),
  },
  { requiredKeys: ['operator'] }
);

const REF_IDS = ['A', 'B'];

const anyPanel = fc
  .array(fc.record({ series, rule: anyRule, refId: fc.constantFrom(...REF_IDS) }), { minLength: 1, maxLength: 8 })
  .map((metrics) => {
    const frames = metrics.map(({ series: { times, values }, refId }): DataFrame =>
      toDataFrame({
        refId,
        fields: [
          { name: 'time', type: FieldType.time, values: times },
          { name: 'value', type: FieldType.number, values },
        ],
      })
    );
    return metricsOf(frames).map((metric, index): RuledMetric => ({
      metric,
      history: toHistory(mergeRule({ override: metrics[index].rule })),
      format: String,
      formatLevel: String,
      color: 'blue',
    }));
  });

const anyErrors: fc.Arbitrary<QueryError[]> = fc.array(
  fc.record({ refId: fc.constantFrom(...REF_IDS), message: fc.constant('no') }, { requiredKeys: ['message'] }),
  { maxLength: 1 }
);

/** The order of the list: what has to be acted on before what is quiet, what is quiet before what has no rule. */
/** Of these nothing is worse for having lasted longer. */
const CALM: ReadonlySet<ReturnType<typeof countedAs>> = new Set(['normal', 'levelOnly', 'unruled', 'context']);

const WORST_FIRST: ReadonlyArray<ReturnType<typeof countedAs>> = [
  'critical',
  'warning',
  'error',
  'nodata',
  'stale',
  'unknown',
  'pending',
  'recovering',
  'accepted',
  'normal',
  'levelOnly',
  'unruled',
  'context',
];

function metricsOf(frames: DataFrame[]) {
  const metrics = findMetrics(frames);
  return typeof metrics === 'string' ? [] : metrics;
}

function eachProtocol(check: (protocol: Protocol, panel: RuledMetric[], errors: QueryError[]) => void) {
  fc.assert(
    fc.property(anyPanel, anyErrors, (panel, errors) =>
      check(buildProtocol(panel, { judged: SPAN, view: SPAN }, errors), panel, errors)
    ),
    { numRuns: RUNS }
  );
}

describe('every protocol', () => {
  it('has all metrics in the order of the data, and each once among the worst first', () => {
    eachProtocol(({ metrics, worstFirst }, panel) => {
      expect(metrics.map(({ id }) => id)).toEqual(panel.map(({ metric }) => metric.id));
      expect([...worstFirst].sort((a, b) => a - b)).toEqual([...metrics.keys()]);
    });
  });

  it('lists the worse first, and equals in the order of the data', () => {
    eachProtocol(({ metrics, worstFirst }) => {
      worstFirst.slice(1).forEach((index, position) => {
        const before = worstFirst[position];
        const [rank, rankBefore] = [index, before].map((one) => WORST_FIRST.indexOf(countedAs(metrics[one])));
        const isEqual = [index, before].every((one) => CALM.has(countedAs(metrics[one])));
        expect(rankBefore < rank || (rankBefore === rank && (!isEqual || before < index))).toBe(true);
      });
    });
  });

  it('counts each metric in one place', () => {
    eachProtocol(({ metrics, tally }) => {
      expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(metrics.length);
    });
  });

  it('covers no more than there is to cover', () => {
    eachProtocol(({ metrics, coverage, tally }) => {
      expect(coverage.of).toBe(metrics.length - tally.context);
      expect(coverage.whole).toBeLessThanOrEqual(coverage.of);
      expect(coverage.whole).toBeGreaterThanOrEqual(0);
    });
  });

  it('only lets a rule fire, and claims no state of a metric whose query failed but a known breach', () => {
    eachProtocol(({ metrics }, _panel, errors) => {
      for (const { kind, now, refId } of metrics) {
        expect(now.state === 'firing' && kind !== 'ruled').toBe(false);
        if (errors.some((error) => error.refId === refId)) {
          expect(['error', 'firing']).toContain(now.state);
        }
      }
    });
  });

  it('equals the protocol of the same input', () => {
    eachProtocol((protocol, panel, errors) => {
      expect(buildProtocol(panel, { judged: SPAN, view: SPAN }, errors)).toEqual(protocol);
    });
  });

  it('tells of a metric what it would tell of it alone', () => {
    eachProtocol(({ metrics }, panel, errors) => {
      const alone = panel.map((one) => buildProtocol([one], { judged: SPAN, view: SPAN }, errors).metrics[0]);
      expect(alone).toEqual(metrics);
    });
  });

  it('is kept as it is where nothing has changed', () => {
    eachProtocol((protocol, panel, errors) => {
      const again = buildProtocol(panel, { judged: SPAN, view: SPAN }, errors);
      const kept = keepUnchanged(protocol, again);
      expect(kept).toEqual(again);
      expect(kept.metrics).toBe(protocol.metrics);
    });
  });

  it('is told anew where its samples have changed', () => {
    eachProtocol((protocol, panel, errors) => {
      const changed = panel.map(withOneMore);
      const kept = keepUnchanged(protocol, buildProtocol(changed, { judged: SPAN, view: SPAN }, errors));
      kept.metrics.forEach((metric: MetricProtocol) => expect(metric.last).toEqual({ value: 5.5, time: NOW }));
    });
  });
});

/** The same metric with another value now. */
function withOneMore({ metric, ...rest }: RuledMetric): RuledMetric {
  const { times, values } = metric.samples;
  return {
    ...rest,
    metric: { ...metric, samples: { times: [...Array.from(times), NOW], values: [...Array.from(values), 5.5] } },
  };
}

describe('the ids of metrics', () => {
  const name = fc.constantFrom('value', 'a', 'b', '["A"', '__proto__', '#2', '');
  const anyFrame = fc
    .tuple(
      fc.option(fc.constantFrom('A', 'B', '0')),
      name,
      fc.array(fc.record({ name, labels: fc.dictionary(name, name, { maxKeys: 2 }) }), { minLength: 1, maxLength: 3 })
    )
    .map(([refId, frameName, fields]): DataFrame =>
      toDataFrame({
        ...(refId !== null && { refId }),
        name: frameName,
        fields: [
          { name: 'time', type: FieldType.time, values: [1] },
          ...fields.map((field) => ({ ...field, type: FieldType.number, values: [1] })),
        ],
      })
    );
  const frames = fc.array(anyFrame, { minLength: 1, maxLength: 5 });

  it('are unique, whatever agrees', () => {
    fc.assert(
      fc.property(frames, (some) => {
        const ids = metricsOf([...some, ...some]).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: RUNS }
    );
  });

  it('do not change with the values, nor when another query returns more', () => {
    fc.assert(
      fc.property(frames, frames, (some, others) => {
        const ofQuery = (list: DataFrame[]) => list.map((frame) => ({ ...frame, refId: 'A' }));
        const more = others.map((frame) => ({ ...frame, refId: 'B' }));
        const ids = metricsOf(ofQuery(some)).map(({ id }) => id);
        const among = metricsOf([...more, ...ofQuery(some)]).slice(-ids.length);
        expect(among.map(({ id }) => id)).toEqual(ids);
      }),
      { numRuns: RUNS }
    );
  });
});
