import fc from 'fast-check';
import { cloneDeep, set } from 'lodash';

import { readSavedDashboard } from './savedDashboard';

const RULE = { operator: '<', critical: 20, owner: 'Demand Gen' };
const THRESHOLDS = { mode: 'absolute', steps: [{ value: null, color: 'green' }, { value: 80, color: 'red' }] }; // prettier-ignore
const PROTOCOL = 'protocolops-protocol-panel';

const FIELD_CONFIG = {
  defaults: {
    unit: 'percent',
    min: 0,
    max: null,
    thresholds: THRESHOLDS,
    custom: { rule: RULE, thresholdsStyle: { mode: 'line' }, axisSoftMax: 100, lineWidth: 2 },
  },
  overrides: [
    { matcher: { id: 'byName', options: 'Leads' }, properties: [{ id: 'custom.rule', value: { for: '2d' } }] },
    { matcher: { id: 'byType', options: 'number' }, properties: [{ id: 'decimals', value: 1 }] },
    {
      matcher: { id: 'numeric' },
      properties: [
        { id: 'max', value: 50 },
        { id: 'custom.rule', value: { owner: 'A' } },
        { id: 'custom.rule', value: { owner: 'B' } },
        { id: 'thresholds' },
      ],
    },
  ],
};

/** What is found of it. */
const STATED = {
  defaults: {
    rule: RULE,
    thresholds: THRESHOLDS,
    min: 0,
    softMax: 100,
    unit: 'percent',
    thresholdsStyle: { mode: 'line' },
  },
  overrides: [
    { matcher: { id: 'byName', options: 'Leads' }, states: { rule: { for: '2d' } } },
    { matcher: { id: 'numeric' }, states: { rule: { owner: 'A' }, max: 50 } },
    { matcher: { id: 'numeric' }, states: { rule: { owner: 'B' } } },
  ],
};

const OPTIONS = { layout: 'rows', ruleSheet: 'B', ruleFile: { metric: 'Leads' }, directory: '', chart: {} };
const SHEETS = { ruleSheet: 'B', ruleFile: { metric: 'Leads' }, directory: '' };

const SAVED = { fieldConfig: FIELD_CONFIG, options: OPTIONS };

const NOTHING = {
  repeatedBy: [],
  queries: [],
  transformations: [],
  defaults: {},
  overrides: [],
  sheets: {},
  saved: {},
  judged: {},
};

