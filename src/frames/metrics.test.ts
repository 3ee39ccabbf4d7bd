import type { DataFrame } from '@grafana/data';
import { FieldType, createTheme, getDisplayProcessor, toDataFrame } from '@grafana/data';

import { fieldFormatter, findMetrics } from './metrics';

const time = { name: 'time', type: FieldType.time, values: [1, 2] };
const number = (name: string) => ({ name, type: FieldType.number, values: [1, 2] });
const text = { name: 'text', type: FieldType.string, values: ['a', 'b'] };

const frame = (...fields: object[]): DataFrame => toDataFrame({ refId: 'A', fields });

describe('findMetrics', () => {
  it('finds every numeric field beside a time field', () => {
    const metrics = findMetrics([frame(time, number('a'), text, number('b')), frame(number('c'))]);
    expect(metrics).toMatchObject([
      { name: 'a', refId: 'A', frameIndex: 0, fieldIndex: 1 },
      { name: 'b', refId: 'A', frameIndex: 0, fieldIndex: 3 },
    ]);
  });

  it('gives series of the same name identities of their own', () => {
    const metrics = findMetrics([frame(time, number('a')), { ...frame(time, number('a')), refId: 'B' }]);
    expect(new Set(Array.isArray(metrics) ? metrics.map(({ id }) => id) : []).size).toBe(2);
  });

  it('tells series apart by their labels where they are named alike, wherever they stand', () => {
    const one = frame(time, { ...number('a'), labels: { team: 'x' }, config: { displayName: 'Rate' } });
    const other = frame(time, { ...number('a'), labels: { team: 'y' }, config: { displayName: 'Rate' } });
    const ids = (...series: DataFrame[]) => [findMetrics(series)].flat().map((metric) => Object(metric).id);
    expect(new Set(ids(one, other)).size).toBe(2);
    expect(ids(other, one)).toEqual(ids(one, other).reverse());
  });

  it('writes nothing into the data, which may be frozen', () => {
    const field = Object.freeze({ ...number('a'), config: {} });
    const frozen = Object.freeze({ ...frame(), fields: Object.freeze([{ ...time, config: {} }, field]) });
    expect(findMetrics([frozen as unknown as DataFrame])).toMatchObject([{ name: 'a' }]);
  });

  it('passes over what is no frame and no field', () => {
    const broken = { refId: 'B', fields: [null, undefined, time, { type: 'number' }] };
    expect(findMetrics([null, {}, broken, frame(time, number('a'))] as DataFrame[])).toMatchObject([
      { name: 'Value', frameIndex: 2, fieldIndex: 3, samples: { times: [1, 2], values: [] } },
      { name: 'a', frameIndex: 3, fieldIndex: 1 },
    ]);
  });

  it("unpacks an older data source's vectors, and takes nothing else for a list", () => {
    const vector = { ...number('a'), values: { length: 2, get: () => 5, toArray: () => [5, 5] } };
    const liar = { ...number('b'), values: { length: 2 ** 40 } };
    expect(findMetrics([{ ...frame(), fields: [time, vector, liar] } as unknown as DataFrame])).toMatchObject([
      { samples: { values: [5, 5] } },
      { samples: { values: [] } },
    ]);
  });

  it("takes the data source's interval", () => {
    expect(
      findMetrics([frame({ ...time, values: [0, 15_000], config: { interval: 15_000 } }, number('a'))])
    ).toMatchObject([{ intervalMs: 15_000 }]);
  });

  it('counts an empty series as a metric: it has no data', () => {
    expect(findMetrics([frame({ ...time, values: [] }, { ...number('a'), values: [] })])).toHaveLength(1);
  });

  it.each<[string, DataFrame[]]>([
    ['noData', []],
    ['noData', [frame()]],
    ['noTimeField', [frame(number('a'))]],
    ['noNumericField', [frame(time, text)]],
    ['noTimeField', [frame(time, text), frame(number('a'))]],
  ])('says %s', (reason, series) => {
    expect(findMetrics(series)).toBe(reason);
  });
});

describe('fieldFormatter', () => {
  it('formats as the field does', () => {
    const [, field] = frame(time, { ...number('a'), config: { unit: 'percent', decimals: 1 } }).fields;
    expect(fieldFormatter({ ...field, display: getDisplayProcessor({ field, theme: createTheme() }) })(17.25)).toBe(
      '17.3%'
    );
  });

  it("writes the plain number where Grafana can't format", () => {
    const [, field] = frame(time, { ...number('a'), config: { unit: '__proto__' } }).fields;
    expect(fieldFormatter({ ...field, display: getDisplayProcessor({ field, theme: createTheme() }) })(17.25)).toBe(
      '17.25'
    );
  });

  it('writes the plain number where Grafana gave no format', () => {
    expect(fieldFormatter(frame(time, number('a')).fields[1])(17.25)).toBe('17.25');
  });
});
