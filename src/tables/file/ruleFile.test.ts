import fc from 'fast-check';
import Papa from 'papaparse';

import { plain } from '../../testing/plain';
import { readCsv, toCsv } from './csvFile';
import { exampleRules } from '../../editors/file/exampleRules';
import { fileProblemWords } from '../../words/fileProblemWords';
import { guardFormulas, unguardFormulas } from './formulaGuard';
import type { FileProblem } from './fileProblem';
import type { RuleFileReading } from './ruleFile';
import { readRuleFile, toRuleFile } from './ruleFile';
import { anyRules, anyText } from '../../testing/arbitraryRules';
import { readYaml, toYaml } from './yamlFile';
import { readColumns } from '../sheet/columns';
import { RULE_COLUMN_NAMES, RULE_COLUMNS } from '../sheet/ruleColumns';
import { OPERATORS } from '../../rule/condition';

/** A text like "#REF!" is kept, and reported. */
const isFailedFormula = (problem: FileProblem) => problem.code === 'sheet' && problem.problem.code === 'sheetError';

const words = ({ problems }: RuleFileReading) => problems.map((problem) => fileProblemWords(plain, problem));

describe.each([
  ['YAML', toYaml, readYaml],
  ['CSV', toCsv, readCsv],
  ['JSON', (rules: Parameters<typeof toRuleFile>[0]) => JSON.stringify(toRuleFile(rules)), readYaml],
])('%s', (_, write, read) => {
  it('imports what it exports', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const reading = read(write(rules));
        expect(reading.rules).toEqual(rules);
        expect(reading.problems.filter((problem) => !isFailedFormula(problem))).toEqual([]);
      }),
      { numRuns: 150 }
    );
  });

  it('has no fields that say nothing', () => {
    const rules = [{ metric: 'A', rule: { critical: 5, owner: ' ', recovery: {}, earlier: [], for: undefined } }];
    expect(read(write(rules)).rules).toEqual([{ metric: 'A', rule: { critical: 5 } }]);
  });

  it('imports the template', () => {
    const rules = exampleRules(plain);
    expect(read(write(rules))).toMatchObject({ rules, problems: [] });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyText, fc.string({ unit: 'binary' })), (text) => {
        const reading = read(text);
        expect(words(reading).filter((word) => word === '')).toEqual([]);
      })
    );
  });
});

describe('readYaml', () => {
  it('is what a person would write', () => {
    const text = [
      'protocolRules: 1',
      'rules:',
      '  - metric: Lead conversion',
      '    operator: <',
      '    critical: 20',
      '    recovery: { critical: 21 }',
      '    agreedOn: 2026-03-01',
      '    action: |-',
      '      1. Pause',
      '      2. Call',
    ].join('\n');
    const rule = {
      operator: '<',
      critical: 20,
      recovery: { critical: 21 },
      agreedOn: '2026-03-01',
      action: '1. Pause\n2. Call',
    };
    const { rules, problems } = readYaml(text);
    expect({ rules, problems }).toEqual({ rules: [{ metric: 'Lead conversion', rule }], problems: [] });
  });

  it.each<[string, string]>([
    ['a: [', 'This is not YAML, line 1: '],
    ['just text', 'This is not a file of rules. It has to begin with "protocolRules: 1" and have a list of "rules".'],
    [
      'protocolRules: 2\nrules: []',
      'The file says "protocolRules: 2"; this plugin reads 1. Export it anew, or update the plugin.',
    ],
    ['protocolRules: 1\nrules: []\nnote: x', '"note" is not a part of a rule file and was left out.'],
    ['protocolRules: 1\nrules: [{ owner: Ana }]', 'Rule 1 names no metric and was left out. Write "metric: …" in it.'],
    ['protocolRules: 1\nrules: [5]', 'Rule 1 names no metric and was left out. Write "metric: …" in it.'],
    [
      'protocolRules: 1\nrules: [{ metric: A }, { metric: A }]',
      'Rule 2 is a second one for "A" and was left out. Write former versions as "earlier" of one rule.',
    ],
    [
      'protocolRules: 1\nrules: [{ metric: A, for: soon }]',
      'Rule 1 (A), For how long: "soon" is not a duration. Write it like 2d, 2 days or 1h30m.',
    ],
    [
      'protocolRules: 1\nrules: [{ metric: A, earlier: [{ for: soon, validFrom: 2026-01-01 }] }]',
      'Rule 1 (A), version 2026-01-01, For how long: "soon" is not a duration.',
    ],
  ])('%j', (text, message) => {
    expect(words(readYaml(text))).toEqual([expect.stringContaining(message)]);
  });

  it('refuses aliases that grow without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`
      );
    }
    expect(readYaml(lines.join('\n'))).toMatchObject({ rules: [], problems: [{ code: 'notYaml' }] });
  });
});

