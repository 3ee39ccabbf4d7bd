import { plain as t } from '../../testing/plain';
import type { MetricSources } from '../../tables/file/storedRule';
import { foldedProblems } from '../../words/foldedProblems';
import { inOrder } from './inOrder';
import { metricChanges } from './metricChanges';
import { readText } from './readImport';

const STATED: MetricSources[] = [
  { metric: 'Leads', sources: {} },
  { metric: 'Visits', sources: { default: { operator: '<' } } },
  { metric: 'Win rate', sources: { override: { warning: 5 }, unit: { unit: 'percent' } } },
];
const METRICS = [{ name: 'Leads' }, { name: 'Visits' }, { name: 'Win rate', unit: 'percent' }];

function read(text: string) {
  const reading = readText(text, { metrics: METRICS, stated: STATED });
  return { told: foldedProblems(t, inOrder(reading.problems)), unclean: reading.unclean ?? [] };
}

const HEADERS = 'Metric;Act when;Warning;Critical;Warning is over at;Critical is over at';

describe('a row whose fields do not fit together', () => {
  const order = (found: string) => `${found} is reached after critical. Choose one that is reached before.`;
  const beyond = (found: string) => `${found} is still beyond its level. Choose one on the good side of it.`;
  const at = (found: string) => `${found} is the level itself, which keeps it open. Leave it out, or go further.`;

  it.each<[string, string | undefined]>([
    ['Leads;below;20;25;;', `Row 2, column Warning: ${order('20')}`],
    ['Leads;above;25;20;;', `Row 2, column Warning: ${order('25')}`],
    ['Leads;outside;2 to 4;1 to 3;;', `Row 2, column Warning: ${order('2, 4')}`],
    ['Leads;below;25;20;;', undefined],
    ['Leads;below;;20;;18', `Row 2, column Critical is over at: ${beyond('18')}`],
    ['Leads;above;;20;;25', `Row 2, column Critical is over at: ${beyond('25')}`],
    ['Leads;at least;;20;;20', `Row 2, column Critical is over at: ${beyond('20')}`],
    ['Leads;above;;20;;20', `Row 2, column Critical is over at: ${at('20')}`],
    ['Leads;below;30;20;30;', `Row 2, column Warning is over at: ${at('30')}`],
    ['Leads;outside;;2 to 4;;2 to 3', `Row 2, column Critical is over at: ${at('2, 3')}`],
    ['Leads;above;;20;;19', undefined],
    ['Leads;above;;20;19;19', undefined],
    [
      'Leads;outside;;20;;',
      'Row 2, column Critical: "20" is not a range. Write its two numbers, or choose another side.',
    ],
    [
      'Leads;above;;2 to 4;;',
      'Row 2, column Critical: "2, 4" is not one number. Write one, like 20, or choose a range.',
    ],
    ['Leads;;;20;;', 'Row 2, column Act when: Which side of "20" is bad? Choose above or below.'],
  ])('%s', (row, words) => {
    const { told, unclean } = read(`${HEADERS}\n${row}\n`);
    expect(told).toEqual(words === undefined ? [] : [words]);
    expect(unclean).toEqual(words === undefined ? [] : ['Leads']);
  });

  it('is judged with what else states its rule', () => {
    expect(read(`${HEADERS}\nVisits;;20;25;;\nWin rate;below;;8 %;;\n`)).toEqual({
      told: [`Rows 2, 3, column Warning: ${order('20')} The same for "5".`],
      unclean: ['Visits', 'Win rate'],
    });
  });

  it('is told of a glob once, and of a metric that is not there as far as the row tells', () => {
    expect(read(`${HEADERS}\n*;below;20;25;;\nElsewhere;;;20;;\n`).told).toEqual([
      expect.stringContaining('Row 2, column Warning: 20 is reached'),
    ]);
  });

  it('is told with the row of its version', () => {
    const text = `${HEADERS};Valid from\nLeads;below;20;25;;;2026-01-01\nLeads;below;25;20;;;2026-06-01\n`;
    expect(read(text).told).toEqual([`Row 2, column Warning: ${order('20')}`]);
  });

  it('names a field that has no column', () => {
    expect(read('Metric;Critical;Counted by\nLeads;above 5;Visits\n').told).toEqual([
      'Row 2, column Counted by: "Visits" has no effect without “Ignore when fewer than”. Write that, too, like 20.',
    ]);
    expect(read('Metric;Critical;Warning\nWin rate;above 3;\n').told).toEqual([`Row 2, column Warning: ${order('5')}`]);
    expect(read('Metric;Critical\nWin rate;above 3\n').told).toEqual([`Row 2, Warning: ${order('5')}`]);
  });

  it('is told beside what can’t be read', () => {
    const text = 'Metric;Act when;Warning;Critical;For\nLeads;below;20;25;soon\n';
    expect(read(text).told).toEqual([
      'Row 2, column For: "soon" is not a duration. Write it like 2 days, 48h or 1h30m.',
      `Row 2, column Warning: ${order('20')}`,
    ]);
  });

  it('has its line in YAML', () => {
    const text =
      'protocolRules: 1\nrules:\n  - metric: Leads\n    operator: <\n    warning: 20\n    critical: 25\n    recovery:\n      critical: 24\n';
    expect(read(text)).toEqual({
      told: [
        `Line 5: Rule 1 (Leads), Warning: ${order('20')}`,
        `Line 8: Rule 1 (Leads), Critical is over at: ${beyond('24')}`,
      ],
      unclean: ['Leads'],
    });
  });
});

