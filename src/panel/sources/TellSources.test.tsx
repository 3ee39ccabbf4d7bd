import type { DataQueryRequest, PanelData, PanelProps } from '@grafana/data';
import {
  FieldType,
  LoadingState,
  PanelPlugin,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  toDataFrame,
} from '@grafana/data';
import { setBackendSrv, setPluginImportUtils } from '@grafana/runtime';
import { act, render } from '@testing-library/react';

import { NOW, panelData, panelRequest } from '../../testing/panelRequest';
import { MINUTE } from '../../time/units';
import { borrowFieldConfig } from '../borrowFieldConfig';
import type { ProtocolOptions } from '../options';
import type { ToldSources } from './TellSources';
import { TellSources } from './TellSources';

const PROTOCOL = 'protocolops-protocol-panel';
const RULE = { operator: '>', critical: 80, owner: 'SRE of $team', action: 'Restart it' };

jest.mock('../responses/useResponses', () => ({ useResponses: () => ({}) }));

beforeAll(() => {
  standardEditorsRegistry.setInit(() => []);
  standardFieldConfigEditorRegistry.setInit(() => []);
  const plugin = new PanelPlugin(() => null).useFieldConfig(borrowFieldConfig(undefined));
  setPluginImportUtils({ importPanelPlugin: () => Promise.resolve(plugin), getPanelPluginFromCache: () => plugin });
});
beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  saved = {};
  setBackendSrv({ get: () => Promise.resolve(saved) } as never);
});
afterEach(() => jest.useRealTimers());

let saved: unknown;

/** A series whose last value is given. */
function series(name: string, last: number, refId = 'A') {
  return toDataFrame({
    refId,
    fields: [
      { name: 'time', type: FieldType.time, values: [NOW - MINUTE, NOW] },
      { name, type: FieldType.number, values: [10, last] },
    ],
  });
}

/** A panel as it stands in a scene, which the tests may write to as Grafana does. */
interface FakePanel {
  state: {
    key: string;
    title: string;
    pluginId: string;
    fieldConfig: object;
    options: object;
    $data: FakeData;
  } & Record<string, unknown>;
  parent?: object;
}
interface FakeData {
  state: { queries: object[]; data?: PanelData };
  parent?: object;
}

function panelOf(id: number, data: PanelData | undefined, state: Record<string, unknown> = {}): FakePanel {
  const $data: FakeData = { state: { queries: [{ refId: 'A' }], data } };
  const panel = {
    state: {
      key: `panel-${id}`,
      title: `Panel ${id}`,
      pluginId: PROTOCOL,
      fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
      options: {},
      $data,
      ...state,
    },
  };
  $data.parent = panel;
  return panel;
}

const asks = (refId: string, panelId: number) => ({ refId, panelId, datasource: { uid: '-- Dashboard --' } });

/** The wall of a dashboard with these panels, which asks them. */
function wallOf(panels: FakePanel[], targets: DataQueryRequest['targets']) {
  const wall = panelOf(99, undefined, { options: { layout: 'wall' } });
  const root = { state: { body: { state: { children: [...panels, wall] } } } };
  [...panels, wall].forEach((panel) => (panel.parent = root));
  const asking = { valueOf: () => wall.state.$data };
  return panelRequest({ targets, scopedVars: { __sceneObject: { text: '', value: asking } }, dashboardUID: 'sales' });
}

/** What a wall tells of its data. */
async function shown(first: PanelData) {
  let told: ToldSources | undefined;
  const element = (data: PanelData) => {
    const props = {
      id: 99,
      title: 'Wall',
      options: {},
      fieldConfig: { defaults: {}, overrides: [] },
      replaceVariables: (text: string, vars?: Record<string, { value: string }>) =>
        text.replace('$team', vars?.team?.value ?? 'all'),
      timeZone: 'utc',
      data,
    } as unknown as PanelProps<ProtocolOptions>;
    return (
      <TellSources panel={props}>
        {(sources) => {
          told = sources;
          return null;
        }}
      </TellSources>
    );
  };
  const { rerender } = render(element(first));
  await pass(0);
  return {
    sources: () => {
      if (!told) {
        throw new Error('nothing was told');
      }
      return told;
    },
    show: async (data: PanelData) => {
      rerender(element(data));
      await pass(0);
    },
  };
}

const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));

const states = ({ told }: ToldSources) =>
  told.map(({ title, told: tells }) => [
    title,
    'protocol' in tells ? tells.protocol.metrics.map(({ name, now }) => `${name} ${now.state}`) : tells.nothing,
  ]);

const passedOn = (data: PanelData) => data.series.map((frame) => ({ ...frame, fields: frame.fields.map((field) => ({ ...field })) })); // prettier-ignore