describe('the first schema', () => {
  it('tells what a panel states, asks, and does to the answers', () => {
    const panel = {
      id: 4,
      type: PROTOCOL,
      title: 'Leads of $team',
      datasource: { type: 'prometheus', uid: 'prom' },
      targets: [
        { refId: 'A', expr: 'leads' },
        { refId: 'B', datasource: { type: 'csv', uid: 'sheet' }, hide: true },
        { refId: 'C', datasource: 'old name' },
        { refId: 'D', datasource: {} },
      ],
      transformations: [{ id: 'organize', options: {} }],
      fieldConfig: FIELD_CONFIG,
      options: OPTIONS,
      repeat: 'team',
    };
    expect(readSavedDashboard({ uid: 'sales', title: 'Sales', panels: [panel] })).toEqual({
      uid: 'sales',
      title: 'Sales',
      variables: [],
      problems: [],
      panels: [
        {
          id: 4,
          type: PROTOCOL,
          title: 'Leads of $team',
          repeatedBy: ['team'],
          queries: [
            { refId: 'A', isHidden: false, dataSource: { type: 'prometheus', uid: 'prom' }, model: panel.targets[0] },
            { refId: 'B', isHidden: true, dataSource: { type: 'csv', uid: 'sheet' }, model: panel.targets[1] },
            { refId: 'C', isHidden: false, dataSource: { name: 'old name' }, model: panel.targets[2] },
            { refId: 'D', isHidden: false, dataSource: { type: 'prometheus', uid: 'prom' }, model: panel.targets[3] },
          ],
          transformations: panel.transformations,
          sheets: SHEETS,
          saved: SAVED,
          judged: {},
          ...STATED,
        },
      ],
    });
  });

  it('a panel of another type has native thresholds alone', () => {
    const panel = { id: 1, type: 'timeseries', title: '', fieldConfig: FIELD_CONFIG, options: OPTIONS };
    const { rule, ...native } = STATED.defaults;
    expect(rule).toBe(RULE);
    expect(readSavedDashboard({ panels: [panel] }).panels).toEqual([
      {
        ...NOTHING,
        saved: SAVED,
        id: 1,
        title: '',
        type: 'timeseries',
        defaults: native,
        overrides: [{ matcher: { id: 'numeric' }, states: { max: 50 } }],
      },
    ]);
  });

  it('finds panels in open, collapsed and repeated rows, in the order of the grid', () => {
    const at = (y: number, x = 0) => ({ gridPos: { x, y, w: 12, h: 8 } });
    const { panels, problems } = readSavedDashboard({
      panels: [
        { type: 'row', id: 10, repeat: 'region', collapsed: false, panels: [], ...at(8) },
        { type: 'stat', id: 3, ...at(9, 12) },
        { type: 'stat', id: 1, ...at(0) },
        { type: 'stat', id: 2, repeat: 'team', ...at(9) },
        { type: 'row', id: 11, collapsed: true, repeat: 'tier', panels: [{ type: 'stat', id: 4 }], ...at(20) },
        { type: 'stat', id: 5, ...at(21) },
        { type: 'row', id: 12, ...at(30) },
        { type: 'stat', id: 6, ...at(31) },
        { type: 'stat', id: 7 },
      ],
    });
    expect(problems).toEqual([]);
    expect(panels.map(({ id, repeatedBy }) => [id, ...repeatedBy])).toEqual([
      [1],
      [2, 'region', 'team'],
      [3, 'region'],
      [4, 'tier'],
      [5],
      [6],
      [7],
    ]);
  });

  it('reads the rows of a very old dashboard', () => {
    const json = { rows: [{ repeat: 'team', panels: [{ id: 1, type: 'graph', title: 'Leads' }] }, { panels: [] }] };
    expect(readSavedDashboard(json).panels).toEqual([
      { ...NOTHING, id: 1, type: 'graph', title: 'Leads', repeatedBy: ['team'] },
    ]);
  });
});

describe('library panels', () => {
  const libraryPanel = { uid: 'lib', name: 'Leads' };
  const model = { type: PROTOCOL, title: 'Of the library', targets: [{ refId: 'A' }], fieldConfig: FIELD_CONFIG, repeat: 'team' }; // prettier-ignore

  it('are not known where the JSON has the reference alone', () => {
    const panel = { id: 1, title: 'Leads', type: 'library-panel-ref', libraryPanel };
    expect(readSavedDashboard({ panels: [panel] })).toEqual({
      title: '',
      panels: [{ ...NOTHING, id: 1, title: 'Leads', type: '', library: { ...libraryPanel, isKnown: false } }],
      variables: [],
      problems: [{ code: 'libraryPanelElsewhere', at: 'panels[0].libraryPanel', found: JSON.stringify(libraryPanel) }],
    });
  });

  it.each<[string, object, object]>([
    ['an export has their models', { id: 1, title: 'Leads', libraryPanel }, { __elements: { lib: { kind: 1, model } } }], // prettier-ignore
    ['the reference has the model', { id: 1, title: 'Leads', libraryPanel: { ...libraryPanel, model } }, {}],
    ['the panel is whole', { ...model, id: 1, title: 'Leads', libraryPanel }, {}],
  ])('are known where %s', (_, panel, beside) => {
    const { panels, problems } = readSavedDashboard({ panels: [panel], ...beside });
    expect(problems).toEqual([]);
    expect(panels).toMatchObject([
      {
        id: 1,
        title: 'Leads',
        type: PROTOCOL,
        repeatedBy: ['team'],
        queries: [{ refId: 'A' }],
        ...STATED,
        library: { ...libraryPanel, isKnown: true },
      },
    ]);
  });

  it('have the title of the library where the dashboard gives none', () => {
    const json = { panels: [{ id: 1, libraryPanel }], __elements: { lib: { model } } };
    expect(readSavedDashboard(json).panels[0].title).toBe('Of the library');
  });
});

