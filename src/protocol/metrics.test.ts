import { type DataFrame, FieldType, createTheme, getDisplayProcessor, toDataFrame } from '@grafana/data';

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

  it("takes the data source's interval", () => {
    expect(findMetrics([frame({ ...time, config: { interval: 15_000 } }, number('a'))])).toMatchObject([
      { intervalMs: 15_000 },
    ]);
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

  it('writes the plain number where Grafana gave no format', () => {
    expect(fieldFormatter(frame(time, number('a')).fields[1])(17.25)).toBe('17.25');
  });
});
