import type { AlertInstance, AlertRule, EngineKnown } from '../../protocol/engine/alertRule';
import type { MetricProtocol } from '../../protocol/protocol';
import { alertRule, engineKnown, QUERY } from '../../testing/alertRules';
import { firingMetric, metricProtocol, NOW, protocol, rule } from '../../testing/metricProtocol';
import { DAY, HOUR, MINUTE, SECOND } from '../../time/units';
import { linkAlerts } from './linkAlerts';

const PANEL = { dashboardUid: 'ops', panelId: 3, repeat: {}, queries: [QUERY] };

function linked(metrics: readonly MetricProtocol[], known: EngineKnown) {
  const ruled = metrics.map(({ name, refId }) => ({
    metric: { id: name, name, refId, frameIndex: 0, fieldIndex: 1, samples: { times: [], values: [] } },
  }));
  return linkAlerts(protocol(metrics), ruled, known, PANEL).metrics.map(({ engine }) => engine);
}

/** What is known where one rule has some alerts. */
function known(
  instances: readonly AlertInstance[],
  overrides: Partial<AlertRule> = {},
  more: Partial<EngineKnown> = {}
) {
  const one = alertRule(overrides);
  const state = { id: one.id, evaluatedAt: NOW - 10 * SECOND, isPaused: false, instances };
  return engineKnown([one], { states: new Map([[one.id, state]]), ...more });
}

const only = (given: EngineKnown, metric: MetricProtocol = metricProtocol()) => linked([metric], given)[0]?.alerts[0];

describe('the state of an engine', () => {
  const since = NOW - HOUR;

  it.each<[AlertInstance['state']]>([['pending'], ['firing'], ['recovering'], ['nodata'], ['error']])(
    'is %s since',
    (state) => {
      expect(only(known([{ labels: {}, state, activeAt: since }]))).toMatchObject({ state, since });
    }
  );

  it('is normal where it tells of no alert, and not known where it was never evaluated or is paused', () => {
    expect(only(known([]))).toMatchObject({ state: 'normal', isPaused: false });
    expect(only(engineKnown([alertRule()]))?.state).toBeUndefined();
    expect(only(known([{ labels: {}, state: 'firing' }], { isPaused: true }))).toMatchObject({
      isPaused: true,
      state: undefined,
    });
  });

  it('is that of the worst of its alerts, and the oldest of those', () => {
    const alerts: AlertInstance[] = [
      { labels: { a: '1' }, state: 'pending', activeAt: since - 1 },
      { labels: { a: '2' }, state: 'firing', activeAt: since },
      { labels: { a: '3' }, state: 'firing', activeAt: since - 2 },
    ];
    expect(only(known(alerts))).toMatchObject({ state: 'firing', since: since - 2 });
  });

  it('fires at its first evaluation at which it was pending for long enough', () => {
    const pending = (activeAt: number) =>
      only(known([{ labels: {}, state: 'pending', activeAt }], { forMs: 10 * MINUTE }));
    // Evaluated 10 s ago, and once a minute.
    expect(pending(NOW - 9 * MINUTE - 10 * SECOND)?.firesAt).toBe(NOW + 50 * SECOND);
    expect(pending(NOW - 9 * MINUTE)?.firesAt).toBe(NOW + 110 * SECOND);
    expect(only(known([{ labels: {}, state: 'firing' }]))?.firesAt).toBeUndefined();
  });
});

it('tells to whom an alert is routed, what silences it, and what could not be sent', () => {
  const more: Partial<EngineKnown> = {
    alerts: [
      { ruleUid: 'u1', labels: {}, receivers: ['mail', 'chat'], silencedBy: ['s1', 'gone'], isInhibited: true },
      { ruleUid: 'u2', labels: {}, receivers: ['other'], silencedBy: ['s2'], isInhibited: false },
    ],
    silences: ['s1', 's2'].map((id) => ({ id, createdBy: 'ana', comment: '' })),
    failed: ['mail', 'other'].map((receiver) => ({ receiver, by: 'email', error: 'no host' })),
  };
  expect(only(known([{ labels: {}, state: 'firing' }], {}, more))).toMatchObject({
    routedTo: ['mail', 'chat'],
    silences: [{ id: 's1' }],
    failed: [{ receiver: 'mail' }],
    isInhibited: true,
  });
  expect(only(known([], { receiver: 'pager' }))?.routedTo).toEqual(['pager']);
});