/** A panel of the second schema, in its two forms. */
const FORMS = {
  v2alpha1: {
    vizConfig: { kind: PROTOCOL, spec: { pluginVersion: '1', fieldConfig: FIELD_CONFIG, options: OPTIONS } },
    query: { datasource: { type: 'prometheus', uid: 'prom' }, query: { kind: 'prometheus', spec: { expr: 'leads' } } },
  },
  v2beta1: {
    vizConfig: {
      kind: 'VizConfig',
      group: PROTOCOL,
      version: '1',
      spec: { fieldConfig: FIELD_CONFIG, options: OPTIONS },
    },
    query: {
      query: {
        kind: 'DataQuery',
        group: 'prometheus',
        version: 'v0',
        datasource: { name: 'prom' },
        spec: { expr: 'leads' },
      },
    },
  },
} as const;

function panelOfV2(form: keyof typeof FORMS = 'v2beta1', id = 4) {
  const { vizConfig, query } = FORMS[form];
  const queries = [{ kind: 'PanelQuery', spec: { refId: 'A', hidden: true, ...query } }];
  const transformations = [{ kind: 'organize', spec: { id: 'organize', options: {} } }];
  return {
    kind: 'Panel',
    spec: {
      id,
      title: 'Leads',
      vizConfig,
      data: { kind: 'QueryGroup', spec: { queries, transformations, queryOptions: {} } },
    },
  };
}

const item = (name: string, repeat?: string, kind = 'GridLayoutItem') => ({
  kind,
  spec: {
    element: { kind: 'ElementReference', name },
    ...(repeat !== undefined && { repeat: { mode: 'variable', value: repeat } }),
  },
});

