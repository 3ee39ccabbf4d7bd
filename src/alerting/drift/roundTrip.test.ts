import fc from 'fast-check';

import type { AlertRule } from '../../protocol/engine/alertRule';
import type { Level, Operator } from '../../rule/level';
import type { Rule } from '../../rule/rule';
import { exportedPanel } from '../../testing/exportedPanel';
import { SECOND } from '../../time/units';
import { english } from '../../words/english';
import type { Alert } from '../export/alert';
import { grafanaRules } from '../export/grafana/grafanaRules';
import { prometheusRules } from '../export/prometheus/prometheusRules';
import { lengthOf } from '../linked/narrow';
import type { PanelQuery } from '../linked/askedBy';
import { matchAlerts } from '../linked/matchAlerts';
import { readGrafanaRules } from '../linked/readGrafanaRules';
import { readSourceRules } from '../linked/readSourceRules';
import { compareRules } from './compareRules';

const PROM = { type: 'prometheus', uid: 'prom' };
const SQL = { type: 'mysql', uid: 'sql' };
const EXPRS = ['leads', 'sum by (team) (rate(leads_total{kind="a or (b"}[5m]))', 'a / (b > 0)', '1 - sum(up == 1)'];

/** A rule as it is stored, of a panel that is exported whole. */
const storedRule = fc
  .record({
    operator: fc.constantFrom<Operator[]>(
      '>',
      '>=',
      '<',
      '<=',
      'outside',
      'inside',
      'outsideIncluded',
      'insideIncluded'
    ),
    for: fc.constantFrom('0', '1m', '90m', '2d'),
    hasRecovery: fc.boolean(),
    noData: fc.constantFrom('show', 'normal'),
    owner: fc.constantFrom('Demand Gen', 'Kunden & "Co", $1', 'Ana {{ curly }}'),
    runbook: fc.constantFrom('https://x/y?a=b&c', undefined),
    settleAfter: fc.constantFrom(undefined, '1h'),
    level: fc.integer({ min: -50, max: 50 }),
  })
  .map(({ operator, hasRecovery, level, ...rest }) => ({
    ...rest,
    action: 'Act',
    operator,
    ...bounds(operator, level, hasRecovery),
  }));

/** Levels with a recovery on its right side. */
function bounds(operator: Operator, level: number, hasRecovery: boolean) {
  const isAbove = operator.startsWith('>');
  const isOutside = operator.startsWith('outside');
  const range = [level, level + 10] as const;
  const critical = /side/.test(operator) ? range : level;
  const inner = isOutside ? [level + 2, level + 8] : [level - 2, level + 12];
  const recovery = typeof critical === 'number' ? critical + (isAbove ? -3 : 3) : inner;
  return { critical, ...(hasRecovery && { recovery: { critical: recovery } }) };
}

/** As the ruler answers what was provisioned. */
function asGrafanaAnswers(alert: Alert): unknown {
  const [{ rule }] = grafanaRules(english, [alert]).made;
  const { title, condition, data, uid, noDataState, isPaused, notification_settings: settings } = rule;
  return {
    Sales: [
      {
        name: 'g',
        interval: '1m',
        rules: [
          {
            expr: '',
            for: rule.for,
            keep_firing_for: rule.keepFiringFor,
            labels: rule.labels,
            annotations: rule.annotations,
            grafana_alert: {
              ...{ title, condition, uid, rule_group: 'g', namespace_uid: 'f', notification_settings: settings },
              data: data.map((one) => ({ queryType: '', relativeTimeRange: { from: 0, to: 0 }, ...one })),
              ...{ no_data_state: noDataState, exec_err_state: 'Error', is_paused: isPaused, intervalSeconds: 60 },
            },
          },
        ],
      },
    ],
  };
}

/** As Prometheus tells a rule of its file. */
function asPrometheusAnswers(alert: Alert): unknown {
  const [{ rule }] = prometheusRules(english, [alert]).made;
  return {
    status: 'success',
    data: {
      groups: [
        {
          name: 'g',
          file: '/rules.yml',
          interval: 60,
          rules: [
            {
              state: 'inactive',
              name: rule.alert,
              query: rule.expr,
              duration: lengthOf(rule.for) / SECOND,
              keepFiringFor: lengthOf(rule.keep_firing_for) / SECOND,
              labels: rule.labels,
              annotations: rule.annotations,
              alerts: [],
              health: 'ok',
              type: 'alerting',
            },
          ],
        },
      ],
    },
  };
}

const METRIC = { name: 'Leads', refId: 'A', labels: {} };

/** Whether the rule asks what a panel with this query asks. */
function asksOf(rule: AlertRule, query: PanelQuery) {
  const { byMetric } = matchAlerts([rule], { dashboardUid: 'sales', panelId: 7, repeat: {}, queries: [query] }, [
    METRIC,
  ]);
  return byMetric[0][0].asks;
}

function driftOf(rule: Rule, alert: AlertRule, query: PanelQuery) {
  return compareRules(rule, alert, asksOf(alert, query)).fields;
}

