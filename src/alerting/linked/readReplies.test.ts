import { readAlerts, readFailures, readSilences } from './readAlertmanager';
import { readGrafanaRules, readRuleOfState } from './readGrafanaRules';
import { readSourceRules } from './readSourceRules';
import { readGrafanaStates, readSourceStates } from './readStates';

/** A definition as Grafana 12.4 answers it, with something else in its places. */
function definitions(alert: object = {}, rule: object = {}) {
  const node = (refId: string, datasourceUid: string, model: object) => ({
    refId,
    queryType: '',
    relativeTimeRange: { from: 600, to: 0 },
    datasourceUid,
    model: { ...model, refId },
  });
  return {
    Sales: [
      {
        name: 'conversion',
        interval: '30s',
        rules: [
          {
            expr: '',
            for: '5m',
            keep_firing_for: '90s',
            labels: { owner: 'Inbound', severity: 'warning' },
            annotations: { __dashboardUid__: 'ops', __panelId__: '3', runbook_url: 'https://wiki.example.com/r' },
            ...rule,
            grafana_alert: {
              title: 'Conversion low',
              condition: 'C',
              data: [
                node('A', 'prom', { expr: 'conversion' }),
                node('B', '__expr__', { type: 'reduce', reducer: 'last', expression: 'A' }),
                node('C', '__expr__', {
                  type: 'threshold',
                  expression: 'B',
                  conditions: [
                    { evaluator: { params: [20], type: 'lt' }, unloadEvaluator: { params: [22], type: 'gt' } },
                  ],
                }),
              ],
              intervalSeconds: 30,
              uid: 'u1',
              rule_group: 'conversion',
              no_data_state: 'Alerting',
              is_paused: false,
              ...alert,
            },
          },
        ],
      },
    ],
  };
}

describe('a definition of Grafana', () => {
  it('is read whole', () => {
    expect(readGrafanaRules(definitions())).toEqual([
      {
        id: 'u1',
        engine: { kind: 'grafana', uid: 'u1' },
        title: 'Conversion low',
        folder: 'Sales',
        group: 'conversion',
        intervalMs: 30_000,
        labels: { owner: 'Inbound', severity: 'warning' },
        annotations: { __dashboardUid__: 'ops', __panelId__: '3', runbook_url: 'https://wiki.example.com/r' },
        severity: 'warning',
        panel: { dashboardUid: 'ops', panelId: 3 },
        condition: { operator: '<', bounds: [20] },
        hold: { operator: '<=', bounds: [22] },
        queries: [{ dataSourceUid: 'prom', model: { expr: 'conversion', refId: 'A' } }],
        picked: undefined,
        forMs: 300_000,
        keepFiringForMs: 90_000,
        noData: 'alerting',
        receiver: undefined,
        isPaused: false,
      },
    ]);
  });

  const nodes = (...models: object[]) =>
    models.map((model, index) => ({
      refId: 'ABCDE'[index],
      datasourceUid: 'type' in model ? '__expr__' : 'prom',
      model,
    }));

  it.each([
    [
      'a classic condition',
      nodes(
        { expr: 'x' },
        {
          type: 'classic_conditions',
          conditions: [
            {
              evaluator: { type: 'outside_range', params: [2, 4] },
              query: { params: ['A'] },
              reducer: { type: 'avg' },
            },
          ],
        }
      ),
      'B',
      { condition: { operator: 'outside', bounds: [2, 4] }, reducer: 'avg' },
    ],
    [
      'a comparison in math, over a sum of two',
      nodes(
        { expr: 'x' },
        { expr: 'y' },
        { type: 'math', expression: '$A / ${B}' },
        { type: 'reduce', reducer: 'mean', expression: 'C' },
        { type: 'math', expression: '$D >= 1.5e2' }
      ),
      'E',
      {
        condition: { operator: '>=', bounds: [150] },
        reducer: 'mean',
        queries: [expect.anything(), expect.anything()],
      },
    ],
    ['no comparison', nodes({ expr: 'x' }, { type: 'math', expression: '$A > $A * 2' }), 'B', { condition: undefined }],
    [
      'an unknown expression',
      nodes({ expr: 'x' }, { type: 'sql', expression: 'SELECT 1' }),
      'B',
      { condition: undefined },
    ],
    ['nothing that it fires by', nodes({ expr: 'x' }), 'Z', { condition: undefined, queries: [expect.anything()] }],
    [
      'a circle',
      nodes({ type: 'math', expression: '$B + 1' }, { type: 'math', expression: '$A > 2' }),
      'B',
      { queries: [] },
    ],
    ['no data', undefined, 'A', { queries: [], condition: undefined }],
  ])('with %s', (_, data, condition, expected) => {
    expect(readGrafanaRules(definitions({ data, condition }))[0]).toMatchObject(expected);
  });

  it.each([
    ['of a contact point of its own', definitions({ notification_settings: { receiver: 'ops' } }), { receiver: 'ops' }],
    ['that is paused', definitions({ is_paused: true }), { isPaused: true }],
    ['without a uid', definitions({ uid: undefined }), { id: '["Sales","conversion","Conversion low"]' }],
    ['of one annotation alone', definitions({}, { annotations: { __panelId__: '3' } }), { panel: undefined }],
    [
      'with other fields than texts',
      definitions({}, { labels: { severity: 3, owner: null } }),
      { labels: {}, severity: 'critical' },
    ],
    [
      'without a length of time',
      definitions({}, { for: null, keep_firing_for: 'soon' }),
      { forMs: 0, keepFiringForMs: 0 },
    ],
  ])('%s', (_, reply, expected) => {
    expect(readGrafanaRules(reply)[0]).toMatchObject(expected);
  });

  it('of a recording rule is none', () => {
    expect(readGrafanaRules(definitions({ record: { metric: 'x', from: 'A' } }))).toEqual([]);
  });

  it.each([
    undefined,
    null,
    'Bad gateway',
    [],
    { Sales: 3 },
    { Sales: [null, { rules: [7, { grafana_alert: 'x' }] }] },
    5,
  ])('is none in %j', (reply) => {
    expect(readGrafanaRules(reply)).toEqual([]);
    expect(readGrafanaStates(reply)).toEqual([]);
    expect(readSourceRules(reply, 'prom')).toEqual([]);
    expect(readAlerts({ reply })).toEqual([]);
    expect(readSilences({ reply })).toEqual([]);
    expect(readFailures({ reply })).toEqual([]);
  });
});

