import type { PanelJson } from '../../testing/exportedPanel';
import { exportedPanel, RULE, ruleFor } from '../../testing/exportedPanel';
import { refusalWords } from './refusalWords';
import { english } from '../../words/english';
import { grafanaRules } from './grafana/grafanaRules';
import { prometheusRules } from './prometheus/prometheusRules';

const codes = (json: PanelJson) => exportedPanel(json).refused.map(({ code }) => code);
const SQL = { type: 'mysql', uid: 'sql' };
const onSql = (more: object = {}) => [{ refId: 'A', datasource: SQL, rawSql: 'SELECT 1', ...more }];

describe('a level becomes an alert', () => {
  it('for each severity, with the query as it stands', () => {
    const { made, refused } = exportedPanel({ rule: { ...RULE, warning: 24 } });
    expect(refused).toEqual([]);
    expect(made.map(({ severity, level }) => [severity, level.condition])).toEqual([
      ['warning', { operator: '<', bounds: [24] }],
      ['critical', { operator: '<', bounds: [20] }],
    ]);
    expect(made[0].query.model.expr).toBe('leads');
    expect(made[0].home).toEqual({
      dashboardUid: 'sales',
      dashboardTitle: 'Sales',
      panelId: 7,
      panelTitle: 'Leads',
      repeat: {},
    });
  });

  it('of native thresholds, too, where somebody is to act on them', () => {
    const steps = [
      { value: null, color: 'green' },
      { value: 90, color: 'red' },
    ];
    const { made } = exportedPanel({ rule: { owner: 'SRE' }, defaults: { thresholds: { mode: 'absolute', steps } } });
    expect(made.map(({ level }) => level.condition)).toEqual([{ operator: '>=', bounds: [90] }]);
  });

  it('with the variables of the dashboard put in', () => {
    const variables = [
      { name: 'env', type: 'custom', current: { value: 'prod' } },
      { name: 'region', type: 'custom', current: { value: ['eu', 'us.1'] } },
    ];
    const { made } = exportedPanel({ expr: 'leads{env="$env", region=~"${region}"}[$__interval]', variables });
    expect(made[0].query.model.expr).toBe('leads{env="prod", region=~"(eu|us\\\\.1)"}[60s]');
  });

  it('at the step on which the panel judges', () => {
    expect(exportedPanel({ options: { judgeOn: 'fixed', step: '30s' } }).made[0].stepMs).toBe(30_000);
    expect(exportedPanel({ options: { judgeOn: 'view', step: '30s' } }).made[0].stepMs).toBe(60_000);
  });

  it('of what a repeated panel shows, once for each value', () => {
    const variables = [{ name: 'region', type: 'custom', current: { value: ['eu', 'us'] } }];
    const { made } = exportedPanel({ expr: 'leads{region="$region"}', panel: { repeat: 'region' }, variables });
    expect(made.map(({ query }) => query.model.expr)).toEqual(['leads{region="eu"}', 'leads{region="us"}']);
    expect(new Set(made.map(({ uid }) => uid)).size).toBe(2);
  });

  it.each([
    ['nothing is stated', {}],
    ['it is shown for context', { noRule: 'Volume says nothing.' }],
    ['it has no level', { owner: 'Ana' }],
  ])('not where %s, and nothing is amiss', (_, rule) => {
    expect(exportedPanel({ rule })).toEqual({ made: [], refused: [] });
  });
});