describe('a rule of YAML', () => {
  const text = (...fields: string[]) =>
    ['protocolRules: 1', 'rules:', '  - metric: Leads', ...fields.map((field) => `    ${field}`), ''].join('\n');

  it('whose metric is misspelt is told once, first, with its line, and not by its unit', () => {
    const { told, unclean } = read(
      `${text('operator: <', 'critical: 20', 'colour: red')}  - metric: Win Rat\n    operator: <\n    critical: 20 %\n`
    );
    expect(told).toEqual([
      'Line 7: "Win Rat" matches no metric of the panel. Write "Win rate", if that is meant.',
      expect.stringContaining('Line 6: Rule 1 (Leads): "colour" is not a field of a rule.'),
    ]);
    expect(unclean).toEqual(['Leads', 'Win Rat']);
  });

  it('whose glob is misspelt is told as a name is, with its line', () => {
    const text = 'protocolRules: 1\nrules:\n  - metric: Wni *\n    operator: <\n    critical: 20\n';
    expect(read(text)).toEqual({
      told: ['Line 3: "Wni *" matches no metric of the panel. Write "Win *", if that is meant.'],
      unclean: ['Wni *'],
    });
  });

  it.each<[string, string[], object | undefined, string[]]>([
    ['of critical', ['critical: 5', 'recovery: 4'], { critical: 4 }, []],
    ['of warning', ['warning: 5', 'recovery: 4'], { warning: 4 }, []],
    [
      'of which of two',
      ['warning: 4', 'critical: 5', 'recovery: 3'],
      undefined,
      ['Line 7: Rule 1 (Leads): Is 3 of warning or of critical? Write "recovery: {critical: 3}", or warning.'],
    ],
    [
      'of none that it states',
      ['recovery: 3'],
      undefined,
      ['Line 5: Rule 1 (Leads): Is 3 of warning or of critical? Write "recovery: {critical: 3}", or warning.'],
    ],
  ])('may have a recovery without its level: %s', (_, fields, recovery, words) => {
    const { rules } = readText(text('operator: >', ...fields), { metrics: [] });
    expect(rules[0].rule.recovery).toEqual(recovery);
    expect(read(text('operator: >', ...fields)).told).toEqual(words);
  });
});