/** States as Grafana and Prometheus answer them, with something else in a rule's places. */
function states(rule: object) {
  return {
    status: 'success',
    data: {
      groups: [
        {
          name: 'conversion',
          file: 'Sales',
          interval: 30,
          rules: [{ name: 'Conversion low', type: 'alerting', health: 'ok', duration: 300, ...rule }],
        },
      ],
    },
  };
}

describe('a state', () => {
  const activeAt = '2027-02-03T04:05:06.789123456Z';

  it.each([
    ['Alerting', 'firing'],
    ['Pending', 'pending'],
    ['Normal (MissingSeries)', 'normal'],
    ['Recovering', 'recovering'],
    ['NoData', 'nodata'],
    ['Error', 'error'],
    ['firing', 'firing'],
    ['pending', 'pending'],
    ['inactive', 'normal'],
  ])('called %s is %s', (state, expected) => {
    const [{ state: read }] = readGrafanaStates(
      states({ uid: 'u1', alerts: [{ state, labels: { a: 'b' }, activeAt }] })
    );
    expect(read).toMatchObject({
      id: 'u1',
      instances: [{ labels: { a: 'b' }, state: expected, activeAt: Date.UTC(2027, 1, 3, 4, 5, 6, 789) }],
    });
  });

  it.each([
    ['of a word that nobody knows here', { alerts: [{ state: 'Snoozed', labels: {} }, null] }, { instances: [] }],
    [
      'that never began',
      { alerts: [{ state: 'firing', activeAt: '0001-01-01T00:00:00Z' }] },
      { instances: [{ activeAt: undefined }] },
    ],
    ['that was never evaluated', { lastEvaluation: '0001-01-01T00:00:00Z' }, { evaluatedAt: undefined, instances: [] }],
    ['with an error', { health: 'error', lastError: 'no such host' }, { error: 'no such host' }],
    ['with an error that says nothing', { health: 'err' }, { error: '' }],
    ['paused', { isPaused: true }, { isPaused: true }],
    ['of an older Grafana, without a uid', {}, { id: '["Sales","conversion","Conversion low"]' }],
  ])('%s', (_, rule, expected) => {
    expect(readGrafanaStates(states(rule))[0].state).toMatchObject(expected);
  });

  it('tells a rule by its queries for who may not read definitions, and by less where it says less', () => {
    const data = [
      { refId: 'A', datasourceUid: 'prom', model: { expr: 'conversion' } },
      {
        refId: 'B',
        datasourceUid: '__expr__',
        model: { type: 'threshold', expression: 'A', conditions: [{ evaluator: { type: 'gt', params: [3] } }] },
      },
    ];
    const read = (rule: object) => {
      const [told] = readGrafanaStates(states(rule));
      return readRuleOfState(told.rule, told.group);
    };
    expect(read({ uid: 'u1', query: JSON.stringify(data), keepFiringFor: 20 })).toMatchObject({
      id: 'u1',
      condition: { operator: '>', bounds: [3] },
      intervalMs: 30_000,
      forMs: 300_000,
      keepFiringForMs: 20_000,
    });
    expect(read({ query: 'up' })).toMatchObject({ title: 'Conversion low', forMs: 300_000 });
    expect(read({ query: 'up' })).not.toHaveProperty('condition');
  });
});

