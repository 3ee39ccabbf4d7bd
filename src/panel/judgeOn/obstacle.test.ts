import type { PanelData } from '@grafana/data';
import { FieldType, LoadingState, toDataFrame } from '@grafana/data';

import type { CannotJudgeOn } from '../../protocol/protocol';
import { obstacleOf } from './obstacle';
import { NOW, panelData, panelRequest, sceneVariable } from '../../testing/panelRequest';

const frame = toDataFrame({ fields: [] });
const streaming = (time: number) =>
  panelData({
    state: LoadingState.Streaming,
    series: [toDataFrame({ fields: [{ name: 'time', type: FieldType.time, values: [time] }] })],
  });
const asking = (request: Parameters<typeof panelRequest>[0]) => panelData({ request: panelRequest(request) });
const transformedBy = (...transformations: unknown[]) => asking({ scopedVars: sceneVariable({ transformations }, {}) });

describe('obstacleOf', () => {
  it.each<[string, PanelData, CannotJudgeOn | undefined]>([
    ['ordinary queries', panelData(), undefined],
    ['no queries at all', panelData({ request: undefined }), undefined],
    [
      'data of another panel',
      asking({ targets: [{ refId: 'A', datasource: { type: 'datasource', uid: '-- Dashboard --' } }] }),
      'dashboardSource',
    ],
    [
      'data of another panel beside others',
      asking({
        targets: [
          { refId: 'A', datasource: { type: 'prometheus', uid: 'prom' } },
          { refId: 'B', datasource: { type: 'datasource', uid: '-- Dashboard --' } },
        ],
      }),
      'dashboardSource',
    ],
    ['a stream', streaming(NOW + 250), 'streaming'],
    ['a part of an answer', streaming(NOW), undefined],
    ['a request for a stream', asking({ liveStreaming: true }), 'streaming'],
    ['a channel', panelData({ series: [{ ...frame, meta: { channel: 'ds/1/x' } }] }), 'streaming'],
    ['saved data', panelData({ request: undefined, series: [frame] }), 'snapshot'],
    [
      'a saved query',
      asking({
        targets: [{ refId: 'A', queryType: 'snapshot', datasource: { type: 'grafana', uid: '-- Grafana --' } }],
      }),
      'snapshot',
    ],
    ['no transformation', transformedBy(), undefined],
    ['a filter', transformedBy({ id: 'filterFieldsByName', options: {} }), undefined],
    ['names in another order', transformedBy({ id: 'organize', options: { renameByName: { a: '' } } }), undefined],
    ['another name', transformedBy({ id: 'organize', options: { renameByName: { a: 'b' } } }), 'transformations'],
    ['names by a pattern', transformedBy({ id: 'renameByRegex', options: {} }), 'transformations'],
    ['a figure that is computed', transformedBy({ id: 'calculateField', options: {} }), 'transformations'],
    ['one after a filter', transformedBy({ id: 'filterByRefId', options: {} }, { id: 'reduce' }), 'transformations'],
    ['one that is switched off', transformedBy({ id: 'reduce', disabled: true, options: {} }), undefined],
    ['one of annotations', transformedBy({ id: 'reduce', topic: 'annotations', options: {} }), undefined],
    ['one that is a function', transformedBy(() => undefined), 'transformations'],
    [
      'one above another',
      asking({
        scopedVars: sceneVariable({ transformations: [] }, { transformations: [{ id: 'reduce', options: {} }] }),
      }),
      'transformations',
    ],
  ])('of %s', (_, data, expected) => {
    expect(obstacleOf(data, false)).toBe(expected);
  });

  it('is a public dashboard, whatever it shows', () => {
    expect(obstacleOf(panelData(), true)).toBe('publicDashboard');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'scene'],
    ['an object that is no scene', {}],
    ['a scene of another shape', { valueOf: () => ({ parent: { state: null } }) }],
  ])('is none where a request names %s as its scene', (_, value) => {
    const data = asking({ scopedVars: { __sceneObject: { text: '', value } } });
    expect(obstacleOf(data, false)).toBeUndefined();
  });
});
