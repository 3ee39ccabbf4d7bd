import { plain } from '../../testing/plain';
import type { MetricSources } from '../../tables/file/storedRule';
import { importPreview, lostRules } from './importPreview';
import type { FileRule } from '../../tables/file/ruleFile';
import { lostWords, outrankedWords, previewWords, replacedWords } from './importWords';

const STATED: MetricSources[] = [
  { metric: 'Leads', sources: { override: { critical: 20 }, default: { owner: 'Ana' } } },
  { metric: 'Visits', sources: { default: { owner: 'Ana' } } },
  { metric: 'Win rate', sources: { sheet: { critical: 5 } } },
];

describe('importPreview', () => {
  it('says what would change, what not, and what comes first', () => {
    const file = [
      { metric: 'Leads', rule: { critical: 30, owner: 'Ben' } },
      { metric: 'Win rate', rule: { critical: 5 } },
      { metric: 'Gone', rule: { critical: 1 } },
    ];
    const preview = importPreview({ rules: file }, STATED);
    expect(preview).toEqual({
      changed: ['Leads'],
      matched: ['Leads', 'Win rate'],
      without: ['Visits'],
      blank: [],
      shared: [],
      unmatched: ['Gone'],
      overridden: ['Leads'],
    });
    expect(previewWords(plain, preview)).toEqual([
      'Changes 1 metrics: Leads.',
      'Match no metric: Gone.',
      'Not in the file: Visits.',
      'Where a rule for one metric, in an override, says otherwise, it comes first: Leads. Clear those fields there, and the file counts.',
    ]);
  });

  it('tells metrics of one name apart, and that they share a rule', () => {
    const named = ['query A', 'query B'].map((query, index) => ({
      metric: 'Leads',
      label: `Leads (${query})`,
      sources: { default: { critical: index } },
    }));
    const preview = importPreview({ rules: [{ metric: 'Leads', rule: { critical: 1 } }] }, named);
    expect(preview).toMatchObject({ changed: ['Leads (query A)'], shared: ['Leads'] });
    expect(previewWords(plain, preview)).toContain('Several metrics have the same name, and so the same rule: Leads.');
  });

  it('changes nothing where the overrides already say it', () => {
    const preview = importPreview({ rules: [{ metric: 'Leads', rule: { critical: 20 } }] }, STATED.slice(0, 1));
    expect(preview).toMatchObject({ changed: [], overridden: [] });
    expect(previewWords(plain, preview)).toEqual(['No metric gets another rule.']);
  });

  it('says that nothing matches, and does not list all of it', () => {
    expect(
      previewWords(plain, importPreview({ rules: [{ metric: 'X', rule: { owner: 'Ana' } }] }, STATED.slice(0, 2)))
    ).toEqual(['They match no metric of the panel.', 'No metric gets another rule.']);
  });

  it('tells rows that nobody filled in from metrics that are not there', () => {
    const file = { rules: [{ metric: 'Le*', rule: { critical: 9 } }], blank: ['Leads', ' Visits '] };
    const preview = importPreview(file, STATED);
    expect(preview).toMatchObject({ changed: ['Win rate'], without: ['Win rate'], blank: ['Visits'] });
    expect(previewWords(plain, preview)).toContain('No rule yet: Visits.');
  });

  it('leaves a name that is near to one to the problems, which have its row', () => {
    const preview = importPreview({ rules: [{ metric: 'win  rate', rule: { critical: 5 } }] }, STATED);
    expect(preview.unmatched).toEqual([]);
  });

  it.each<[string, object[], string | undefined, string | undefined]>([
    [
      'all of it is outranked',
      [{ metric: 'Leads', rule: { critical: 30 } }],
      undefined,
      'Nothing will change: the panel’s own overrides come first for Leads. Clear those fields there, and the file counts.',
    ],
    ['a part of it is', [{ metric: 'Leads', rule: { critical: 30, for: '2d' } }], undefined, undefined],
    ['it says the same', [{ metric: 'Leads', rule: { critical: 20 } }], undefined, undefined],
    [
      'a query is the rule sheet',
      [{ metric: 'Leads', rule: { for: '2d' } }],
      'S',
      'Query S is the rule sheet, so the imported rules do not count.',
    ],
  ])('says before all else that nothing will change: %s', (_, rules, sheet, words) => {
    const preview = importPreview({ rules: rules as FileRule[] }, STATED.slice(0, 2));
    expect(outrankedWords(plain, preview, sheet)).toBe(words);
    if (words !== undefined) {
      const others = previewWords(plain, preview, sheet).join(' ');
      expect(others).not.toMatch(/another rule|overrides/);
    }
  });

  it('takes away what the former sheet stated', () => {
    expect(importPreview({ rules: [{ metric: 'Win rate', rule: { owner: 'Ana' } }] }, STATED).changed).toEqual([
      'Win rate',
    ]);
  });
});

describe('lostRules', () => {
  const KNOWN: MetricSources[] = [
    { metric: 'Leads', sources: { sheet: { critical: 20 } } },
    { metric: 'Visits', label: 'Visits (query A)', sources: { sheet: { critical: 9 }, default: { owner: 'Ana' } } },
    { metric: 'Win rate', sources: { default: { owner: 'Ana' }, override: { critical: 5 } } },
    { metric: 'Empty', sources: { sheet: {} } },
  ];

  it.each<[string, string[], string[]]>([
    ['all of them', ['Leads', 'Visits'], []],
    ['one of two', ['Leads'], ['Visits (query A)']],
    ['a glob that matches all', ['*'], []],
    ['other metrics alone', ['Churn'], ['Leads', 'Visits (query A)']],
  ])('are those that were imported and are not in a file with %s', (_, names, lost) => {
    const file = names.map((metric) => ({ metric, rule: { critical: 1 } }));
    expect(lostRules(file, KNOWN)).toEqual(lost);
  });

  it('are told first, and with what was imported before', () => {
    expect(lostWords(plain, ['Leads', 'Visits'])).toBe('These lose their rule: Leads, Visits.');
    expect(lostWords(plain, [])).toBeUndefined();
    expect(replacedWords(plain, 0, [])).toBeUndefined();
    expect(replacedWords(plain, 3, [])).toBe('Replaces what was imported before: 3 rules.');
    expect(replacedWords(plain, 3, ['Leads', 'Visits'])).toBe(
      'Replaces what was imported before: 3 rules. 2 metrics get none.'
    );
  });
});
