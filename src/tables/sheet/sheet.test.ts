import fc from 'fast-check';

import { plain } from '../../testing/plain';
import { mergeHistory } from '../../rule/history';
import { readRuleInput } from '../../rule/read';
import { ruleSchema } from '../../rule/schema';
import { readColumns } from './columns';
import { plainName } from './plainName';
import { readSheet } from './readSheet';
import { RULE_COLUMN_NAMES, RULE_COLUMNS } from './ruleColumns';
import type { SheetMetric } from './sheetRules';
import { rulesOfSheet } from './sheetRules';
import { sheetProblemWords } from '../../words/sheetWords';
import type { SheetOptions, SheetProblem, SheetTable } from './table';

const table = (headers: unknown[], ...rows: unknown[][]): SheetTable => ({ headers, rows });

/** The rules of a sheet for metrics given by name. */
function rulesFor(sheet: SheetTable, metrics: Array<string | SheetMetric>, options?: SheetOptions) {
  const named = metrics.map((metric) => (typeof metric === 'string' ? { name: metric } : metric));
  return rulesOfSheet(readSheet(sheet, options), named);
}

/** The rule of the one metric "A". */
function ruleOf(sheet: SheetTable, metric: Partial<SheetMetric> = {}, options?: SheetOptions) {
  const { rules, problems } = rulesFor(sheet, [{ name: 'A', ...metric }], options);
  return { input: rules[0]?.input, problems: problems.map(said) };
}

const said = ({ code, row, column }: SheetProblem) =>
  [code, row, column].filter((part) => part !== undefined).join(' ');

