import fc from 'fast-check';

import { plain } from '../../testing/plain';
import { fileProblemWords } from '../../words/fileProblemWords';
import type { CsvOptions } from './csvFile';
import { readCsv } from './csvFile';

const words = (text: string, options?: CsvOptions) =>
  readCsv(text, options).problems.map((problem) => fileProblemWords(plain, problem));
const criticals = (text: string) => readCsv(text).rules.map(({ rule }) => rule.critical);

describe('readCsv', () => {
  it('reads every line end for itself', () => {
    const rows = ['Metric;Critical;Owner', 'A;1;"X\r\nY"', 'B;2;Y', 'C;3;Z', ''];
    const expected = readCsv(rows.join('\n')).rules;
    expect(expected).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 4, maxLength: 4 }), (ends) => {
        const text = rows.map((row, index) => row + (ends[index] ?? '')).join('');
        expect(readCsv(text)).toMatchObject({ rules: expected, problems: [] });
      })
    );
  });

  it.each(['Constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])(
    'names a column that is called %s',
    (header) => {
      const text = `Metric,Critical,${header}\nA,20,McLaren`;
      expect(readCsv(text).rules).toEqual([{ metric: 'A', rule: { critical: 20 } }]);
      expect(words(text)).toEqual([expect.stringContaining(`"${header}" is not a field`)]);
    }
  );

  it.each<[string, string, Array<number | undefined>, number]>([
    [
      'a comma that cells prove, between commas',
      'Metric,Critical\nA,"0,5"\nB,"1,234"\nC,"12,5"',
      [0.5, 1.234, 12.5],
      0,
    ],
    ['a comma that cells prove, between semicolons', 'Metric;Critical\nA;0,5\nB;1,234\nC;1.234', [0.5, 1.234, 1234], 0],
    ['a point that cells prove', 'Metric,Critical\nA,0.5\nB,"1,234"\nC,1.234', [0.5, 1234, 1.234], 0],
    ['nothing proves one', 'Metric,Critical\nA,"1,234"\nB,20', [undefined, 20], 1],
    ['nothing proves one, with a point', 'Metric,Critical\nA,1.234', [undefined], 1],
    ['both are proved', 'Metric;Critical\nA;0,5\nB;0.5\nC;1,234', [0.5, 0.5, undefined], 1],
  ])('has one decimal mark: %s', (_, text, numbers, problems) => {
    expect(criticals(text)).toEqual(numbers);
    expect(words(text)).toHaveLength(problems);
    words(text).forEach((word) => expect(word).toMatch(/can be read as (?:1.234 and as 1234|1234 and as 1.234)/));
  });

  it('tells the errors of a spreadsheet, and nobody is called so', () => {
    const text = 'Metric;Critical;Owner;Agreed on\nA;#BEZUG!;#NV;#WERT!\n#YOK;1;X;\n';
    expect(readCsv(text).rules.map(({ rule }) => rule.critical)).toEqual([undefined, 1]);
    expect(words(text).map((word) => word.slice(0, 61))).toEqual([
      'Row 2, column Critical: The formula of the cell failed: #BEZU',
      'Row 2, column Owner: The formula of the cell failed: #NV. Cor',
      'Row 2, column Agreed on: The formula of the cell failed: #WER',
      'Row 3, column Metric: The formula of the cell failed: #YOK. C',
    ]);
  });

  it('finds the headers, and tells what stands above them', () => {
    const table = 'Metric;Act when;Critical\nA;below;x\n';
    expect(words(`sep=;\r\n${table}`)).toEqual([
      '"sep=;" stands above the headers and was skipped. Leave it, if it is no row.',
      expect.stringContaining('Row 2, column Critical: '),
    ]);
    expect(words(`\nMetrics of 2026\n\n${table}`)).toEqual([
      'Row 2: "Metrics of 2026" stands above the headers and was skipped. Leave it, if it is no row.',
      expect.stringContaining('Row 5, column Critical: '),
    ]);
    expect(words(`\uFEFFsep=|\n${table.replaceAll(';', '|')}`)).toHaveLength(2);
  });

  it('tells cells that may have moved, and quotes that are lost', () => {
    expect(words('Metric,Action,Owner\nA,Pause, then call,Ana')).toContainEqual(
      expect.stringContaining('Row 2: The row has 4 cells for 3 headers')
    );
    expect(words('Metric,Owner,Action\nA,Ana",x')).toEqual([
      expect.stringContaining('Row 2: One quote of "Ana"" is missing.'),
    ]);
    expect(words('Metric,Owner\nA,"5"" pipes"\nB,5" pipes')).toEqual([]);
    expect(words('Metric\tOwner\tAction\nA\tAna "the boss"\tsay "now"')).toEqual([]);
  });

  it('tells a row that has come to stand behind the headers', () => {
    expect(words('Metric;Critical;ActionLeads;20;Call\nVisits;30;\n')).toEqual([
      expect.stringContaining('Column 20: "20" is not a field'),
      expect.stringContaining('Column Call: "Call" is not a field'),
    ]);
  });

  it('tells a row that is one cell short, unless all of them are, or blank cells at the end are left out', () => {
    const header = 'Metric,Owner,Action,Tell if nobody acts,Runbook';
    expect(words(`${header}\nA,Ana,Call,VP,\nB,Ben Call,VP,`)).toEqual([
      expect.stringContaining('Row 3: The row has 4 cells for 5 headers: some may have moved.'),
    ]);
    expect(words(`${header}\nA,Ana,Call,VP\nB,Ben,Call,VP`)).toEqual([]);
    expect(words(`${header},,\nA,Ana,Call,VP,,,\nB,Ben,Call`)).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['French, between semicolons', '1\u202f234,5', 1234.5],
    ['Swedish', '−1\u00a0234,5', -1234.5],
    ['Swiss', '1’234.5', 1234.5],
    ['Indian, in quotes', '"1,23,456.5"', 123456.5],
    ['of a German spreadsheet', '1,00E+05', 100000],
  ])('reads the thousands that people write: %s', (_, cell, critical) => {
    expect(readCsv(`Metric;Critical\nA;${cell}\n`)).toMatchObject({
      rules: [{ metric: 'A', rule: { critical } }],
      problems: [],
    });
  });

  it.each(['02. Mrz', 'Jan-20', '3-Apr', '01.05.2026', '2026-01-20', 'déc-20', '5 ago'])(
    'tells that a spreadsheet made a date of a number: %s',
    (cell) => {
      expect(words(`Metric;Act when;Critical\nA;below;${cell}\n`)).toEqual([
        `Row 2, column Critical: "${cell}" is a date, not a number. ` +
          'Format the cell as a number, and write it anew.',
      ]);
    }
  );

  it('tells cells without a header, and nothing of a table without headers but that', () => {
    expect(words('Metric,,Critical\nA,x,20')).toEqual([
      'Column #2: The column has cells and no header, so it has no effect. Correct its header (Critical, Who acts, First step…), or leave it as a note.',
    ]);
    expect(words('A\tbelow\t20\nB\tabove\t5')).toEqual([
      'No column names the metrics. Give one of the columns the header Metric.',
    ]);
  });
});
