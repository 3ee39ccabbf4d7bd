import { pick } from 'lodash';
import { parse } from 'yaml';

import { fingerprintOf } from '../../rule/fingerprint';
import type { PanelJson } from '../../testing/exportedPanel';
import { exportedPanel, RULE, ruleFor } from '../../testing/exportedPanel';
import { english } from '../../words/english';
import { grafanaFile } from './grafana/grafanaFile';
import { grafanaFormUrl } from './grafana/grafanaForm';
import { grafanaRules } from './grafana/grafanaRules';
import { prometheusFile, prometheusRules } from './prometheus/prometheusRules';

const grafana = (json: PanelJson, contactPoints: string[] = []) =>
  grafanaRules(english, exportedPanel(json).made, { contactPoints }).made.map(({ rule }) => rule);
const prometheus = (json: PanelJson) => prometheusRules(english, exportedPanel(json).made).made.map(({ rule }) => rule);
const sql = { refId: 'A', datasource: { type: 'mysql', uid: 'sql' }, rawSql: 'SELECT 1', hide: false };

const WHOLE = {
  operator: '<',
  warning: 24,
  critical: 20,
  recovery: { critical: 22 },
  for: '2d',
  owner: '${__field.labels.team}',
  contact: 'ana@example.com',
  notify: '#demand-gen',
  action: 'Pause {{campaigns}} of ${__field.labels["sub-team"]}',
  automation: 'Routing switches',
  respondWithin: '4h',
  escalateAfter: '1d',
  escalateTo: 'VP Sales',
  runbook: 'https://wiki/x',
};

describe('a rule of Prometheus', () => {
  it('says for whom, how bad and what to do, with templates for labels and value', () => {
    const [, { alert, for: lasting, labels, annotations }] = prometheus({ rule: WHOLE });
    expect(alert).toBe('Leads (critical)');
    expect(lasting).toBe('2d');
    expect(labels).toEqual({
      severity: 'critical',
      owner: '{{ $labels.team }}',
      notify: '#demand-gen',
      protocol_rule: expect.stringMatching(/^protocol1-/),
    });
    expect(annotations).toEqual({
      summary: 'Leads: below 20 for 2 days',
      value: '{{ printf "%.4g" $value }}',
      action: 'Pause {{ "{{" }}campaigns}} of {{ index $labels "sub-team" }}',
      automation: 'Routing switches',
      runbook_url: 'https://wiki/x',
      contact: 'ana@example.com',
      respond_within: '4 h',
      escalation: 'VP Sales, after 1 d',
      panel: 'Sales: Leads',
      // By these the panel finds the rule again.
      __dashboardUid__: 'sales',
      __panelId__: '7',
    });
  });

  describe('carries a signature only as a card tells it', () => {
    const signed = { ...RULE, agreedBy: 'Platform', agreedOn: '2026-07-30' };
    const agreed = { ...signed, agreedFingerprint: fingerprintOf(signed) };
    const both = { agreed_by: 'Platform', agreed_on: '2026-07-30' };
    const only = (name: string, rule: object) => ({ legend: '{{job}}', overrides: [ruleFor(name, rule)] });
    const signature = (json: PanelJson) =>
      prometheus(json).map(({ annotations }) => pick(annotations, ['agreed_by', 'agreed_on']));

    it.each<[string, PanelJson, object[]]>([
      ['of what was agreed', { rule: agreed }, [both]],
      ['of what nobody can compare', { rule: signed }, [both]],
      ['not of what was changed since', { rule: { ...agreed, critical: 15 } }, [{}]],
      ['not where it says when that was', { rule: { ...agreed, critical: 15, changedOn: '2026-08-02' } }, [{}]],
      ['not where another source says otherwise', { rule: agreed, ...only('api', { critical: 5 }) }, [both, {}]],
      [
        'not the day of somebody else’s',
        { rule: signed, ...only('api', { agreedBy: 'Ana' }) },
        [both, { agreed_by: 'Ana' }],
      ],
      [
        'not of a level that nobody signed',
        { rule: { owner: 'Ana', agreedBy: 'Platform' }, ...only('api', { operator: '<', critical: 5 }) },
        [{}],
      ],
      ['not of a placeholder', { rule: { ...RULE, agreedBy: 'TBD' } }, [{}]],
    ])('%s', (_, json, expected) => {
      expect(signature(json)).toEqual(expected);
    });
  });

  it('does not pass on a placeholder as an answer', () => {
    const [{ annotations, labels }] = prometheus({ rule: { ...RULE, owner: 'Ana', action: 'TBD' } });
    expect(annotations).not.toHaveProperty('action');
    expect(labels.owner).toBe('Ana');
  });

  it.each<[string, PanelJson, string]>([
    ['the query', {}, '(leads) < 20'],
    ['its hold', { rule: { ...RULE, staleAfter: '10m' } }, 'last_over_time((leads)[10m1ms:1m]) < 20'],
    ['its delay', { rule: { ...RULE, settleAfter: '15d' } }, 'last_over_time((leads)[59s999ms:1m] offset 15d) < 20'],
    ['a range', { rule: { ...RULE, operator: 'outside', critical: [2, 4] } }, '(leads) < 2 or (leads) > 4'],
    [
      'a series apart',
      { rule: {}, legend: '{{job}}', overrides: [ruleFor('a$1"', RULE)] },
      '((leads) and on (job) (label_replace(vector(1), "job", "a$$1\\"", "", ""))) < 20',
    ],
    ['a comment', { expr: 'leads # all' }, '(leads # all\n) < 20'],
  ])('asks by %s', (_, json, expr) => {
    expect(prometheus(json)[0].expr).toBe(expr);
  });

  it('is judged in groups by how often', () => {
    const { made } = prometheusRules(english, exportedPanel({ options: { judgeOn: 'fixed', step: '30s' } }).made);
    expect(prometheusFile(made).groups.map(({ name, interval }) => [name, interval])).toEqual([
      ['Sales (sales), every 30s', '30s'],
    ]);
  });
});