describe('a recovery without its level, of a metric that has another level elsewhere', () => {
  const text = 'protocolRules: 1\nrules:\n  - metric: Leads\n    operator: >\n    critical: 5\n    recovery: 4\n';
  const beside = (sources: object) => readText(text, { metrics: METRICS, stated: [{ metric: 'Leads', sources }] });

  it.each<[string, object, boolean]>([
    ['none', {}, false],
    ['the same level in an override', { override: { critical: 6 } }, false],
    ['the other level in an override', { override: { warning: 3 } }, true],
    ['the other level in the rule for all', { default: { warning: 3 } }, true],
    ['the other level in the file that goes', { sheet: { warning: 3 } }, false],
  ])('is asked for where nobody can tell: %s', (_, sources, asks) => {
    const { rules, problems } = beside(sources);
    expect(problems.some((one) => one.code === 'rule' && one.problem.code === 'recoveryOfWhich')).toBe(asks);
    expect(rules[0].rule.recovery).toEqual(asks ? undefined : { critical: 4 });
  });

  it('is no change while it is asked for', () => {
    const { rules } = beside({ override: { warning: 3 } });
    const [{ versions }] = metricChanges(rules, [{ metric: 'Leads', sources: { override: { warning: 3 } } }]);
    expect(versions.flatMap((one) => (one.kind === 'removed' ? [] : one.fields.map(({ field }) => field)))).toEqual([
      'operator',
      'critical',
    ]);
  });
});

describe('problems of a text', () => {
  it('are told line by line, whatever found them', () => {
    const rule = (metric: string, ...fields: string[]) => [
      `  - metric: ${metric}`,
      ...fields.map((one) => `    ${one}`),
    ];
    const text = [
      'protocolRules: 1',
      'rules:',
      ...rule('Leads', 'operator: <', 'for: 30', 'warning: 20', 'critical: 25', 'recovery: { critical: 24 }'),
      ...rule('Visits', 'critical: many', 'owner: #web'),
    ].join('\n');
    const lines = read(text).told.map((words) => /^Line (\d+)/.exec(words)?.[1]);
    expect(lines).toEqual(['5', '6', '8', '10', '11']);
  });
});

describe('problems that are alike', () => {
  it.each<[string, string, string[]]>([
    [
      'say the same of several rows',
      'Metric;Act when\nLeads;upside\nVisits;upside\nWin rate;below\n',
      ['Rows 2, 3, column Act when: "upside" is no side of a level. Write it like below, at least, > or outside.'],
    ],
    [
      'differ in what was written',
      'Metric;For\nLeads;5\nVisits;7\nWin rate;5\n',
      [
        'Rows 2, 3, 4, column For: Is "5" seconds, minutes, hours or days? Write the unit, like 5 days. The same for "7".',
      ],
    ],
    [
      'are of other columns',
      'Metric;For;Tell them after\nLeads;5;7\n',
      [
        'Row 2, column For: Is "5" seconds, minutes, hours or days? Write the unit, like 5 days.',
        'Row 2, column Tell them after: Is "7" seconds, minutes, hours or days? Write the unit, like 7 days.',
      ],
    ],
    [
      'are of the rule as a whole',
      'Metric;Act when;Warning;Critical\nLeads;below;20;25\nVisits;below;2;3\n',
      ['Rows 2, 3, column Warning: 20 is reached after critical. Choose one that is reached before. The same for "2".'],
    ],
    [
      'have another mend each',
      'Metric;Act when\nLead;below\nVisit;below\n',
      [
        'Row 2: "Lead" matches no metric of the panel. Write "Leads", if that is meant.',
        'Row 3: "Visit" matches no metric of the panel. Write "Visits", if that is meant.',
      ],
    ],
    [
      'stand on lines',
      'protocolRules: 1\nrules:\n  - metric: Leads\n    for: 5\n  - metric: Visits\n    for: 7\n',
      [
        'Lines 4, 6, For how long: Is "5" seconds, minutes, hours or days? Write the unit, like 5 days. The same for "7".',
      ],
    ],
    [
      'are of many seconds',
      'Metric;For\nLeads;90\n',
      ['Row 2, column For: Is "90" seconds, minutes, hours or days? Write the unit, like 90s.'],
    ],
    [
      'say no year',
      'protocolRules: 1\nrules:\n  - metric: Leads\n    validFrom: 1 Dec\n',
      ['Line 4: Rule 1 (Leads), Valid from: "1 Dec" is not a day. Write it with its year, like 2026-12-01.'],
    ],
    [
      'are in percent',
      'Metric;Act when;Critical\nLeads;above;250 %\n',
      ['Row 2, column Critical: "250 %" is percent; the metric may not be. Write the number as the chart shows it.'],
    ],
  ])('%s', (_, text, words) => {
    expect(read(text).told).toEqual(words);
  });
});
