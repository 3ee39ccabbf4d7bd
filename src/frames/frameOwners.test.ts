import type { DataFrame, PanelData } from '@grafana/data';
import { FieldType, LoadingState } from '@grafana/data';
import fc from 'fast-check';

import { panelData } from '../testing/panelRequest';
import { FrameOwners } from './frameOwners';

const MIXED = { uid: '-- Dashboard --' };

function frame(refId: string, values: number[] = [1, 2]): DataFrame {
  return {
    refId,
    length: values.length,
    fields: [
      { name: 'time', type: FieldType.time, config: {}, values: values.map((_, index) => index) },
      { name: refId, type: FieldType.number, config: {}, values },
    ],
  };
}

/** As Grafana hands it on: with other objects around the very same arrays. */
const passedOn = (one: DataFrame): DataFrame => ({ ...one, fields: one.fields.map((field) => ({ ...field })) });

const query = (refId: string) => ({ refId, isHidden: false, dataSource: {}, model: {} });

function shows(key: string, series: DataFrame[], refIds = ['A']) {
  return { key, data: [panelData({ series })] as PanelData[], queries: refIds.map(query) };
}

const dashboard = (refId: string, panelId: number) => ({ refId, panelId, datasource: MIXED });
const own = (refId: string) => ({ refId, datasource: { uid: 'prom' } });

it('gives each panel the frames with its own arrays, though their queries have one name', () => {
  const [leads, bookings] = [frame('A'), frame('A')];
  const panels = [shows('panel-1', [leads]), shows('panel-2', [bookings])];
  const divided = new FrameOwners().divide([passedOn(bookings), passedOn(leads)], {
    targets: [dashboard('A', 1), dashboard('B', 2)],
    panels,
  });
  expect(divided.ofPanels.get('panel-1')?.[0].fields[1].values).toBe(leads.fields[1].values);
  expect(divided.ofPanels.get('panel-2')?.[0].fields[1].values).toBe(bookings.fields[1].values);
  expect([divided.own, divided.unknown]).toEqual([[], []]);
});

it('counts what is nobody’s as unknown, and gives it to the only panel where nothing else was asked', () => {
  const strange = frame('A');
  const panels = [{ ...shows('panel-1', []), data: [] }];
  const owners = new FrameOwners();
  expect(owners.divide([strange], { targets: [dashboard('A', 1)], panels }).ofPanels.get('panel-1')).toEqual([strange]);
  const two = [...panels, { ...shows('panel-2', []), data: [] }];
  const targets = [dashboard('A', 1), dashboard('B', 2)];
  expect(owners.divide([strange], { targets, panels: two }).unknown).toEqual([strange]);
});

it('remembers what a panel showed, when it has newer data already', () => {
  const [former, newer, other] = [frame('A'), frame('A'), frame('A')];
  const targets = [dashboard('A', 1), dashboard('B', 2)];
  const owners = new FrameOwners();
  const divide = (shown: DataFrame) =>
    owners.divide([passedOn(former), passedOn(other)], {
      targets,
      panels: [shows('panel-1', [shown]), shows('panel-2', [other])],
    });
  divide(former);
  expect(divide(newer)).toMatchObject({ unknown: [], own: [] });
});

it.each<[string, { refIds: string[]; isShown: boolean }, 'own' | 'unknown']>([
  ['no panel calls a query so', { refIds: ['B'], isShown: false }, 'own'],
  ['all that the panels show is there', { refIds: ['A'], isShown: true }, 'own'],
  ['a panel calls one so, and may have had it', { refIds: ['A'], isShown: false }, 'unknown'],
])('a frame with the name of an own query: %s', (_, { refIds, isShown }, expected) => {
  const [taken, asked] = [frame('A'), frame('A')];
  const divided = new FrameOwners().divide(isShown ? [passedOn(taken), asked] : [asked], {
    targets: [own('A'), dashboard('Q', 1)],
    panels: [shows('panel-1', [taken], refIds)],
  });
  expect(divided[expected]).toEqual([asked]);
});

it('what was an own frame once stays one, while a panel refreshes', () => {
  const [taken, newer, asked] = [frame('A'), frame('A'), frame('A')];
  const owners = new FrameOwners();
  const divide = (shown: DataFrame) =>
    owners.divide([passedOn(taken), asked], {
      targets: [own('A'), dashboard('Q', 1)],
      panels: [shows('panel-1', [shown])],
    });
  divide(taken);
  expect(divide(newer)).toMatchObject({ own: [asked], unknown: [] });
});

it('every frame with columns is somebody’s or unknown, once, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), fc.array(fc.anything()), (anything, other) => {
      const series = [...anything, frame('A')] as DataFrame[];
      const data = { ...panelData({ series: other as DataFrame[] }), state: LoadingState.Done };
      const panels = [{ key: 'panel-1', data: [data], queries: [query('A')] }];
      const divided = new FrameOwners().divide(series, { targets: [own('A'), dashboard('B', 1)], panels });
      const told = [...divided.own, ...divided.unknown, ...[...divided.ofPanels.values()].flat()];
      expect(new Set(told).size).toBe(told.length);
      expect(told.length).toBeGreaterThan(0);
    })
  );
});