/** Each changes one thing that a rule says. */
const CHANGES: Readonly<Record<string, (rule: Rule) => Rule>> = {
  level: (rule) =>
    withLevel(rule, ({ condition, hold, ...level }) => ({
      ...level,
      condition: moved(condition),
      hold: hold === condition ? moved(condition) : hold,
    })),
  operator: (rule) =>
    withLevel(rule, ({ condition, hold, ...level }) => {
      const other = { ...condition, operator: OTHER[condition.operator] } as Level['condition'];
      return { ...level, condition: other, hold: hold === condition ? other : hold };
    }),
  recovery: (rule) => withLevel(rule, ({ hold, ...level }) => ({ ...level, hold: moved(hold) })),
  for: (rule) => ({ ...rule, forMs: rule.forMs + 60_000 }),
  keepFiringFor: (rule) => ({ ...rule, keepFiringForMs: rule.keepFiringForMs + 60_000 }),
  owner: (rule) => ({ ...rule, text: { ...rule.text, owner: { value: 'Somebody else', source: 'default' } } }),
};

const OTHER: Readonly<Record<Operator, Operator>> = {
  '>': '>=',
  '>=': '>',
  '<': '<=',
  '<=': '<',
  outside: 'outsideIncluded',
  outsideIncluded: 'outside',
  inside: 'insideIncluded',
  insideIncluded: 'inside',
};

function moved({ operator, bounds: [low, high = low] }: Level['condition']): Level['condition'] {
  const by = 0.25;
  return { operator, bounds: /side/.test(operator) ? [low - by, high + by] : [low - by] } as Level['condition'];
}

function withLevel(rule: Rule, change: (level: Level) => Level): Rule {
  return { ...rule, levels: rule.levels.map(change) };
}

const TARGETS = {
  grafana: (alert: Alert) => readGrafanaRules(asGrafanaAnswers(alert))[0],
  prometheus: (alert: Alert) => readSourceRules(asPrometheusAnswers(alert), 'prom')[0],
} as const;

describe.each(Object.keys(TARGETS) as Array<keyof typeof TARGETS>)('what was exported to %s', (target) => {
  const arbitrary = fc.record({
    rule: storedRule,
    keepFiringFor: fc.constantFrom(undefined, '5m'),
    expr: fc.constantFrom(...EXPRS),
  });

  const exported = ({ rule, keepFiringFor, expr }: { rule: object; keepFiringFor?: string; expr: string }) => {
    // Prometheus can't tell a recovering alert from a firing one.
    const isKept = target === 'grafana' || !('recovery' in rule);
    const { made } = exportedPanel({ rule: { ...rule, ...(isKept && { keepFiringFor }) }, expr });
    const query = { refId: 'A', dataSourceUid: 'prom', model: { refId: 'A', datasource: PROM, expr } };
    return { alert: made[0], query };
  };

  it('and is read back says what the panel says', () => {
    fc.assert(
      fc.property(arbitrary, (input) => {
        const { alert, query } = exported(input);
        const read = TARGETS[target](alert);
        expect(driftOf(alert.rule, read, query)).toEqual([]);
        expect(compareRules(alert.rule, read, 'same').isUnread).toBe(false);
      }),
      { numRuns: 300 }
    );
  });

  it('differs in exactly what is changed', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...Object.keys(CHANGES)), (input, field) => {
        const { alert, query } = exported(input);
        expect(driftOf(CHANGES[field](alert.rule), TARGETS[target](alert), query)).toEqual([field]);
      }),
      { numRuns: 600 }
    );
  });

  it('differs in its query where the panel asks something else', () => {
    fc.assert(
      fc.property(arbitrary, (input) => {
        const { alert } = exported(input);
        const other = { refId: 'A', dataSourceUid: 'prom', model: { expr: `${input.expr} * 2` } };
        expect(driftOf(alert.rule, TARGETS[target](alert), other)).toEqual(['query']);
      }),
      { numRuns: 100 }
    );
  });
});

it('compares what Grafana judges of a window of another data source', () => {
  const rule = {
    operator: '<',
    critical: 20,
    staleAfter: '10m',
    noData: 'alerting',
    owner: 'Ana',
    action: 'Act',
    runbook: 'https://x',
  };
  const model = { refId: 'A', datasource: SQL, rawSql: 'SELECT  time,\n value FROM leads', format: 'time_series' };
  const { made } = exportedPanel({ rule, targets: [model] });
  const [alert] = made;
  const query = { refId: 'A', dataSourceUid: 'sql', model };
  const read = readGrafanaRules(asGrafanaAnswers(alert))[0];
  expect(driftOf(alert.rule, read, query)).toEqual([]);
  expect(driftOf({ ...alert.rule, noData: 'show' }, read, query)).toEqual(['noData']);
  const otherRunbook: Rule = {
    ...alert.rule,
    text: { ...alert.rule.text, runbook: { value: 'https://z', source: 'default' } },
  };
  expect(driftOf(otherRunbook, read, query)).toEqual(['runbook']);
  expect(driftOf(alert.rule, read, { ...query, model: { ...model, rawSql: 'SELECT 2' } })).toEqual(['query']);
  expect(driftOf(alert.rule, { ...read, reducer: 'mean' }, query)).toEqual(['query']);
});