describe('readRuleFile', () => {
  it('never throws', () => {
    const entry = fc.oneof(
      fc.anything(),
      fc.record({ metric: fc.constantFrom('A', 'B', 5), critical: fc.anything(), earlier: fc.anything() })
    );
    const file = fc.oneof(fc.anything(), fc.record({ protocolRules: fc.constantFrom(1, 2), rules: fc.array(entry) }));
    fc.assert(
      fc.property(file, (raw) => {
        const { rules } = readRuleFile(raw);
        expect(new Set(rules.map(({ metric }) => metric)).size).toBe(rules.length);
      }),
      { numRuns: 1000 }
    );
  });
});

describe('readCsv', () => {
  it.each([
    ['commas', 'metric,operator,warning,critical\nA,<,,12.34\n', 12.34],
    ['semicolons and a decimal comma', 'Metric;Operator;Critical\r\nA;<;0,5\r\n', 0.5],
    ['tabs', 'KPI\tact when\tred\nA\tbelow\t20\n', 20],
    ['a byte order mark', '\uFEFFmetric,operator,critical\nA,<,20', 20],
  ])('reads %s', (_, text, critical) => {
    expect(readCsv(text)).toMatchObject({ rules: [{ metric: 'A', rule: { operator: '<', critical } }], problems: [] });
  });

  it('does not guess what a file with semicolons means', () => {
    expect(words(readCsv('metric;critical\nA;1.234'))).toEqual([
      expect.stringContaining('can be read as 1.234 and as 1234'),
    ]);
    expect(readCsv('metric;critical\nA;1.234', { decimal: ',' }).rules[0].rule.critical).toBe(1234);
  });

  it('reads percent where the unit of the metric is known', () => {
    const text = 'metric,critical\nA,20 %\n';
    expect(readCsv(text, { unitOf: () => ({ unit: 'percentunit' }) }).rules[0].rule).toEqual({ critical: 0.2 });
    expect(words(readCsv(text))).toEqual([expect.stringContaining('Row 2, column critical: "20 %" is percent; the metric may not be.')]);
  });

  it('says where a quote is missing', () => {
    expect(words(readCsv('metric,owner\n"A,b'))).toContainEqual(expect.stringContaining('This is not CSV'));
  });
});

describe('toCsv', () => {
  const cells = (owner: string, critical: number | [number, number] = -5) => {
    const [headers, row] = Papa.parse<string[]>(toCsv([{ metric: 'A', rule: { owner, critical } }])).data;
    return Object.fromEntries(headers.map((header, index) => [header, row[index]]));
  };

  it('has a column for every field, what makes a rule first, in words that the reader of sheets knows', () => {
    const [headers] = Papa.parse<string[]>(toCsv([])).data;
    expect(headers.slice(0, 7).map((header) => header.replace('\uFEFF', ''))).toEqual([
      'Metric',
      'Act when',
      'Critical',
      'For how long',
      'Who acts',
      'First step',
      'Tell if nobody acts',
    ]);
    const { columns, problems } = readColumns({ headers, rows: [headers] }, RULE_COLUMN_NAMES);
    expect(columns.map(({ field }) => field).sort()).toEqual([...RULE_COLUMNS].sort());
    expect(problems).toEqual([]);
  });

  it.each([...OPERATORS, 'auto'] as const)('writes the operator %s as a word', (operator) => {
    const text = toCsv([{ metric: 'A', rule: { operator } }]);
    expect(Papa.parse<string[]>(text).data[1][1]).toMatch(/^[a-z ]+$/);
    expect(readCsv(text).rules).toEqual([{ metric: 'A', rule: { operator } }]);
  });

  it('keeps negative numbers numbers', () => {
    expect(cells('x', -5).Critical).toBe('-5');
    expect(cells('x', [-5, -3]).Critical).toBe("'-5 to -3");
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '＝1', '=HYPERLINK("https://x","y")'])(
    'writes %j so that no spreadsheet runs it',
    (text) => {
      expect(cells(text)['Who acts']).toMatch(/^'/);
    }
  );

  it('leaves no cell that begins as a formula, whatever the delimiter that it is read with', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('"', '\0'),
        (rules, delimiter, quoteChar) => {
          const rows = Papa.parse<string[]>(toCsv(rules), { delimiter, quoteChar }).data;
          const formulas = rows
            .flat()
            .filter((cell) => /^"?[=+\-@\t\r＝＋－＠]/.test(cell) && !/^"?-[\d.e+-]+"?$/.test(cell));
          expect(formulas).toEqual([]);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('undoes exactly what it did to a text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unguardFormulas(guardFormulas(text))).toBe(text);
      }),
      { numRuns: 5000 }
    );
  });
});
