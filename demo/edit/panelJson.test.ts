import '../testing/jsdomObservers';
import { SceneDataTransformer, SceneGridItem, SceneQueryRunner, VizPanel } from '@grafana/scenes';
import { panelToJson } from './panelJson';

const targets = [{ refId: 'A', expr: 'up' }];
const datasource = { type: 'prometheus', uid: 'prom' };

function makePanel(state: Partial<VizPanel['state']>): VizPanel {
  return new VizPanel({ key: 'panel-3', pluginId: 'stat', title: 'Up', ...state });
}

it('finds the queries, straight or below transformations', () => {
  const runner = () => new SceneQueryRunner({ datasource, queries: targets, maxDataPoints: 50 });
  const transformations = [{ id: 'reduce', options: {} }];
  expect(panelToJson(makePanel({ $data: runner() }))).toMatchObject({ datasource, targets, maxDataPoints: 50 });
  const transformed = makePanel({ $data: new SceneDataTransformer({ $data: runner(), transformations }) });
  expect(panelToJson(transformed)).toMatchObject({ datasource, targets, transformations });
});

it('has the place in the grid as a dashboard writes it', () => {
  const panel = makePanel({ displayMode: 'transparent' });
  new SceneGridItem({ x: 1, y: 2, width: 12, height: 8, body: panel });
  expect(panelToJson(panel)).toMatchObject({ id: 3, transparent: true, gridPos: { x: 1, y: 2, w: 12, h: 8 } });
});

it('leaves out what the panel has not', () => {
  const text = JSON.stringify(panelToJson(makePanel({})));
  for (const key of ['targets', 'datasource', 'transformations', 'description', 'transparent', 'gridPos']) {
    expect(text).not.toContain(`"${key}"`);
  }
});
