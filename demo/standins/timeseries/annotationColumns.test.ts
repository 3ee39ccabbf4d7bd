import { arrayToDataFrame, toDataFrame } from '@grafana/data';
import { timeMarks, xyMarks } from './annotationColumns';

describe('timeMarks', () => {
  it('reads points and regions', () => {
    const rows = [
      { time: 1, title: 'Deploy', text: 'v2', tags: ['a'], color: 'red' },
      { time: 2, timeEnd: 5, isRegion: true },
      { time: 3, timeEnd: 6, isRegion: false },
      { time: 4, isRegion: true },
    ];
    const frame = arrayToDataFrame(rows, ['time', 'timeEnd', 'isRegion', 'title', 'text', 'tags', 'color']);
    expect(timeMarks([frame]).map(({ time, timeEnd }) => [time, timeEnd])).toEqual([
      [1, undefined],
      [2, 5],
      [3, undefined],
      [4, undefined],
    ]);
    expect(timeMarks([frame])[0]).toMatchObject({ title: 'Deploy', text: 'v2', tags: ['a'], color: 'red' });
  });

  it('leaves out exemplars, xy marks and frames without a time', () => {
    const times = [{ time: 1 }];
    const frames = [
      { ...arrayToDataFrame(times), name: 'exemplar' },
      { ...arrayToDataFrame(times), name: 'xymark' },
      toDataFrame({ fields: [{ name: 'text', values: ['x'] }] }),
    ];
    expect(timeMarks(frames)).toEqual([]);
    expect(timeMarks(undefined)).toEqual([]);
  });
});

describe('xyMarks', () => {
  const box = { xMin: 1, xMax: 2, yMin: 3, yMax: 4, color: 'red', fillOpacity: 0.2, lineWidth: 1, lineStyle: 'dash' };

  it('reads boxes', () => {
    expect(xyMarks([{ ...arrayToDataFrame([box]), name: 'xymark' }])).toEqual([box]);
  });

  it('is as strict as Grafana about columns', () => {
    const { lineStyle, ...rest } = box;
    const frame = { ...arrayToDataFrame([rest]), name: 'xymark' };
    expect(() => xyMarks([frame])).toThrow(`an xymark frame has no field "${Object.keys({ lineStyle })[0]}"`);
  });
});
