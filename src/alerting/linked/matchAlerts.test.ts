import type { AlertRule } from '../../protocol/engine/alertRule';
import { alertRule, QUERY } from '../../testing/alertRules';
import type { AskingPanel } from './matchAlerts';
import { instancesOf, matchAlerts } from './matchAlerts';

const PANEL = { dashboardUid: 'ops', panelId: 3, repeat: {}, queries: [QUERY] };
const metric = (name: string, labels: Record<string, unknown> = {}, refId = 'A') => ({ name, labels, refId });

/** The names of the metrics that a rule is for, and whether it asks what the panel asks. */
function matched(rule: AlertRule, metrics: Array<ReturnType<typeof metric>>, panel: Partial<AskingPanel> = {}) {
  const { byMetric, apart } = matchAlerts([rule], { ...PANEL, ...panel }, metrics);
  const names = metrics.filter((_, place) => byMetric[place].length > 0).map(({ name }) => name);
  const [found] = [...byMetric.flat(), ...apart];
  return found && { names, asks: found.asks };
}

const other = { queries: [{ dataSourceUid: 'prom', model: { expr: 'something else' } }] };

it.each([
  [
    'the series that it asks for',
    {},
    [metric('EU', { team: 'eu' }), metric('US', { team: 'us' })],
    ['EU', 'US'],
    'same',
  ],
  ['the query that it asks', {}, [metric('EU', { team: 'eu' }), metric('Volume', {}, 'B')], ['EU'], 'same'],
  [
    'the series that it picks',
    { picked: { kind: 'only' as const, sets: [{ team: 'eu' }] } },
    [metric('EU', { team: 'eu' }), metric('US', { team: 'us' })],
    ['EU'],
    'same',
  ],
  [
    'the series that it leaves over',
    { picked: { kind: 'rest' as const, sets: [{ team: 'eu' }] } },
    [metric('EU', { team: 'eu' }), metric('US', { team: 'us' })],
    ['US'],
    'same',
  ],
  [
    'the column that its title names',
    { title: 'Leads EU (critical)' },
    [metric('Leads'), metric('Leads EU')],
    ['Leads EU'],
    'same',
  ],
  ['the only metric, though it asks something else', other, [metric('EU')], ['EU'], 'other'],
  [
    'the one that it names, though it asks something else',
    { ...other, title: 'US too low' },
    [metric('EU'), metric('US')],
    ['US'],
    'other',
  ],
  ['none of several that could be meant', other, [metric('EU'), metric('US')], [], 'other'],
  ['nobody knows what', { queries: undefined }, [metric('EU')], ['EU'], undefined],
  [
    'none of a word that only contains the name',
    { ...other, title: 'EURO low' },
    [metric('EU'), metric('US')],
    [],
    'other',
  ],
])('is for %s', (_, rule, metrics, names, asks) => {
  expect(matched(alertRule(rule), metrics)).toEqual({ names, asks });
});

it.each([
  ['another panel', { panel: { dashboardUid: 'ops', panelId: 4 } }],
  ['another dashboard', { panel: { dashboardUid: 'other', panelId: 3 } }],
  ['no panel', { panel: undefined }],
])('is for none where it is linked to %s', (_, rule) => {
  expect(matched(alertRule(rule), [metric('EU')])).toBeUndefined();
});

describe('of a repeated panel', () => {
  const repeat = { region: 'eu' };
  const own = { queries: [{ dataSourceUid: 'prom', model: { expr: 'leads{region="eu"}' } }] };
  const panel = { repeat, queries: [{ ...QUERY, model: { expr: 'leads{region="eu"}' } }] };

  it.each([
    ['asks for its value', own, { names: ['Leads'], asks: 'same' }],
    [
      'asks for the value of another',
      { queries: [{ dataSourceUid: 'prom', model: { expr: 'leads{region="us"}' } }] },
      undefined,
    ],
    ['asks something else and names it', { ...other, title: 'Leads EU' }, { names: ['Leads'], asks: 'other' }],
  ])('a rule that %s', (_, rule, expected) => {
    expect(matched(alertRule(rule), [metric('Leads')], panel)).toEqual(expected);
  });
});

it.each([
  ['spaces and brackets', { expr: '( conversion )' }, 'same'],
  ['how it is shown', { expr: 'conversion', legendFormat: 'x', interval: '1s', instant: true }, 'same'],
  ['another source', undefined, 'other'],
])('takes no notice in a query of %s', (_, model, asks) => {
  const queries = [{ dataSourceUid: model ? 'prom' : 'mimir', model: model ?? { expr: 'conversion' } }];
  expect(matched(alertRule({ queries }), [metric('EU')])?.asks).toBe(asks);
});

describe('the alerts of a metric', () => {
  const alert = (labels: Record<string, string>) => ({ labels });
  const alertsOf = (instances: Array<ReturnType<typeof alert>>, labels = {}, isAlone = true, repeat = {}) =>
    instancesOf(instances, metric('Leads', labels), { repeat, isAlone }).map((one) => one.labels);

  it('have its labels', () => {
    const alerts = [alert({ team: 'eu', severity: 'critical' }), alert({ team: 'us' })];
    expect(alertsOf(alerts, { team: 'eu' })).toEqual([{ team: 'eu', severity: 'critical' }]);
    expect(alertsOf(alerts, { team: 'apac' })).toEqual([]);
  });

  it('are those of all series where its query fails', () => {
    expect(alertsOf([alert({ datasource_uid: 'prom', ref_id: 'A' })], { team: 'eu' })).toHaveLength(1);
  });

  it('have its name, or are all that the rule has', () => {
    const alerts = [alert({ __name__: 'Leads' }), alert({ __name__: 'Other' })];
    expect(alertsOf(alerts)).toEqual([{ __name__: 'Leads' }]);
    expect(alertsOf([alert({})])).toHaveLength(1);
    expect(alertsOf([alert({})], {}, false)).toEqual([]);
  });

  it('are of its repeat', () => {
    const alerts = [alert({ region: 'eu' }), alert({ region: 'us' })];
    expect(alertsOf(alerts, {}, true, { region: 'us' })).toEqual([{ region: 'us' }]);
  });
});
