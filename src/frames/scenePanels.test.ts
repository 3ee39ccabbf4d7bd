import '../testing/jsdomLayout';

import type { DataQueryRequest } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import type { SceneObject, SceneObjectState } from '@grafana/scenes';
import {
  LocalValueVariable,
  SafeSerializableSceneObject,
  SceneDataTransformer,
  SceneGridItem,
  SceneGridLayout,
  SceneGridRow,
  SceneObjectBase,
  SceneQueryRunner,
  SceneVariableSet,
  CustomVariable,
  VizPanel,
} from '@grafana/scenes';
import fc from 'fast-check';

import { panelData } from '../testing/panelRequest';
import { readScenePanels } from './scenePanels';
import { readPanelAddress } from './sceneRepeat';

const PROTOCOL = 'protocolops-protocol-panel';
const RULE = { operator: '<', critical: 20, owner: 'Demand Gen' };

interface AnyState extends SceneObjectState {
  [name: string]: unknown;
}

/** Stands for Grafana's own classes: they differ in the names under which they keep what they hold. */
class Holder extends SceneObjectBase<AnyState> {}

function panel(id: number, state: Partial<VizPanel['state']> = {}): VizPanel {
  return new VizPanel({
    key: `panel-${id}`,
    title: `Panel ${id}`,
    pluginId: PROTOCOL,
    $data: new SceneQueryRunner({ datasource: { type: 'prometheus', uid: 'prom' }, queries: [{ refId: 'A' }] }),
    ...state,
  });
}

const local = (name: string, value: string | number) =>
  new SceneVariableSet({ variables: [new LocalValueVariable({ name, value, text: String(value) })] });

/** Makes a dashboard of what holds the panels, as Grafana does: objects know where they stand from then on. */
function putOnDashboard(body: SceneObject): void {
  const $variables = new SceneVariableSet({ variables: [new CustomVariable({ name: 'team', query: 'a,b' })] });
  new Holder({ body, $variables }).activate();
}

/** A request of the panel's query. */
function requestOf(asking: unknown, overrides: Partial<DataQueryRequest> = {}): DataQueryRequest {
  const scopedVars = { __sceneObject: { text: '', value: asking } };
  return { scopedVars, dashboardUID: 'sales', panelId: 99, ...overrides } as DataQueryRequest;
}

const queryOf = ({ state: { $data } }: VizPanel) => $data ?? new SceneQueryRunner({ queries: [] });

const askedBy = (one: VizPanel) => requestOf(new SafeSerializableSceneObject(queryOf(one)));

function panelsOf(request: DataQueryRequest) {
  const reading = readScenePanels(request);
  return reading.panels ?? reading.because;
}