describe('the second schema', () => {
  it.each(['v2alpha1', 'v2beta1'] as const)('tells what a panel states, asks, and does to the answers (%s)', (form) => {
    const spec = {
      title: 'Sales',
      elements: { 'panel-4': panelOfV2(form) },
      layout: { kind: 'GridLayout', spec: { items: [item('panel-4', 'team')] } },
    };
    const json = { apiVersion: `dashboard.grafana.app/${form}`, kind: 'Dashboard', metadata: { name: 'sales' }, spec };
    expect(readSavedDashboard(json)).toEqual({
      uid: 'sales',
      title: 'Sales',
      variables: [],
      problems: [],
      panels: [
        {
          id: 4,
          type: PROTOCOL,
          title: 'Leads',
          repeatedBy: ['team'],
          queries: [
            {
              refId: 'A',
              isHidden: true,
              dataSource: { type: 'prometheus', uid: 'prom' },
              model: { expr: 'leads' },
            },
          ],
          transformations: [{ id: 'organize', options: {} }],
          sheets: SHEETS,
          saved: SAVED,
          judged: {},
          ...STATED,
        },
      ],
    });
  });

  it('finds panels in every layout, with all by which they are repeated', () => {
    const grid = (...items: object[]) => ({ kind: 'GridLayout', spec: { items } });
    const auto = (...items: object[]) => ({ kind: 'AutoGridLayout', spec: { items } });
    const row = (layout: object, repeat?: object) => ({ kind: 'RowsLayoutRow', spec: { title: '', layout, repeat } });
    const tab = (layout: object, repeat?: object) => ({ kind: 'TabsLayoutTab', spec: { title: '', layout, repeat } });
    const by = (value: string) => ({ mode: 'variable', value });
    const oldRow = { kind: 'GridLayoutRow', spec: { collapsed: true, repeat: by('tier'), elements: [item('e')] } };
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { panels, problems } = readSavedDashboard({
      elements: Object.fromEntries(names.map((name, index) => [name, panelOfV2('v2beta1', index)]).reverse()),
      layout: {
        kind: 'TabsLayout',
        spec: {
          tabs: [
            tab(grid(item('a'))),
            tab(
              {
                kind: 'RowsLayout',
                spec: {
                  rows: [row(auto(item('b', 'team', 'AutoGridLayoutItem')), by('region')), row(auto(item('c')))],
                },
              },
              by('cluster')
            ),
            tab(grid(item('d'), oldRow)),
          ],
        },
      },
    });
    expect(panels.map(({ id, repeatedBy }) => [names[id ?? -1], ...repeatedBy])).toEqual([
      ['a'],
      ['b', 'cluster', 'region', 'team'],
      ['c', 'cluster'],
      ['d'],
      ['e', 'tier'],
      ['f'],
    ]);
    expect(problems).toEqual([{ code: 'notPlaced', at: 'elements.f', found: 'f' }]);
  });

  it('says that a library panel is elsewhere', () => {
    const libraryPanel = { uid: 'lib', name: 'Leads' };
    const { panels, problems } = readSavedDashboard({
      elements: { 'panel-1': { kind: 'LibraryPanel', spec: { id: 1, title: 'Leads', libraryPanel } } },
      layout: { kind: 'GridLayout', spec: { items: [item('panel-1')] } },
    });
    expect(panels).toEqual([
      { ...NOTHING, id: 1, title: 'Leads', type: '', library: { ...libraryPanel, isKnown: false } },
    ]);
    expect(problems).toMatchObject([{ code: 'libraryPanelElsewhere', at: 'elements.panel-1.spec.libraryPanel' }]);
  });
});

describe('is found in', () => {
  const dashboard = { uid: 'sales', title: 'Sales', schemaVersion: 41, panels: [{ id: 1, type: 'stat', title: 'A' }] };
  const { uid, ...spec } = dashboard;
  const resource = { apiVersion: 'dashboard.grafana.app/v1beta1', kind: 'Dashboard', metadata: { name: uid }, spec };

  it.each<[string, unknown]>([
    ['an exported file', dashboard],
    ["the answer of Grafana's API", { meta: { slug: 'sales' }, dashboard }],
    ['a resource', resource],
    ['a resource in an answer', { dashboard: resource }],
  ])('%s', (_, json) => {
    expect(readSavedDashboard(json)).toEqual({
      uid: 'sales',
      title: 'Sales',
      panels: [{ ...NOTHING, id: 1, type: 'stat', title: 'A' }],
      variables: [],
      problems: [],
    });
  });
});

