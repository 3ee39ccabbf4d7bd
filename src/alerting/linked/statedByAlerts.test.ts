import { alertRule } from '../../testing/alertRules';
import { mergeRule } from '../../rule/sources';
import { DAY, HOUR, MINUTE } from '../../time/units';
import { statedByAlerts } from './statedByAlerts';

const below = (bound: number) => ({ operator: '<', bounds: [bound] }) as const;
const critical = alertRule({ forMs: 10 * MINUTE, labels: { owner: 'Inbound' }, receiver: 'pager' });
const warning = alertRule({
  id: 'u2',
  severity: 'warning',
  condition: below(30),
  hold: { operator: '<=', bounds: [32] },
  forMs: HOUR,
});

it('states levels, times and people of a rule for each severity', () => {
  expect(statedByAlerts([warning, critical], [])).toEqual({
    operator: '<',
    warning: 30,
    critical: 20,
    recovery: { warning: 32 },
    for: '10m',
    owner: 'Inbound',
    notify: 'pager',
  });
});

it.each([
  ['several of one severity', [critical, alertRule({ id: 'u3' })], undefined],
  [
    'two that look in other directions',
    [critical, { ...warning, condition: { operator: '>', bounds: [30] } as const }],
    undefined,
  ],
])('states no level for %s', (_, alerts, level) => {
  expect(statedByAlerts(alerts, [])?.critical).toBe(level);
});

it('states no level where another source has one, can’t be read there, or says the operator', () => {
  for (const other of [{ warning: 5 }, { operator: '>' }, { unreadable: [{}] }, { recovery: { warning: 1 } }]) {
    expect(statedByAlerts([critical], [undefined, other])).toEqual({ for: '10m', owner: 'Inbound', notify: 'pager' });
  }
  expect(statedByAlerts([critical], [{ operator: 'auto', owner: 'Ana' }])).toHaveProperty('critical', 20);
});

it('fills templates with the labels of the metric, and leaves out what only the engine can fill', () => {
  const templated = alertRule({
    labels: { owner: '{{ $labels.team }}' },
    annotations: { action: 'Call {{ $value }}', automation: '{{ "{{" }} x' },
  });
  expect(statedByAlerts([templated], [], { team: 'eu' })).toMatchObject({ owner: 'eu', automation: '{{ x' });
  expect(statedByAlerts([templated], [], { team: 'eu' })).not.toHaveProperty('action');
});

it('is the last but one source: what is stated wins, Grafana’s thresholds lose', () => {
  const steps = [
    { value: null, color: 'red' },
    { value: 50, color: 'green' },
  ];
  const alert = statedByAlerts([critical], [{ owner: 'Ana' }]);
  const merged = mergeRule({
    override: { owner: 'Ana' },
    alert,
    thresholds: { mode: 'absolute', steps, styled: true },
  });
  expect(merged.levels.map(({ condition }) => condition)).toEqual([below(20)]);
  expect(merged).toMatchObject({
    levelsSource: 'alert',
    forMs: 10 * MINUTE,
    sources: { owner: 'override', for: 'alert' },
  });
  expect(mergeRule({ override: { for: '1d' }, alert }).forMs).toBe(DAY);
});