describe('of a scene of Grafana', () => {
  it('tells what a panel states, asks, and does to the answers', () => {
    const asks = panel(4, {
      title: 'Leads of $team',
      fieldConfig: {
        defaults: { unit: 'percent', custom: { rule: RULE } },
        overrides: [
          { matcher: { id: 'byName', options: 'a' }, properties: [{ id: 'custom.rule', value: { for: '2d' } }] },
        ],
      },
      options: { ruleSheet: 'B', layout: 'auto' },
      $data: new SceneDataTransformer({
        transformations: [{ id: 'organize', options: {} }],
        $data: new SceneQueryRunner({
          datasource: { type: 'prometheus', uid: 'prom' },
          queries: [{ refId: 'A' }, { refId: 'B', hide: true, datasource: { uid: 'sheet' } }],
        }),
      }),
    });
    putOnDashboard(new SceneGridLayout({ children: [new SceneGridItem({ body: asks })] }));
    expect(readScenePanels(askedBy(asks))).toEqual({
      problems: [],
      panels: [
        {
          besides: {},
          key: 'panel-4',
          id: 4,
          title: 'Leads of $team',
          type: PROTOCOL,
          repeatedBy: [],
          repeat: {},
          isAsking: true,
          queries: [
            { refId: 'A', isHidden: false, dataSource: { type: 'prometheus', uid: 'prom' }, model: { refId: 'A' } },
            {
              refId: 'B',
              isHidden: true,
              dataSource: { uid: 'sheet' },
              model: { refId: 'B', hide: true, datasource: { uid: 'sheet' } },
            },
          ],
          transformations: [{ id: 'organize', options: {} }],
          defaults: { rule: RULE, unit: 'percent' },
          overrides: [{ matcher: { id: 'byName', options: 'a' }, states: { rule: { for: '2d' } } }],
          sheets: { ruleSheet: 'B' },
          saved: { fieldConfig: asks.state.fieldConfig, options: asks.state.options },
          data: [],
          judged: {},
        },
      ],
    });
  });

  it('tells the data of a panel, from what its queries returned to what it shows', () => {
    const [returned, shown] = [panelData({ state: LoadingState.Streaming }), panelData()];
    const asks = panel(1);
    const other = panel(2, {
      $data: new SceneDataTransformer({
        transformations: [],
        data: shown,
        $data: new SceneQueryRunner({ queries: [], data: returned }),
      }),
    });
    const broken = panel(3, { $data: new SceneQueryRunner({ queries: [], data: { series: [] } as never }) });
    putOnDashboard(new SceneGridLayout({ children: [asks, other, broken].map((body) => new SceneGridItem({ body })) }));
    const [none, both, notOne] = readScenePanels(askedBy(asks)).panels ?? [];
    expect([none.data, both.data, notOne.data]).toEqual([[], [returned, shown], []]);
  });

  it('tells what else the JSON of a panel says of it', () => {
    const asks = panel(1, {
      description: 'How long each target takes',
      displayMode: 'transparent',
      $data: new SceneDataTransformer({
        transformations: [],
        $data: new SceneQueryRunner({ queries: [], minInterval: '10s', maxDataPoints: 300 }),
      }),
    });
    const plain = panel(2, { displayMode: 'default', description: '' });
    putOnDashboard(new SceneGridLayout({ children: [asks, plain].map((body) => new SceneGridItem({ body })) }));
    expect(panelsOf(askedBy(asks))).toMatchObject([
      {
        besides: {
          description: 'How long each target takes',
          transparent: true,
          interval: '10s',
          maxDataPoints: 300,
        },
      },
      { besides: {} },
    ]);
  });

  it.each<[string, (asking: VizPanel) => unknown]>([
    ['wrapped, as Grafana 12.4 names it', (asking) => new SafeSerializableSceneObject(queryOf(asking))],
    ['as it is, as Grafana 11 named it', queryOf],
  ])('finds the panel that asks (%s)', (_, name) => {
    const [first, second] = [panel(1), panel(2, { pluginId: 'timeseries' })];
    const items = [first, second].map((body) => new SceneGridItem({ body }));
    putOnDashboard(new SceneGridLayout({ children: items }));
    expect(panelsOf(requestOf(name(second)))).toMatchObject([
      { id: 1, type: PROTOCOL, isAsking: false },
      { id: 2, type: 'timeseries', isAsking: true },
    ]);
  });

  it('finds panels in collapsed rows, tabs and layouts of any name', () => {
    const row = new SceneGridRow({ isCollapsed: true, children: [new SceneGridItem({ body: panel(2) })] });
    const grid = new SceneGridLayout({ children: [new SceneGridItem({ body: panel(1) }), row] });
    const asks = panel(3);
    const tabs = [
      new Holder({ layout: new Holder({ grid }) }),
      new Holder({
        layout: new Holder({
          rows: [
            new Holder({ layout: new Holder({ layout: new Holder({ children: [new Holder({ body: asks })] }) }) }),
          ],
        }),
      }),
    ];
    putOnDashboard(new Holder({ tabs }));
    expect(panelsOf(askedBy(asks))).toMatchObject([{ id: 1 }, { id: 2 }, { id: 3, isAsking: true }]);
  });
});