describe('the id of an alert', () => {
  const uid = (json: PanelJson) => exportedPanel(json).made[0].uid;

  it('stays whatever is agreed, said or asked', () => {
    const before = uid({});
    expect(uid({ rule: { ...RULE, critical: 15, owner: 'Ana', for: '1h' }, expr: 'other' })).toBe(before);
    expect(uid({ panel: { title: 'Renamed' } })).toBe(before);
    expect(before).toMatch(/^[\w-]{1,40}$/);
  });

  it('is another one for another panel, query, series or severity', () => {
    const uids = [
      uid({}),
      uid({ panel: { id: 8 } }),
      uid({ targets: [{ refId: 'B', expr: 'leads' }] }),
      uid({ rule: { ...RULE, critical: undefined, warning: 20 } }),
      uid({ rule: { ...RULE, key: 'lead-conversion' } }),
    ];
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('is of the key where there is one, and one metric has one alert', () => {
    const panel = (id: number) => ({ panel: { id }, rule: { ...RULE, key: 'lead-conversion' } });
    expect(uid(panel(7))).toBe(uid(panel(8)));
    const targets = [
      { refId: 'A', expr: 'leads' },
      { refId: 'B', expr: 'leads' },
    ];
    expect(codes({ targets, rule: { ...RULE, key: 'k' } })).toEqual(['sameKey']);
  });
});

describe('rules of single series', () => {
  it('are told by the labels that the legend spells out', () => {
    const { made } = exportedPanel({
      legend: '{{job}} on {{instance}}',
      overrides: [ruleFor('api on a:1', { critical: 5 })],
    });
    expect(made.map(({ series, level }) => [series, level.condition.bounds])).toEqual([
      [{ kind: 'rest', sets: [{ job: 'api', instance: 'a:1' }] }, [20]],
      [{ kind: 'only', sets: [{ job: 'api', instance: 'a:1' }] }, [5]],
    ]);
  });

  it('are those of the whole query where that has one name', () => {
    const targets = [
      { refId: 'A', expr: 'a', legendFormat: 'Leads' },
      { refId: 'B', expr: 'b', legendFormat: 'Deals' },
    ];
    const { made } = exportedPanel({ rule: {}, targets, overrides: [ruleFor('Deals', RULE)] });
    expect(made.map(({ query, series, name }) => [query.refId, series.kind, name])).toEqual([['B', 'all', 'Deals']]);
  });

  it('are one where they state the same', () => {
    const overrides = [ruleFor('a', { critical: 5 }), ruleFor('b', { critical: 5 })];
    const { made } = exportedPanel({ legend: '{{job}}', overrides });
    // Two overrides may change apart: each has its own alert.
    expect(made.map(({ series }) => series.kind)).toEqual(['rest', 'only', 'only']);
  });

  it('are not guessed where a name may be read in two ways', () => {
    expect(codes({ legend: '{{job}} {{instance}}', overrides: [ruleFor('a b c', { critical: 5 })] })).toEqual([
      'overrideMatcher',
    ]);
  });

  it('are of nobody else where no series can have the name', () => {
    const { made } = exportedPanel({ legend: 'job {{job}}', overrides: [ruleFor('other', { critical: 5 })] });
    expect(made.map(({ series }) => series.kind)).toEqual(['all']);
  });
});

describe('what can not be exported faithfully', () => {
  it.each<[string, PanelJson]>([
    ['transformations', { panel: { transformations: [{ id: 'reduce' }] } }],
    ['dashboardSource', { panel: { datasource: { type: 'datasource', uid: '-- Dashboard --' } } }],
    ['mixedSources', { targets: [{ refId: 'A', expr: 'a' }, ...onSql({ refId: 'B' })] }],
    ['streaming', { targets: [{ refId: 'A', scenarioId: 'streaming_client' }] }],
    ['adHocFilters', { variables: [{ name: 'f', type: 'adhoc', filters: [{ key: 'a' }] }] }],
    ['ruleSheet', { options: { ruleSheet: 'B' } }],
    ['sourceUnknown', { panel: { datasource: undefined } }],
    ['sourceUnknown', { panel: { datasource: { type: 'prometheus', uid: '${ds}' } } }],
    ['variable', { expr: 'leads{a="$a"}', variables: [{ name: 'a', type: 'query' }] }],
    ['viewRange', { expr: 'increase(leads[$__range])' }],
    ['overrideMatcher', { overrides: [{ matcher: { id: 'byValue', options: { op: 'gte' } }, properties: [{ id: 'custom.rule', value: { critical: 5 } }] }] }], // prettier-ignore
    ['unreadable', { rule: { ...RULE, critical: 'twenty' } }],
    ['percentage', { rule: { owner: 'A' }, defaults: { thresholds: { mode: 'percentage', steps: [{ value: null, color: 'green' }, { value: 80, color: 'red' }] } } }], // prettier-ignore
    ['levelOnly', { rule: { critical: 20, operator: '<' } }],
    ['due', { rule: { ...RULE, due: 'weekdays 07:00 Europe/Berlin' } }],
    ['validFrom', { rule: { ...RULE, validFrom: '2026-03-01' } }],
    ['repeatUnknown', { panel: { repeat: 'region' } }],
    ['libraryPanel', { panel: { libraryPanel: { uid: 'l', name: 'L' }, targets: undefined, fieldConfig: undefined } }],
    ['noAddress', { panel: { id: undefined } }],
    ['noTitle', { dashboard: { title: '' } }],
    ['noTitle', { dashboard: { title: undefined } }],
  ])('%s', (code, json) => {
    const { made, refused } = exportedPanel(json);
    expect([...new Set(refused.map((one) => one.code))]).toEqual([code]);
    expect(made).toEqual([]);
    const { what, instead } = refusalWords(english, refused[0]);
    expect(`${what} ${instead}`).toMatch(/^\S.*[.:)] \S.*\.$/);
  });

  it('takes a rule with dates as it is at a moment, unless it is to change', () => {
    const rule = { ...RULE, validFrom: '2026-03-01', earlier: [{ ...RULE, critical: 10, validFrom: '2025-01-01' }] };
    const at = (day: string) => exportedPanel({ rule, at: Date.parse(day) });
    expect(at('2026-04-01').made.map(({ level }) => level.condition.bounds)).toEqual([[20]]);
    expect(at('2026-02-01').refused.map(({ code }) => code)).toEqual(['validFrom']);
  });

  const refusedBy = (target: typeof grafanaRules | typeof prometheusRules, json: PanelJson) =>
    target(english, exportedPanel(json).made).refused.map(({ code }) => code);

  it.each<[string, PanelJson]>([
    ['notPrometheus', { targets: onSql(), rule: { ...RULE, staleAfter: '1h' } }],
    ['recoveryKept', { rule: { ...RULE, recovery: { critical: 22 }, keepFiringFor: '5m' } }],
    ['recoveryStep', { rule: { ...RULE, recovery: { critical: 22 } }, options: { judgeOn: 'fixed', step: '10m' } }],
    ['noDataState', { rule: { ...RULE, noData: 'alerting' } }],
  ])('by Prometheus: %s', (code, json) => {
    expect(refusedBy(prometheusRules, json)).toEqual([code]);
  });

  it.each<[string, PanelJson]>([
    ['hold', { targets: onSql() }],
    ['seriesApart', { targets: onSql(), rule: { ...RULE, staleAfter: '1h' }, defaults: { displayName: '${__field.labels.a}' }, overrides: [ruleFor('x', { critical: 5 })] }], // prettier-ignore
  ])('by Grafana: %s', (code, json) => {
    expect([...new Set(refusedBy(grafanaRules, json))]).toEqual([code]);
  });

  it.each<[string, boolean, object]>([
    ['of a series that the default rule leaves out', true, { noData: 'alerting' }],
    [
      'not of one with a level that is exported',
      false,
      { warning: 24, recovery: { critical: 22 }, keepFiringFor: '5m' },
    ],
  ])('says that it is in no exported rule: %s', (_, isSaid, rule) => {
    const overrides = [ruleFor('api', rule)];
    const { made, refused } = prometheusRules(english, exportedPanel({ legend: '{{job}}', overrides }).made);
    expect(made[0].rule.expr).toContain('unless on (job)');
    expect(refused.map((one) => refusalWords(english, one).what.includes('It is in no exported rule.'))).toEqual([
      isSaid,
    ]);
  });

  it('does not say that of what is refused for all series', () => {
    const { made } = exportedPanel({ rule: { ...RULE, noData: 'alerting' } });
    expect(refusalWords(english, prometheusRules(english, made).refused[0]).what).not.toContain('no exported rule');
  });

  it('is a pause of the time that a level has to last, while there are too few', () => {
    const targets = [
      { refId: 'A', expr: 'share', legendFormat: 'Share' },
      { refId: 'B', expr: 'leads', legendFormat: 'Leads' },
    ];
    const rule = { ...RULE, staleAfter: '1h', minVolume: 20, volumeSeries: 'Leads' };
    const overrides = [ruleFor('Leads', { noRule: 'It is the volume.' })];
    expect(refusedBy(prometheusRules, { targets, rule, overrides })).toEqual(['volumeFor']);
    expect(refusedBy(grafanaRules, { targets, rule, overrides })).toEqual(['volumeFor']);
    expect(codes({ targets, rule: { ...rule, volumeSeries: 'Nobody' }, overrides })).toEqual(['volumeSeries']);
  });
});