it('tells each panel by its own rules and variables, though their queries and series have one name', async () => {
  const [low, high] = [panelData({ series: [series('cpu', 20)] }), panelData({ series: [series('cpu', 90)] })];
  const panels = [
    panelOf(1, low, { title: 'EU' }),
    panelOf(2, high, {
      title: 'US',
      $variables: { state: { variables: [{ state: { type: 'system', name: 'team', value: 'web', text: 'web' } }] } },
    }),
    panelOf(3, high, { pluginId: 'timeseries', title: 'Plain' }),
  ];
  const request = wallOf(panels, [asks('A', 2), asks('B', 1), asks('C', 3)]);
  const { sources } = await shown(panelData({ request, series: [...passedOn(high), ...passedOn(low)] }));
  expect(states(sources())).toEqual([
    ['EU', ['cpu normal']],
    ['US', ['cpu firing']],
    ['Plain', ['cpu unruled']],
  ]);
  const [, us] = sources().told;
  expect('protocol' in us.told && us.told.protocol.metrics[0].rule.text.owner?.value).toBe('SRE of web');
  expect(sources()).toMatchObject({ unclear: [], missing: [], lost: [], awaited: [], failed: [], hasStreams: false });
});

it('tells what is under way, what failed, what nobody asks for and what is not there', async () => {
  const error = { refId: 'A', message: 'timeout' };
  const panels = [
    panelOf(1, undefined),
    panelOf(2, panelData({ state: LoadingState.Error, errors: [error] })),
    panelOf(3, panelData({ series: [series('cpu', 90)] })),
  ];
  const request = wallOf(panels, [asks('A', 1), asks('B', 2), asks('C', 7)]);
  const { sources, show } = await shown(panelData({ request, state: LoadingState.Loading }));
  expect(sources().awaited.map(({ title }) => title)).toEqual(['Panel 1']);
  expect(sources().missing.map(({ title }) => title)).toEqual(['Panel 3']);
  expect(sources().lost).toEqual([{ refId: 'C', panelId: 7 }]);
  const [failing] = sources().told;
  expect('errors' in failing.told && failing.told.errors).toEqual([error]);
  await show(panelData({ request, errors: [{ message: 'Could not find source panel' }] }));
  expect(sources().failed.map(({ title }) => title)).toEqual(['Panel 1']);
});

it('sees within two seconds what a panel shows now, whatever is still awaited of the others', async () => {
  const panel = panelOf(1, panelData({ series: [series('cpu', 20)] }));
  const request = wallOf([panel, panelOf(2, undefined)], [asks('A', 1), asks('B', 2)]);
  const { sources } = await shown(panelData({ request, state: LoadingState.Loading }));
  expect(states(sources())).toEqual([['Panel 1', ['cpu normal']]]);
  panel.state.$data.state.data = panelData({ series: [series('cpu', 90)] });
  await pass(2000);
  expect(states(sources())).toEqual([['Panel 1', ['cpu firing']]]);
});

it('judges its own queries by its own rules, and nothing that may be another panel’s', async () => {
  const taken = panelData({ series: [series('cpu', 90)] });
  const own = { refId: 'A', datasource: { uid: 'prom' } };
  const request = wallOf([panelOf(1, taken)], [own, asks('B', 1)]);
  const mine = series('mine', 90);
  mine.fields[1].config = { custom: { rule: RULE } };
  const failure = { refId: 'A', message: 'slow' };
  const all = panelData({ request, series: [...passedOn(taken), mine], errors: [failure] });
  const { sources, show } = await shown(all);
  expect(states(sources())).toEqual([
    ['Panel 1', ['cpu firing']],
    [undefined, ['mine firing']],
  ]);
  const { told } = sources().told[1];
  expect('protocol' in told && told.protocol.errors).toEqual([failure]);
  await show({ ...all, series: [series('whose', 90)] });
  expect(sources().unclear).toEqual(['whose']);
});

it.each([
  [[asks('A', 1), asks('B', 2)], true],
  [[asks('A', 1)], false],
])('says that streams are among several, which move at each refresh alone', async (targets, isSaid) => {
  const state = LoadingState.Streaming;
  const stream = panelData({ state, request: panelRequest({ startTime: NOW - MINUTE }), series: [series('cpu', 90)] });
  const request = wallOf([panelOf(1, stream), panelOf(2, panelData())], targets);
  expect((await shown(panelData({ request }))).sources().hasStreams).toBe(isSaid);
});

it('where the scene can’t be read, tells the only panel by what was saved of it', async () => {
  const fieldConfig = { defaults: { custom: { rule: RULE } }, overrides: [] };
  saved = {
    dashboard: { panels: [{ id: 1, type: PROTOCOL, title: 'Saved', fieldConfig, targets: [{ refId: 'A' }] }] },
  };
  const request = panelRequest({ targets: [asks('Q', 1)], dashboardUID: 'sales' });
  const { sources } = await shown(panelData({ request, series: [series('cpu', 90)] }));
  expect(states(sources())).toEqual([['Saved', ['cpu firing']]]);
});
