import { LoadingState } from '@grafana/data';

import { panelData } from '../../testing/panelRequest';
import { scenePanel as panel } from '../../testing/scenePanel';
import { kioskUrl } from './kioskUrl';
import { overviewPlan } from './overviewPlan';

const DASHBOARD = { type: 'datasource', uid: '-- Dashboard --' };
const asks = (refId: string, panelId: number) => ({ refId, datasource: DASHBOARD, panelId, withTransforms: true });
const query = (refId: string, dataSource: object = { uid: 'prom' }) => ({ refId, isHidden: false, dataSource, model: { refId, expr: 'up' } }); // prettier-ignore

const SAVED = { fieldConfig: { defaults: {}, overrides: [] }, options: { layout: 'wall' } };
const WALL = panel(9, { title: 'Wall', saved: SAVED, grid: { x: 0, y: 4, w: 24, h: 20 }, queries: [query('A')] });

it('asks every panel that keeps rules, once, in the panel’s own place and with its own options', () => {
  const repeats = [panel(2), panel(2, { key: 'panel-2-clone-1' })];
  const plan = overviewPlan(WALL, { asked: [panel(1)], missing: repeats, lost: [] });
  expect(plan.shown.map(({ id }) => id)).toEqual([1, 2]);
  expect(plan.added.map(({ id }) => id)).toEqual([2]);
  expect(plan.json).toEqual({
    id: 9,
    type: 'protocolops-protocol-panel',
    title: 'Wall',
    gridPos: { x: 0, y: 4, w: 24, h: 20 },
    datasource: { type: 'datasource', uid: '-- Mixed --' },
    targets: [asks('A', 1), asks('B', 2)],
    ...SAVED,
  });
});

it('keeps what else the JSON says of the panel, and the transformations of its own queries', () => {
  const besides = { description: 'How long each target takes', interval: '10s', maxDataPoints: 300 };
  const transformations = [{ id: 'reduce', options: {} }];
  const of = (given: object) =>
    overviewPlan({ ...WALL, besides, transformations, ...given }, { asked: [], missing: [panel(3)], lost: [] }).json;
  expect(of({ defaults: { rule: { owner: 'SRE' } } })).toMatchObject({ ...besides, transformations });
  expect(of({})).toMatchObject(besides);
  expect(of({})).not.toHaveProperty('transformations');
});

it('needs no mixing for a single one', () => {
  expect(overviewPlan(WALL, { asked: [], missing: [panel(3)], lost: [] }).json).toMatchObject({
    datasource: DASHBOARD,
    targets: [asks('A', 3)],
  });
});

it('keeps its own queries where it has a rule for them', () => {
  const ruled = { ...WALL, defaults: { rule: { owner: 'SRE' } }, queries: [query('A'), query('B', DASHBOARD)] };
  const { json } = overviewPlan(ruled, { asked: [panel(1)], missing: [], lost: [] });
  expect(json.targets).toEqual([{ refId: 'A', expr: 'up', datasource: { uid: 'prom' } }, asks('C', 1)]);
  expect(json.datasource).toEqual({ type: 'datasource', uid: '-- Mixed --' });
});

it('leaves streams out, for which Grafana would wait for ever, unless there is nothing else', () => {
  const stream = panel(2, { data: [panelData({ state: LoadingState.Streaming })] });
  const both = overviewPlan(WALL, { asked: [panel(1)], missing: [stream], lost: [] });
  expect([both.shown, both.streams].map((panels) => panels.map(({ id }) => id))).toEqual([[1], [2]]);
  const alone = overviewPlan(WALL, { asked: [], missing: [stream], lost: [] });
  expect([alone.shown, alone.streams].map((panels) => panels.map(({ id }) => id))).toEqual([[2], []]);
});

it.each([
  ['?editPanel=9&tab=queries&var-team=a&from=now-6h&refresh=5s', 'var-team=a&from=now-6h&refresh=5s'],
  ['?refresh=', 'refresh=30s'],
  ['', 'refresh=30s'],
])('leads from %s to the panel alone on a screen', (search, rest) => {
  const location = { origin: 'http://wall', pathname: '/d/sales/sales-ops', search };
  const bare = '_dash.hideTimePicker=true&_dash.hideLinks=true&_dash.hideVariables=true&hideLogo=true';
  expect(kioskUrl(9, location)).toBe(`http://wall/d/sales/sales-ops?viewPanel=panel-9&${bare}&${rest}&kiosk`);
});