describe('columns', () => {
  it.each([
    [['Metric', 'Critical']],
    [['  METRIC ', 'critical']],
    [['KPI', 'Act at']],
    [['series name', 'Red']],
    [['Name', 'Critical (%)']],
    [['metric', 'critical %']],
    [['metric', 'Critical in hours']],
    [['metric', 'critical_level']],
    [['metric', 'Threshold [h]']],
  ])('understands %j', (headers) => {
    expect(ruleOf(table(headers, ['A', 20]))).toEqual({ input: { critical: 20 }, problems: [] });
  });

  it('reads columns in any order', () => {
    const sheet = table(['Owner', 'red', 'operator', 'metric'], ['Ana', 20, '<', 'A']);
    expect(ruleOf(sheet)).toEqual({ input: { operator: '<', critical: 20, owner: 'Ana' }, problems: [] });
  });

  it('takes the first of two columns for one field', () => {
    const sheet = table(['metric', 'Critical', 'Red'], ['A', 20, 30]);
    expect(ruleOf(sheet)).toEqual({ input: { critical: 20 }, problems: ['duplicateColumn Red'] });
  });

  it('names columns that it does not know, but for empty ones', () => {
    const sheet = table(['metric', 'critical', 'Remarks', 'Notes', ''], ['A', 20, 'x', ' ', undefined, 'no header']);
    expect(ruleOf(sheet).problems).toEqual(['unknownColumn Remarks', 'unknownColumn #6']);
  });

  it('names the header that a slip of the pen may mean', () => {
    const { problems } = readSheet(table(['metric', 'Escalte to', 'Region'], ['A', 'VP', 'EMEA']));
    expect(problems.map((problem) => sheetProblemWords(plain, problem))).toEqual([
      'Column Escalte to: "Escalte to" is not a field, so the column has no effect. Write "Escalate to", if that is meant.',
      'Column Region: "Region" is not a field, so the column has no effect. Correct its header (Critical, Who acts, First step…), or leave it as a note.',
    ]);
  });

  it('offers the headers that an ambiguous one could mean', () => {
    const { problems } = readSheet(table(['metric', 'Escalation'], ['A', 'VP']));
    expect(problems.map((problem) => sheetProblemWords(plain, problem))).toEqual([
      'Column Escalation: "Escalation" can mean several fields, so the column has no effect. Write one of: tell if nobody acts, tell them after.',
    ]);
  });

  it('needs a column with the metrics', () => {
    expect(ruleOf(table(['critical'], [20])).problems).toEqual(['noMetricColumn', 'noRow']);
  });

  it('gives every header one meaning', () => {
    const names = RULE_COLUMNS.flatMap((field) => RULE_COLUMN_NAMES.names[field].map(plainName));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(Object.keys(RULE_COLUMN_NAMES.ambiguous).filter((name) => names.includes(name))).toEqual([]);
    const offered = Object.values(RULE_COLUMN_NAMES.ambiguous).flat().map(plainName);
    expect(offered.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('knows every field of a rule by its own name', () => {
    const { columns } = readColumns({ headers: RULE_COLUMNS, rows: [] }, RULE_COLUMN_NAMES);
    expect(columns.map(({ field }) => field)).toEqual(RULE_COLUMNS);
    const stored = Object.keys(ruleSchema.shape).filter(
      (field) => field !== 'earlier' && field !== 'recovery' && field !== 'unreadable'
    );
    expect(stored.filter((field) => !RULE_COLUMNS.some((column) => column === field))).toEqual([]);
  });
});

describe('cells of a row', () => {
  it('reads every field', () => {
    const row = {
      metric: 'A',
      operator: 'below',
      warning: '24 %',
      critical: '20 %',
      recoveryWarning: '24.5',
      recoveryCritical: '21',
      for: '2 days',
      keepFiringFor: '1d',
      staleAfter: '3 days',
      settleAfter: '1 day',
      due: 'weekdays 07:00 Europe/Berlin',
      minVolume: '1.5k',
      volumeSeries: 'Leads',
      noData: 'Keep last state',
      definition: 'Share of leads',
      owner: 'Demand Gen',
      contact: 'ana@example.com',
      notify: '#demand-gen',
      action: '1. Pause\n2. Call',
      runbook: 'https://example.com',
      automation: 'By hand',
      respondWithin: '4 hours',
      respondUrl: 'https://example.com/respond',
      escalateAfter: '5 days',
      escalateTo: 'VP Sales',
      workingHours: 'weekdays 09:00-17:30 Europe/Berlin',
      holidays: '2026-12-25',
      agreedBy: 'Sales and Finance',
      agreedOn: '3 Mar 2026',
      key: 'lead-conversion',
      reviewBy: Date.UTC(2027, 0, 1),
      noRule: 'Shown for context',
      validFrom: '2026-09-01 07:00 Europe/Berlin',
      agreedFingerprint: 'f1-0123abcd',
    };
    const { input, problems } = ruleOf(table(Object.keys(row), Object.values(row)), { unit: 'percent' });
    expect(problems).toEqual([]);
    const { metric, recoveryWarning, recoveryCritical, ...same } = row;
    expect({ metric, recoveryWarning, recoveryCritical }).toBeDefined();
    expect(input).toEqual({
      ...same,
      operator: '<',
      warning: 24,
      critical: 20,
      recovery: { warning: 24.5, critical: 21 },
      for: '2d',
      staleAfter: '3d',
      settleAfter: '1d',
      minVolume: 1500,
      noData: 'keep',
      respondWithin: '4h',
      escalateAfter: '5d',
      agreedOn: '2026-03-03',
      reviewBy: '2027-01-01',
    });
    expect(readRuleInput(input, 'sheet').problems).toEqual([]);
  });

  it.each<[string, unknown[], unknown[], object, string[]]>([
    ['a header that says the side', ['metric', 'Act below'], ['A', 20], { operator: '<', critical: 20 }, []],
    ['a cell that says the side', ['metric', 'critical'], ['A', '> 20'], { operator: '>', critical: 20 }, []],
    ['an operator with its level', ['metric', 'act when'], ['A', 'below 20'], { operator: '<', critical: 20 }, []],
    ['a range', ['metric', 'critical'], ['A', '2 to 4'], { critical: [2, 4] }, []],
    [
      'two sides',
      ['metric', 'operator', 'act below'],
      ['A', '>', 20],
      { operator: '>', critical: 20 },
      ['operatorConflict 2 act below'],
    ],
    [
      'two levels',
      ['metric', 'act when', 'critical'],
      ['A', 'below 20', 30],
      { operator: '<', critical: 30 },
      ['levelTwice 2 act when'],
    ],
    ['auto with a side', ['metric', 'operator', 'act below'], ['A', 'auto', 20], { operator: '<', critical: 20 }, []],
    [
      'a recovery with a sign',
      ['metric', 'critical', 'critical recovers at'],
      ['A', '> 6', '< 5'],
      { operator: '>', critical: 6, recovery: { critical: 5 } },
      [],
    ],
    [
      'a bad cell',
      ['metric', 'critical', 'owner'],
      ['A', 'lots', 'Ana'],
      { owner: 'Ana', unreadable: [{ field: 'critical', written: 'lots', code: 'notANumber' }] },
      ['notANumber 2 critical'],
    ],
    [
      'an end that can’t be read',
      ['metric', 'recovery critical', 'keep firing for'],
      ['A', 'soon', 'a while'],
      {
        unreadable: [
          { field: 'recoveryCritical', written: 'soon', code: 'notANumber' },
          { field: 'keepFiringFor', written: 'a while', code: 'notADuration' },
        ],
      },
      ['notANumber 2 recovery critical', 'notADuration 2 keep firing for'],
    ],
    ['a variable in a date', ['metric', 'agreed on'], ['A', '${agreed}'], { agreedOn: '${agreed}' }, []],
    ['a failed formula', ['metric', 'owner'], ['A', '#REF!'], { owner: '#REF!' }, ['sheetError 2 owner']],
    ['a failed date', ['metric', 'reviewBy'], ['A', '#N/A'], {}, ['sheetError 2 reviewBy']],
    ['no word for how long values change', ['metric', 'settleAfter'], ['A', 'no'], { settleAfter: '0' }, []],
    [
      'a schedule without a zone',
      ['metric', 'due'],
      ['A', 'weekdays 07:00'],
      { due: 'weekdays 07:00' },
      ['rule 2 due'],
    ],
    ['a number as text', ['metric', 'contact'], ['A', 4917012345], { contact: '4917012345' }, []],
    ['no text', ['metric', 'owner'], ['A', { a: 1 }], {}, ['notAText 2 owner']],
    [
      'a volume with a unit',
      ['metric', 'min volume'],
      ['A', '20 leads'],
      { unreadable: [{ field: 'minVolume', written: '20 leads', code: 'notAVolume' }] },
      ['rule 2 min volume'],
    ],
    [
      'a negative volume',
      ['metric', 'min volume'],
      ['A', -5],
      { unreadable: [{ field: 'minVolume', written: '-5', code: 'notAVolume' }] },
      ['rule 2 min volume'],
    ],
    ['a choice that is none', ['metric', 'no data'], ['A', 'panic'], {}, ['unknownNoData 2 no data']],
    ['no fingerprint', ['metric', 'agreed fingerprint'], ['A', 'x'], {}, ['rule 2 agreed fingerprint']],
    ['no fingerprint', ['metric', 'fingerprint'], ['A', 'x'], {}, ['rule 2 fingerprint']],
    ['blank cells', ['metric', 'critical', 'owner'], ['A', '', null], {}, []],
    [
      'an operator that is none',
      ['metric', 'operator'],
      ['A', 'max'],
      { unreadable: [{ field: 'operator', written: 'max', code: 'unknownOperator' }] },
      ['unknownOperator 2 operator'],
    ],
  ])('%s', (_, headers, row, input, problems) => {
    expect(ruleOf(table(headers, row))).toEqual({ input, problems });
  });

  it('lets the cells of a sheet decide how it writes fractions', () => {
    const sheet = (other: string) => table(['metric', 'critical'], ['A', '1,234'], ['B', other]);
    const critical = (other: string, options?: SheetOptions) =>
      rulesFor(sheet(other), ['A', 'B'], options).rules[0]?.input.critical;
    expect(critical('0.5')).toBe(1234);
    expect(critical('0,5')).toBe(1.234);
    expect(critical('5')).toBeUndefined();
    expect(critical('5', { decimal: ',' })).toBe(1.234);
    expect(critical('5', { decimal: '.' })).toBe(1234);
  });

  it('says what is wrong and how to mend it', () => {
    const { problems } = rulesFor(table(['metric', 'critical', 'for'], ['A', '1,234', '1 month']), ['A']);
    expect(problems.map((problem) => sheetProblemWords(plain, problem))).toEqual([
      'Row 2, column critical: "1,234" can be read as 1234 and as 1.234. Write thousands without a mark between.',
      'Row 2, column for: "1 month" is not always as long. Write it like 30 days.',
    ]);
  });

  it('names a row without a metric, and skips empty ones', () => {
    const sheet = table(['metric', 'critical'], [' ', 20], ['', null], ['A', 5]);
    expect(ruleOf(sheet)).toEqual({ input: { critical: 5 }, problems: ['noMetric 2'] });
  });

  it('reads percent by the unit of each metric that a glob matches', () => {
    const sheet = table(['metric', 'critical'], ['*', '20 %']);
    const metrics = [
      { name: 'share', unit: 'percentunit' },
      { name: 'percent', unit: 'percent' },
      { name: 'a' },
      { name: 'b' },
    ];
    const { rules, problems } = rulesFor(sheet, metrics);
    expect(rules.map((rule) => rule?.input.critical)).toEqual([0.2, 20, undefined, undefined]);
    expect(problems.map(said)).toEqual(['percentUndecided 2 critical']);
  });
});

describe('rows of a metric', () => {
  const owners = (rows: unknown[][], metrics: string[]) => {
    const { rules, problems } = rulesFor(table(['metric', 'owner'], ...rows), metrics);
    return { owners: rules.map((rule) => rule?.input.owner), problems: problems.map(said) };
  };

  it('prefers the exact name to a glob, wherever it stands', () => {
    const rows = [
      ['*', 'everybody'],
      ['Sales EMEA', 'Ana'],
    ];
    expect(owners(rows, ['Sales EMEA', 'Churn'])).toEqual({ owners: ['Ana', 'everybody'], problems: [] });
  });

  it('takes the glob that says most about a name', () => {
    const rows = [
      ['*', 'everybody'],
      ['Sales *', 'Sales'],
      ['Sales E*', 'EMEA'],
    ];
    expect(owners(rows, ['Sales EMEA', 'Sales US', 'Churn'])).toEqual({
      owners: ['EMEA', 'Sales', 'everybody'],
      problems: [],
    });
  });

  it('reports globs that compete, and takes the upper one of equals', () => {
    const rows = [
      ['Sales *', 'Sales'],
      ['* EMEA!', 'nobody'],
      ['*les US', 'US'],
    ];
    expect(owners(rows, ['Sales US'])).toEqual({ owners: ['Sales'], problems: ['overlap 2', 'matchesNothing 3'] });
    const [overlap] = rulesFor(table(['metric', 'owner'], ...rows), ['Sales US']).problems;
    expect(sheetProblemWords(plain, overlap)).toBe(
      'Row 2: "Sales US" is matched by "Sales *", which counts, and by "*les US", too. Give the metric a rule with its own name.'
    );
  });

  it('takes a name with a star for a name where a metric is called so', () => {
    const rows = [['Top *', 'Ana']];
    expect(owners(rows, ['Top *', 'Top 10'])).toEqual({ owners: ['Ana', undefined], problems: ['noRow'] });
  });

  it('takes nothing in a name for a regular expression', () => {
    expect(
      owners(
        [
          ['(a+)+$', 'x'],
          ['[', 'y'],
          ['\\', 'z'],
        ],
        ['[']
      )
    ).toEqual({
      owners: ['y'],
      problems: ['matchesNothing 2', 'matchesNothing 4'],
    });
  });

  it('names rows that match nothing, with what may be meant, and metrics without a row', () => {
    const { problems } = rulesFor(table(['metric', 'owner'], ['lead  conversion', 'x'], ['Nothing *', 'y']), [
      'Lead conversion',
    ]);
    expect(problems.map((problem) => sheetProblemWords(plain, problem))).toEqual([
      'Row 2: "lead  conversion" matches no metric of the panel. Write "Lead conversion", if that is meant.',
      'Row 3: "Nothing *" matches no metric of the panel. Write the name as the panel shows it, or remove it.',
      '"Lead conversion" has no row in the sheet. Add a row with its name, or one that matches it, like "Sales *".',
    ]);
  });

  it('ignores spaces at the ends of names', () => {
    expect(owners([[' A ', 'Ana']], ['A'])).toEqual({ owners: ['Ana'], problems: [] });
  });
});

describe('versions', () => {
  const versions = (...rows: unknown[][]) => {
    const { rules, problems } = rulesFor(table(['metric', 'critical', 'valid from'], ...rows), ['A']);
    return { input: rules[0]?.input, rows: rules[0]?.rows, problems: problems.map(said) };
  };

  it('orders the rows of a metric by the moment from which they are valid', () => {
    expect(versions(['A', 3, '2026-09-01 07:00 Europe/Berlin'], ['A', 1], ['A', 2, '2026-09-01'])).toEqual({
      input: {
        critical: 3,
        validFrom: '2026-09-01 07:00 Europe/Berlin',
        earlier: [{ critical: 1 }, { critical: 2, validFrom: '2026-09-01' }],
      },
      rows: [3, 4, 2],
      problems: [],
    });
  });

  it('takes the upper one of two rows from the same time', () => {
    expect(versions(['A', 1], ['A', 2])).toMatchObject({ input: { critical: 1 }, problems: ['sameVersion 3'] });
  });

  it('leaves out a version of which nobody can tell when it begins', () => {
    const { input, problems } = versions(['A', 1, '2026-09-01'], ['A', 2, '03/04/2026']);
    expect(input).toEqual({ critical: 1, validFrom: '2026-09-01' });
    expect(problems).toEqual(['ambiguousDate 3 valid from', 'noPlace 3']);
  });

  it('keeps the only row of a metric, though its date is bad', () => {
    expect(versions(['A', 1, 'soon'])).toMatchObject({ input: { critical: 1 }, problems: ['notADate 2 valid from'] });
  });

  it('makes a rule that is merged as any other', () => {
    const { input } = versions(['A', '> 1'], ['A', '> 2', '2026-09-01']);
    const history = mergeHistory({ sheet: input });
    expect(history.versions.map(({ validFrom, rule }) => [validFrom, rule.levels[0].condition.bounds])).toEqual([
      [undefined, [1]],
      [Date.UTC(2026, 8, 1), [2]],
    ]);
  });
});

it('never throws, mutates nothing, and makes rules that can be stored', () => {
  const header = fc.oneof(
    fc.constantFrom(...RULE_COLUMNS),
    fc.constantFrom('act below', 'for (days)', 'red (%)'),
    fc.anything()
  );
  const text = fc.constantFrom(
    'A',
    '*',
    '< 20 %',
    '2 to 4',
    '1,234',
    '2 days',
    '1 month',
    '03/04/2026',
    '2026-09-01',
    'below',
    '#N/A'
  );
  const cell = fc.oneof(text, fc.integer(), fc.double(), fc.date(), fc.string(), fc.anything({ withBigInt: true }));
  const sheets = fc.record({
    headers: fc.array(header, { maxLength: 8 }),
    rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(sheets, ({ headers, rows }) => {
      const sheet = { headers: ['metric', ...headers], rows };
      const before = fc.stringify(sheet);
      const { rules, problems } = rulesFor(sheet, ['A', { name: 'B', unit: 'percentunit' }]);
      for (const rule of rules) {
        expect(ruleSchema.safeParse(rule?.input ?? {}).error).toBeUndefined();
      }
      const words = problems.map((problem) => sheetProblemWords(plain, problem));
      expect(words.filter((word) => word.includes('undefined'))).toEqual([]);
      expect(fc.stringify(sheet)).toBe(before);
    }),
    { numRuns: 700 }
  );
});