describe('of repeats', () => {
  it('tells each by its value, the first too, and which of them asks', () => {
    const source = panel(4, { $variables: local('team', 'a') });
    const clone = source.clone({
      key: 'panel-4-clone-1',
      $variables: local('team', 'b'),
      $data: new SceneQueryRunner({ queries: [] }),
    });
    const item = new Holder({ body: source, repeatedPanels: [clone], variableName: 'team' });
    putOnDashboard(new Holder({ grid: new SceneGridLayout({ children: [item as never] }) }));
    expect(panelsOf(askedBy(clone))).toMatchObject([
      { id: 4, repeatedBy: ['team'], repeat: { team: 'a' }, isAsking: false },
      { id: 4, repeatedBy: ['team'], repeat: { team: 'b' }, isAsking: true },
    ]);
    expect(readPanelAddress(askedBy(source), 4)).toEqual({ dashboardUid: 'sales', panelId: 4, repeat: { team: 'a' } });
    expect(readPanelAddress(askedBy(clone), 4)).toEqual({ dashboardUid: 'sales', panelId: 4, repeat: { team: 'b' } });
  });

  it('knows those in repeated rows by both, the outer one first', () => {
    const inRow = (region: string) => {
      const body = panel(4, { $variables: local('tier', 1) });
      const row = new SceneGridRow({ $variables: local('region', region), children: [new SceneGridItem({ body })] });
      return { body, row };
    };
    const [eu, us] = [inRow('eu'), inRow('us')];
    putOnDashboard(new SceneGridLayout({ children: [eu.row, us.row] }));
    expect(panelsOf(askedBy(us.body))).toMatchObject([
      { repeatedBy: ['region', 'tier'], repeat: { region: 'eu', tier: '1' } },
      { repeatedBy: ['region', 'tier'], repeat: { region: 'us', tier: '1' }, isAsking: true },
    ]);
  });

  it("the dashboard's own variables, and those of a row that is none, repeat nothing", () => {
    const asks = panel(1);
    const $variables = new SceneVariableSet({
      variables: [new CustomVariable({ name: 'site', query: 'x', value: 'x' })],
    });
    const row = new SceneGridRow({ $variables, children: [new SceneGridItem({ body: asks })] });
    putOnDashboard(new SceneGridLayout({ children: [row] }));
    expect(readPanelAddress(askedBy(asks), 1).repeat).toEqual({});
  });
});

describe('of library panels', () => {
  const behavior = (isLoaded?: boolean) => new Holder({ uid: 'lib', name: 'Leads', isLoaded });

  it('are not known while they are loaded, and whole afterwards', () => {
    const loading = panel(1, { pluginId: 'library-panel-loading-plugin', $behaviors: [behavior()] });
    const loaded = panel(2, {
      $behaviors: [() => undefined, behavior(true)],
      fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
    });
    const items = [loading, loaded].map((body) => new SceneGridItem({ body }));
    putOnDashboard(new SceneGridLayout({ children: items }));
    expect(readScenePanels(askedBy(loaded))).toMatchObject({
      problems: [{ code: 'libraryPanelElsewhere', at: 'panel-1', found: 'Leads' }],
      panels: [
        { id: 1, type: '', library: { uid: 'lib', name: 'Leads', isKnown: false } },
        { id: 2, type: PROTOCOL, defaults: { rule: RULE }, library: { isKnown: true } },
      ],
    });
  });
});

describe('where there is no scene, or one of another form, it says so', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'scene'],
    ['an object that is no scene object', {}],
    ['a state that is none', { state: null }],
    ['one that stands for something else', { valueOf: () => 4, state: {} }],
  ])('%s', (_, asking) => {
    expect(readScenePanels(requestOf(asking))).toEqual({ because: 'noScene' });
    expect(readPanelAddress(requestOf(asking), 4)).toEqual({ dashboardUid: 'sales', panelId: 4, repeat: {} });
  });

  it('a request without variables', () => {
    expect(readScenePanels({} as DataQueryRequest)).toEqual({ because: 'noScene' });
  });

  it.each<[string, () => object]>([
    ['a query of no panel', () => ({ state: {}, parent: { state: { body: { state: {} } } } })],
    ['a dashboard that keeps its panels elsewhere', () => panelIn((one) => ({ state: { content: one } }))],
    [
      'one whose body has other panels',
      () => panelIn(() => ({ state: { body: { state: { pluginId: 'x', fieldConfig: {} } } } })),
    ],
    [
      'objects that stand in themselves',
      () => {
        const loop: { state: object; parent?: object } = { state: {} };
        loop.parent = loop;
        return loop;
      },
    ],
  ])('%s', (_, asking) => {
    expect(readScenePanels(requestOf(asking()))).toEqual({ because: 'unknownForm' });
  });

  it('whatever it is, it never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (state, body) => {
        const root = { state: { body: [body, { state: { pluginId: '', fieldConfig: body, key: body } }] } };
        const inner = { state: { pluginId: 'x', fieldConfig: body, $data: body, $variables: state, options: state } };
        readScenePanels(requestOf({ state, parent: { ...inner, parent: root } }));
        readScenePanels(requestOf(state));
        readPanelAddress(requestOf({ state: {}, parent: { ...inner, parent: root } }), 1);
      })
    );
  });
});

/** The query of a panel in a root that is made for it. */
function panelIn(rootOf: (one: object) => object): object {
  const query: Record<string, unknown> = { state: { queries: [] } };
  const one: Record<string, unknown> = { state: { pluginId: PROTOCOL, fieldConfig: {}, $data: query } };
  query.parent = one;
  one.parent = rootOf(one);
  return query;
}