describe('nobody is paged', () => {
  const metric = (name: string, overrides: Partial<MetricProtocol> = {}) =>
    metricProtocol({ id: name, name, ...overrides });
  const unpaged = (metrics: MetricProtocol[], given: EngineKnown) =>
    linked(metrics, given).map((engine) => [engine?.isUnpaged ?? false, engine?.unpaged]);

  it('is told by one of a panel’s metrics, and counts for all', () => {
    expect(unpaged([metric('EU'), metric('US')], engineKnown([]))).toEqual([
      [true, 'panel'],
      [true, undefined],
    ]);
  });

  it('is told of the metric that no rule is linked to', () => {
    const named = alertRule({ title: 'US low' });
    expect(unpaged([metric('EU'), metric('US')], engineKnown([named]))).toEqual([
      [true, 'metric'],
      [false, undefined],
    ]);
  });

  it.each<[string, MetricProtocol, Partial<EngineKnown>]>([
    ['where an engine could not be asked', metric('EU'), { isWhole: false }],
    ['of what is for context', metric('EU', { kind: 'context' }), {}],
    ['of a rule without a level', metric('EU', { rule: rule({ levels: [] }) }), {}],
  ])('is not told %s', (_, one, overrides) => {
    expect(unpaged([one], engineKnown([], overrides))).toEqual([[false, undefined]]);
  });
});

describe('panel and engine disagree', () => {
  const levels = (state: 'firing' | 'normal', since: number) => ({
    judged: { on: 'view' as const, levels: [{ severity: 'critical' as const, state, since }], breaches: [] },
  });
  const fires = (since = NOW - HOUR, more: Partial<MetricProtocol> = {}) =>
    firingMetric({ ...levels('firing', since), stepMs: MINUTE, ...more });
  const calm = (since = NOW - DAY, more: Partial<MetricProtocol> = {}) =>
    metricProtocol({ ...levels('normal', since), stepMs: MINUTE, ...more });
  const firing: AlertInstance[] = [{ labels: {}, state: 'firing', activeAt: NOW - HOUR }];

  it.each([
    ['they go by different rules', fires(), known([], { forMs: 0 }), { kind: 'drift' }],
    [
      'the panel’s newest value is older',
      calm(NOW - DAY, { last: { value: 30, time: NOW - 2 * HOUR } }),
      known(firing),
      { kind: 'delay', newest: NOW - 2 * HOUR },
    ],
    [
      'the panel’s values are far apart',
      fires(NOW - HOUR, { stepMs: HOUR }),
      known([]),
      { kind: 'step', stepMs: HOUR },
    ],
    [
      'the engine evaluates seldom',
      fires(NOW - 3 * HOUR),
      known([], { intervalMs: HOUR }),
      { kind: 'interval', everyMs: HOUR },
    ],
    ['nobody knows', fires(), known([]), { kind: 'unknown' }],
  ])('likely because %s', (_, metric, given, because) => {
    expect(only(given, metric)?.disagreement).toMatchObject({ because });
  });

  it('where the engine could not evaluate its rule', () => {
    const given = known([{ labels: {}, state: 'error', activeAt: NOW - HOUR }]);
    const state = { ...given.states.get('u1')!, error: 'no such host' };
    expect(only({ ...given, states: new Map([['u1', state]]) }, calm())?.disagreement).toEqual({
      panel: 'normal',
      engine: 'error',
      because: { kind: 'error' },
    });
  });

  it.each<[string, MetricProtocol, EngineKnown]>([
    ['they say the same', fires(), known(firing)],
    ['the panel’s state is news', fires(NOW - 50 * SECOND), known([])],
    ['the engine’s state is news', calm(), known([{ labels: {}, state: 'firing', activeAt: NOW - 50 * SECOND }])],
    ['the engine is paused', fires(), known([], { isPaused: true })],
    ['the rule asks something else', fires(), known([], { queries: [{ dataSourceUid: 'x', model: { expr: 'y' } }] })],
    ['the range is over', { ...fires(), now: { ...fires().now, live: false } }, known([])],
    ['the panel can’t judge', fires(NOW - HOUR, { judged: { on: 'awaited' } }), known([])],
    ['the panel has no such level', fires(), known(firing, { severity: 'warning' })],
  ])('is not said where %s', (_, metric, given) => {
    const alert = only(given, metric);
    expect(alert).toBeDefined();
    expect(alert?.disagreement).toBeUndefined();
  });

  it('is not said of words in which engines differ', () => {
    const source = { engine: { kind: 'source' as const, uid: 'prom' }, keepFiringForMs: HOUR };
    const recovering = fires(NOW - HOUR, {
      judged: { on: 'view', levels: [{ severity: 'critical', state: 'recovering', since: NOW - HOUR }], breaches: [] },
    });
    expect(only(known(firing, source), recovering)?.disagreement).toBeUndefined();
    expect(only(known(firing, { keepFiringForMs: HOUR }), recovering)?.disagreement).toMatchObject({
      panel: 'recovering',
    });
  });
});