describe('a rule of Grafana', () => {
  it('asks Prometheus for the moment, and says where its panel is', () => {
    const [rule] = grafana({ rule: { ...RULE, keepFiringFor: '10m', staleAfter: '10m', noData: 'alerting' } });
    expect(rule.data[0]).toMatchObject({
      datasourceUid: 'prom',
      model: { expr: 'last_over_time((leads)[10m1ms:1m])', instant: true, range: false },
    });
    expect(rule).toMatchObject({
      title: 'Leads (critical)',
      condition: rule.data[2].refId,
      for: '5m',
      keepFiringFor: '10m',
      noDataState: 'Alerting',
      dashboardUid: 'sales',
      panelId: 7,
      annotations: { __dashboardUid__: 'sales', __panelId__: '7' },
    });
    expect(rule.data.map(({ refId }) => refId)).toEqual(['A', 'B', 'C']);
  });

  it('asks any other source for the window in which a value holds', () => {
    const [rule] = grafana({ targets: [sql], rule: { ...RULE, staleAfter: '3d', settleAfter: '15d' } });
    const day = 86_400;
    expect(rule.data[0]).toMatchObject({ datasourceUid: 'sql', relativeTimeRange: { from: 18 * day, to: 15 * day } });
    expect(rule.data[0].model).toEqual({
      refId: 'A',
      rawSql: 'SELECT 1',
      datasource: { type: 'mysql', uid: 'sql' },
      intervalMs: 60_000,
      maxDataPoints: 43200,
    });
    expect(rule.data[1].model).toMatchObject({ type: 'reduce', reducer: 'last', settings: { mode: 'dropNN' } });
  });

  it('leaves an alert as it is while there are too few, by what is no number', () => {
    const targets = [
      { ...sql, alias: 'Share' },
      { ...sql, refId: 'B', alias: 'Leads' },
    ];
    const rule = { ...RULE, for: undefined, staleAfter: '3d', minVolume: 20, volumeSeries: 'Leads' };
    const [made] = grafana({ targets, rule: {}, overrides: [ruleFor('Share', rule)] });
    expect(made.data.map(({ refId, model }) => [refId, model.expression ?? model.rawSql])).toEqual([
      ['A', 'SELECT 1'],
      ['B', 'SELECT 1'],
      ['C', '$A * (($B >= 20) / ($B >= 20))'],
      ['D', 'C'],
      ['E', 'D'],
    ]);
    expect(made.data[3].model).not.toHaveProperty('settings');
    expect(made.data[4].model.conditions).toEqual([
      { evaluator: { type: 'lt', params: [20] }, unloadEvaluator: { type: 'gte', params: [20] } },
    ]);
  });

  it('names a contact point where it notifies one that is there, and none otherwise', () => {
    expect(grafana({ rule: WHOLE }, ['#demand-gen'])[0].notification_settings).toEqual({ receiver: '#demand-gen' });
    expect(grafana({ rule: WHOLE }, ['other'])[0]).not.toHaveProperty('notification_settings');
  });

  it('keeps what people wrote from the server’s environment, in its file', () => {
    const json = {
      rule: { ...RULE, owner: '$HOME of ${__field.labels.team}', action: 'Pay $5' },
      panel: { title: 'A/$B' },
    };
    const { made } = grafanaRules(english, exportedPanel(json).made);
    const { groups } = grafanaFile(made, 'A/$B');
    expect(groups[0].folder).toBe('A\\/$$B');
    expect(groups[0].rules[0]).toMatchObject({
      title: 'A/$$B (critical)',
      labels: { owner: '$$HOME of {{ $$labels.team }}' },
      annotations: { action: 'Pay $5' },
    });
  });

  it('fills in the form for a new one', () => {
    const [, rule] = grafana({ rule: WHOLE }, ['#demand-gen']);
    const url = grafanaFormUrl(rule, { folder: { uid: 'f', title: 'F' }, stepMs: 60_000, returnTo: '/d/sales' });
    const [path, query] = url.split('?');
    expect(path).toBe('alerting/new');
    const params = new URLSearchParams(query);
    expect(params.get('returnTo')).toBe('/d/sales');
    expect(parse(params.get('defaults') ?? '')).toMatchObject({
      type: 'grafana-alerting',
      name: 'Leads (critical)',
      folder: { uid: 'f', title: 'F' },
      condition: 'C',
      queries: [{ refId: 'A', queryType: '' }, { refId: 'B' }, { refId: 'C' }],
      evaluateFor: '2d',
      labels: expect.arrayContaining([{ key: 'owner', value: '{{ $labels.team }}' }]),
      annotations: expect.arrayContaining([{ key: '__panelId__', value: '7' }]),
      contactPoints: { grafana: { selectedContactPoint: '#demand-gen' } },
    });
  });
});
