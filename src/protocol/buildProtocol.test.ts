import { FieldType, toDataFrame } from '@grafana/data';

import { mergeRule, toHistory } from '../rule/sources';
import type { NativeThresholds } from '../rule/thresholds';
import type { RuledMetric } from './buildProtocol';
import { buildProtocol } from './buildProtocol';
import { findMetrics } from '../frames/metrics';
import type { QueryError } from './protocol';
import { MINUTE } from '../time/units';

const NOW = 100 * MINUTE;
const SPAN = { from: 0, to: NOW, now: NOW };

const WHOLE = {
  operator: '>',
  critical: 80,
  owner: 'SRE',
  action: 'Restart it',
  automation: 'none',
};

/** Native thresholds alone: green, and red from 80 on, drawn as lines. */
const THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 80, color: 'red' },
  ],
  styled: true,
};

/** A metric with a sample a minute up to now. */
function ruled(values: Array<number | null>, rule?: unknown, refId = 'A', thresholds?: NativeThresholds): RuledMetric {
  const times = values.map((_, index) => NOW - (values.length - 1 - index) * MINUTE);
  const frame = toDataFrame({
    refId,
    fields: [
      { name: 'time', type: FieldType.time, values: times },
      { name: 'value', type: FieldType.number, values },
    ],
  });
  const metrics = findMetrics([frame]);
  if (typeof metrics === 'string') {
    throw new Error(metrics);
  }
  return {
    metric: metrics[0],
    history: toHistory(mergeRule({ override: rule, thresholds })),
    format: String,
    formatLevel: String,
    color: 'blue',
  };
}

function protocolOf(metrics: RuledMetric[], errors: QueryError[] = []) {
  return buildProtocol(metrics, { judged: SPAN, view: SPAN }, errors);
}

const steady = (value: number) => Array.from({ length: 20 }, () => value);

it('tells what is wrong with the default rule once, of the metric that comes first', () => {
  const of = (rule: object, value: number): RuledMetric => ({
    ...ruled(steady(value)),
    history: toHistory(mergeRule({ default: { ...WHOLE, reviewBy: 'in spring' }, override: rule })),
  });
  const { metrics } = protocolOf([of({}, 5), of({}, 90), of({ respondWithin: 'soon' }, 5)]);
  expect(metrics.map(({ problems }) => problems.map(({ field }) => field))).toEqual([
    [],
    ['reviewBy'],
    ['respondWithin'],
  ]);
  expect(metrics[0].rule.problems).toHaveLength(1);
});

describe('buildProtocol', () => {
  it('fires a rule whose level is breached', () => {
    const { metrics, tally } = protocolOf([ruled([...steady(50), 90], WHOLE)]);
    expect(metrics[0]).toMatchObject({ kind: 'ruled', now: { state: 'firing', severity: 'critical', since: NOW } });
    expect(tally).toMatchObject({ critical: 1, normal: 0 });
  });

  it('never fires a level that nobody agreed to act on, and says that it is crossed', () => {
    const { metrics, tally } = protocolOf([ruled(steady(90), undefined, 'A', THRESHOLDS)]);
    expect(metrics[0]).toMatchObject({ kind: 'levelOnly', crossed: true, now: { state: 'unruled' } });
    expect(tally).toMatchObject({ critical: 0, levelOnly: 1 });
  });

  it('lets no level wait to fire that nobody agreed to act on', () => {
    const { metrics } = protocolOf([ruled([50, 90, 90], { operator: '>', critical: 80, for: '1h' })]);
    expect(metrics[0].kind).toBe('levelOnly');
    expect(metrics[0].view).toMatchObject({ pendings: [], breaches: [{ firingSince: NOW - MINUTE }] });
  });

  it('leaves a context metric out of coverage', () => {
    const { metrics, coverage } = protocolOf([
      ruled(steady(1), { noRule: 'For scale' }),
      ruled(steady(1), WHOLE, 'B'),
      ruled(steady(1), undefined, 'C'),
    ]);
    expect(metrics.map(({ kind }) => kind)).toEqual(['context', 'ruled', 'unruled']);
    expect(coverage).toEqual({ whole: 1, of: 2 });
  });

  it('ranks the worst first, and keeps the order of the data among equals', () => {
    const { worstFirst } = protocolOf([
      ruled(steady(1), WHOLE, 'A'),
      ruled(steady(90), undefined, 'B', THRESHOLDS),
      ruled([...steady(50), 90], WHOLE, 'C'),
      ruled(steady(2), WHOLE, 'D'),
      ruled([], WHOLE, 'E'),
    ]);
    expect(worstFirst).toEqual([2, 4, 0, 3, 1]);
  });

  it.each<[string, QueryError[], string]>([
    ['its own query failed', [{ refId: 'A', message: 'no' }], 'error'],
    ['another query failed', [{ refId: 'B', message: 'no' }], 'normal'],
    ['a query failed that is not named, and it has samples', [{ message: 'no' }], 'normal'],
  ])('where %s, is %s', (_, errors, state) => {
    expect(protocolOf([ruled(steady(50), WHOLE)], errors).metrics[0].now.state).toBe(state);
  });

  it('calls a metric without samples failed where an unnamed query failed', () => {
    expect(protocolOf([ruled([], WHOLE)], [{ message: 'no' }]).metrics[0].now.state).toBe('error');
  });

  it('keeps a known breach of a metric whose query failed', () => {
    const { metrics } = protocolOf([ruled([...steady(50), 90], WHOLE)], [{ refId: 'A', message: 'no' }]);
    expect(metrics[0].now).toMatchObject({ state: 'firing', severity: 'critical' });
  });

  it('is due escalateAfter after it began to fire', () => {
    const { metrics } = protocolOf([ruled([50, 90, 90], { ...WHOLE, escalateAfter: '1h', escalateTo: 'CTO' })]);
    expect(metrics[0].deadline).toEqual({ kind: 'at', at: NOW - MINUTE + 60 * MINUTE });
  });

  it('is due at no time that is not known', () => {
    const { metrics } = protocolOf([ruled(steady(90), { ...WHOLE, escalateAfter: '1h' })]);
    expect(metrics[0].now).toMatchObject({ state: 'firing', since: null });
    expect(metrics[0].deadline?.kind).not.toBe('at');
  });

  it('was due before a moment that is known, where its beginning is not', () => {
    const { metrics } = protocolOf([ruled(steady(90), { ...WHOLE, escalateAfter: '5m', escalateTo: 'CTO' })]);
    expect(metrics[0].deadline).toEqual({ kind: 'before', at: NOW - 19 * MINUTE + 5 * MINUTE });
  });

  it('wakes when a pending level is to fire', () => {
    const { metrics, nextChange } = protocolOf([ruled([50, 90, 90], { ...WHOLE, for: '10m', staleAfter: '1h' })]);
    expect(metrics[0].now.state).toBe('pending');
    expect(nextChange).toBe(NOW - MINUTE + 10 * MINUTE);
  });
});
