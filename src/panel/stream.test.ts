import type { DataFrame, PanelData } from '@grafana/data';
import { FieldType, LoadingState, toDataFrame } from '@grafana/data';

import { NOW, panelData, panelRequest } from '../testing/panelRequest';
import { arrivalOf, isPartial, isStream } from './stream';

const framed = (...times: unknown[]) =>
  toDataFrame({ fields: [{ name: 'time', type: FieldType.time, values: times, config: {} }] });
const streaming = (series: DataFrame[], more: Partial<PanelData> = {}) =>
  panelData({ state: LoadingState.Streaming, series, ...more });

describe('what is streaming', () => {
  it.each<[string, PanelData, 'stream' | 'part' | undefined]>([
    ['a sample from after the request', streaming([framed(NOW - 250, NOW + 250)]), 'stream'],
    ['the newest sample first', streaming([framed(NOW + 250, NOW - 250)]), 'stream'],
    ['a frame without samples beside one', streaming([framed(), framed(NOW + 1)]), 'stream'],
    ['no request', streaming([framed(NOW - 250)], { request: undefined }), 'stream'],
    ['samples up to the request', streaming([framed(NOW - 250, NOW)]), 'part'],
    ['no samples yet', streaming([]), 'part'],
    ['times that are none', streaming([framed(null, NaN), framed('tomorrow')]), 'part'],
    ['frames that are none', streaming([null, {}] as unknown as DataFrame[]), 'part'],
    ['a whole answer', panelData({ series: [framed(NOW + 250)] }), undefined],
  ])('with %s', (_, data, kind) => {
    expect([isStream(data), isPartial(data)]).toEqual([kind === 'stream', kind === 'part']);
  });
});

describe('when a packet arrived', () => {
  it.each<[string, PanelData, number | undefined]>([
    ['is said', streaming([framed(NOW + 1)], { request: panelRequest({ endTime: NOW + 9 }) }), NOW + 9],
    ['is that of the newest sample, where nobody says', streaming([framed(NOW + 1)]), NOW + 1],
    ['is unknown, where there is nothing', streaming([], { request: undefined }), undefined],
    ['is nothing of an answer', panelData({ series: [framed(NOW + 1)] }), undefined],
  ])('%s', (_, data, arrived) => {
    expect(arrivalOf(data)).toBe(arrived);
  });
});