describe('a rule of a data source', () => {
  const rule = (query: string) => readSourceRules(states({ query, keepFiringFor: 60 }), 'mimir')[0];

  it.each([
    ['rate(x[5m]) < 20', 'rate(x[5m])', { operator: '<', bounds: [20] }],
    ['(x) >= -1.5e3', 'x', { operator: '>=', bounds: [-1500] }],
    ['x{a="b < 3"} > 4', 'x{a="b < 3"}', { operator: '>', bounds: [4] }],
    ['x < 2 or x > 4', 'x', { operator: 'outside', bounds: [2, 4] }],
    ['x >= 2 <= 4', 'x', { operator: 'insideIncluded', bounds: [2, 4] }],
    ['last_over_time((x)[5m1ms:1m] offset 1h) > +Inf', 'x', { operator: '>', bounds: [Infinity] }],
    [
      'sum by (job) (rate({app="api"} |= "error" [1m])) > 0',
      'sum by (job) (rate({app="api"} |= "error" [1m]))',
      { operator: '>', bounds: [0] },
    ],
    ['up == 0', 'up == 0', undefined],
    ['x > y', 'x > y', undefined],
    ['absent(x)', 'absent(x)', undefined],
    ['x < 2 or y > 4', 'x < 2 or y > 4', undefined],
  ])('asks and compares: %s', (query, expr, condition) => {
    expect(rule(query)).toMatchObject({ queries: [{ model: { expr } }], keepFiringForMs: 60_000 });
    expect(rule(query).condition).toEqual(condition);
  });

  it('has the same id in its state, and each of one name its own', () => {
    const reply = states({ query: 'x > 1', alerts: [{ state: 'pending', labels: {} }] });
    reply.data.groups[0].rules.push(reply.data.groups[0].rules[0]);
    const ids = readSourceRules(reply, 'mimir').map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(readSourceStates(reply, 'mimir').map(({ id }) => id)).toEqual(ids);
  });
});

describe('an alert manager', () => {
  it('tells to whom an alert is routed, and what silences it', () => {
    const reply = [
      {
        labels: { __alert_rule_uid__: 'u1', team: 'eu' },
        receivers: [{ name: 'mail' }, { name: 'chat' }, {}],
        status: { state: 'suppressed', silencedBy: ['s1'], inhibitedBy: ['f1'] },
      },
      {},
    ];
    expect(readAlerts(reply)).toMatchObject([
      { ruleUid: 'u1', receivers: ['mail', 'chat'], silencedBy: ['s1'], isInhibited: true },
      { receivers: [], silencedBy: [], isInhibited: false },
    ]);
  });

  it('tells the silences that are in force', () => {
    const silence = { id: 's1', createdBy: 'ana', comment: 'Move', endsAt: '2027-01-01T00:00:00Z' };
    expect(
      readSilences([
        { ...silence, status: { state: 'active' } },
        { ...silence, id: 's2', status: { state: 'expired' } },
        { ...silence, id: 's3', status: { state: 'pending' } },
      ])
    ).toEqual([{ id: 's1', createdBy: 'ana', comment: 'Move', endsAt: Date.UTC(2027, 0, 1) }]);
  });

  it('tells what could not be notified', () => {
    const integration = { name: 'slack', lastNotifyAttempt: '2027-01-01T00:00:00Z' };
    expect(
      readFailures([
        { name: 'chat', integrations: [integration, { ...integration, lastNotifyAttemptError: 'no channel' }] },
        { name: 'mail', integrations: null },
      ])
    ).toEqual([{ receiver: 'chat', by: 'slack', error: 'no channel', at: Date.UTC(2027, 0, 1) }]);
  });
});
