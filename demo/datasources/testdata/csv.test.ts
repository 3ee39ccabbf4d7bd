import { cellsToColumn, CsvError, csvToColumns, parseCsv } from './csv';

describe('parseCsv', () => {
  it('trims cells and skips empty lines', () => {
    expect(parseCsv('a, b\n\n 1 ,2 \r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads quotes, with commas, line breaks and quotes in them', () => {
    expect(parseCsv('a,b\n"1, ""one""","x\ny"')).toEqual([
      ['a', 'b'],
      ['1, "one"', 'x\ny'],
    ]);
  });

  it('refuses a row that is longer or shorter than the header', () => {
    expect(() => parseCsv('a,b\n1')).toThrow(CsvError);
    expect(() => parseCsv('a,b\n1,2,3')).toThrow('line 2 has 3 cells, the header has 2');
  });
});

describe('cellsToColumn', () => {
  it.each([
    ['integers', ['1', '', 'null', '-3'], { type: 'number', values: [1, null, null, -3] }],
    ['floats', ['1.5', '2e3', '.5'], { type: 'number', values: [1.5, 2000, 0.5] }],
    ['not a number and infinity', ['NaN', '+Inf', '-Inf'], { type: 'number', values: [NaN, Infinity, -Infinity] }],
    ['booleans by the first cell', ['true', 'F', '', 'x'], { type: 'boolean', values: [true, false, null, false] }],
    ['a word among numbers', ['1', 'two', ''], { type: 'string', values: ['1', 'two', null] }],
    ['nothing but nulls', ['', 'null'], { type: 'string', values: [null, null] }],
    ['no rows', [], { type: 'string', values: [] }],
  ])('reads %s', (_, cells, expected) => {
    expect(cellsToColumn(cells)).toEqual(expected);
  });
});

describe('csvToColumns', () => {
  it('reads times in epoch milliseconds and in RFC 3339', () => {
    const columns = csvToColumns('time,endTime\n1000,2026-03-04T10:00:00Z\n,2026-03-04T10:00:00+01:00');
    expect(columns).toMatchObject([
      { name: 'time', type: 'time', values: [1000, null] },
      { name: 'endTime', type: 'time', values: [Date.UTC(2026, 2, 4, 10), Date.UTC(2026, 2, 4, 9)] },
    ]);
  });

  it('leaves a column named like a time that holds none as it is', () => {
    expect(csvToColumns('response time\nslow')).toMatchObject([{ type: 'string', values: ['slow'] }]);
    expect(csvToColumns('time\n2026-03-04')).toMatchObject([{ type: 'string', values: ['2026-03-04'] }]);
  });

  it('reads labels in a header', () => {
    expect(csvToColumns('"value{team=Sales, region=EU}"\n1')).toMatchObject([
      { name: 'value', labels: { team: 'Sales', region: 'EU' } },
    ]);
  });
});