describe('what can not be read is reported, and the rest is read', () => {
  it.each<[string, unknown, Array<[string, string]>]>([
    ['no dashboard', { message: 'Dashboard not found' }, [['notADashboard', '']]],
    ['a list', [], [['notADashboard', '']]],
    ['nothing', undefined, [['notADashboard', '']]],
    ['one without panels', { title: 'Empty', schemaVersion: 41 }, []],
    ['panels that are no list', { panels: {} }, [['notAList', 'panels']]],
    [
      'things that are no panels',
      { panels: [null, 'x', {}, { type: 'row', panels: [{ type: 'row' }] }] },
      [['notAPanel', 'panels[0]'], ['notAPanel', 'panels[1]'], ['notAPanel', 'panels[2]'], ['notAPanel', 'panels[3].panels[0]']],
    ], // prettier-ignore
    [
      'queries and overrides',
      { panels: [{ type: 'stat', targets: [7], fieldConfig: { overrides: [null, {}, { matcher: { id: 'byName' }, properties: [1] }] } }] },
      [
        ['notAQuery', 'panels[0].targets[0]'],
        ['notAnOverride', 'panels[0].fieldConfig.overrides[0]'],
        ['notAnOverride', 'panels[0].fieldConfig.overrides[1]'],
        ['notAnOverride', 'panels[0].fieldConfig.overrides[2].properties[0]'],
      ],
    ], // prettier-ignore
    [
      'a layout that names what is not there',
      { elements: {}, layout: { kind: 'GridLayout', spec: { items: [item('panel-1'), { kind: 'GridLayoutItem' }] } } },
      [['noSuchPanel', 'layout.spec.items[0].spec.element'], ['notALayout', 'layout.spec.items[1]']],
    ], // prettier-ignore
    [
      'elements that are none, and no layout',
      { elements: { a: { kind: 'Text', spec: {} }, b: 1 } },
      [['notALayout', 'layout'], ['notPlaced', 'elements.a'], ['notAPanel', 'elements.a'], ['notPlaced', 'elements.b'], ['notAPanel', 'elements.b']],
    ], // prettier-ignore
  ])('%s', (_, json, problems) => {
    expect(readSavedDashboard(json).problems.map(({ code, at }) => [code, at])).toEqual(problems);
  });

  it('layouts in layouts without an end', () => {
    const layout: { kind: string; spec: Record<string, unknown> } = { kind: 'RowsLayout', spec: {} };
    layout.spec.rows = [{ kind: 'RowsLayoutRow', spec: { layout } }];
    expect(readSavedDashboard({ elements: {}, layout }).problems).toMatchObject([{ code: 'notALayout' }]);
  });
});

const WHOLE = [
  {
    panels: [
      { id: 1, type: PROTOCOL, title: 'A', targets: [{ refId: 'A' }], fieldConfig: FIELD_CONFIG, options: OPTIONS },
      { id: 2, type: 'row', collapsed: true, panels: [{ id: 3, type: 'stat', libraryPanel: { uid: 'lib' } }] },
    ],
    __elements: { lib: { model: { type: PROTOCOL, fieldConfig: FIELD_CONFIG } } },
  },
  {
    kind: 'Dashboard',
    metadata: { name: 'sales' },
    spec: {
      elements: { a: panelOfV2('v2alpha1'), b: panelOfV2('v2beta1') },
      layout: { kind: 'GridLayout', spec: { items: [item('a'), item('b', 'team')] } },
    },
  },
];

/** Every path to a value in JSON. */
function paths(value: unknown, path: readonly string[] = []): string[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[...path], ...inner.flatMap(([name, one]) => paths(one, [...path, name]))];
}

describe('never throws, and mutates nothing', () => {
  it('whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (json) => void readSavedDashboard(json)));
  });

  it('wherever something else stands in a dashboard', () => {
    const places = WHOLE.flatMap((json) => paths(json).map((path) => ({ json, path })));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), ({ json, path }, value) => {
        const broken = path.length === 0 ? value : set(cloneDeep(json), path, value);
        const before = cloneDeep(broken);
        const { panels, problems } = readSavedDashboard(broken);
        expect(broken).toEqual(before);
        panels.forEach(({ title, type, id }) => expect([typeof title, typeof type, id ?? 0]).toEqual(['string', 'string', Number(id ?? 0)])); // prettier-ignore
        problems.forEach(({ found }) => {
          expect(found.length).toBeLessThanOrEqual(60);
        });
      }),
      { numRuns: 2000 }
    );
  });

  it('says of a value that is lost where it was: nothing is dropped silently but what is of no interest', () => {
    const targets = ['panels.0', 'panels.0.targets', 'panels.0.targets.0', 'panels.0.fieldConfig.overrides', 'panels.0.fieldConfig.overrides.0', 'panels.1.panels']; // prettier-ignore
    for (const target of targets) {
      const broken = set(cloneDeep(WHOLE[0]), target, 'gone');
      expect(readSavedDashboard(broken).problems.map(({ found }) => found)).toContain('gone');
    }
  });
});
