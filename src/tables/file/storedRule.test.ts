import fc from 'fast-check';
import { isEqual } from 'lodash';
import Papa from 'papaparse';

import { mergeHistory } from '../../rule/history';
import type { Rule, RuleHistory } from '../../rule/rule';
import type { RuleSources } from '../../rule/sources';
import { readCsv, toCsv } from './csvFile';
import { anyRules, anyText } from '../../testing/arbitraryRules';
import { rulesOfFile } from './rulesOfFile';
import type { FileRule } from './ruleFile';
import { saysSomething, storedRule, storedRules } from './storedRule';

/** What a history says, wherever it was stated: a version that another source states just so changes nothing. */
function told({ versions }: RuleHistory) {
  const said = versions.map(({ validFrom, rule }) => ({ validFrom, ...saidBy(rule) }));
  return said.filter(
    (version, index) => index === 0 || !isEqual({ ...version, validFrom: 0 }, { ...said[index - 1], validFrom: 0 })
  );
}

function saidBy({ text, sources, levelsSource, problems: _, signatures, ...rest }: Rule) {
  const texts = Object.entries(text).map(([field, stated]) => [field, stated.value]);
  return {
    ...rest,
    texts,
    fields: Object.keys(sources).sort(),
    hasLevels: levelsSource !== undefined,
    // What an unsigned source above makes another rule of is, in one row, a changed one.
    isChanged: signatures?.some(({ state, by }) => state === 'changed' || by !== undefined),
  };
}

const anySource = fc.option(
  anyRules.map(([first]) => first?.rule),
  { nil: undefined }
);

const THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 70, color: 'red' },
  ],
  styled: true,
};

describe('storedRule', () => {
  it.each<[string, RuleSources, object]>([
    ['nothing where nothing is stated', {}, {}],
    [
      'the first that gives a field',
      { override: { owner: 'Ana' }, sheet: { owner: 'Ben', critical: 5 }, default: { critical: 6, for: '2d' } },
      { owner: 'Ana', critical: 5, for: '2d' },
    ],
    ['texts as they were written', { sheet: { owner: '${team} lead' } }, { owner: '${team} lead' }],
    [
      'a text that is not blank once its variables are known',
      { override: { owner: '${nobody}' }, default: { owner: 'Ana' }, interpolate: (text) => text.replace(/\$.*/, '') },
      { owner: 'Ana' },
    ],
    [
      'the first schedule, though it can’t be read',
      { override: { due: 'soon' }, default: { due: 'daily 06:00 UTC' } },
      { due: 'soon' },
    ],
    [
      'no schedule behind an age limit that can’t be read',
      { override: { staleAfter: 'x' }, default: { due: 'daily 06:00 UTC' } },
      { unreadable: [{ field: 'staleAfter', written: 'x', code: 'notADuration' }] },
    ],
    [
      'the age and not the schedule, where it is more specific',
      { override: { staleAfter: '2d' }, default: { due: 'daily 06:00 UTC' } },
      { staleAfter: '2d' },
    ],
    [
      'recovery by level',
      { override: { recovery: { critical: 21 } }, sheet: { recovery: { warning: 25, critical: 22 } } },
      { recovery: { warning: 25, critical: 21 } },
    ],
    [
      'no recovery behind one that can’t be read',
      { override: { recovery: { critical: 'x' } }, default: { recovery: { warning: 25, critical: 21 } } },
      { recovery: { warning: 25 }, unreadable: [{ field: 'recoveryCritical', written: 'x', code: 'notANumber' }] },
    ],
    [
      'the versions of all sources',
      { override: { owner: 'Ana' }, sheet: { critical: 5, validFrom: '2026-09-01', earlier: [{ critical: 4 }] } },
      { owner: 'Ana', critical: 5, validFrom: '2026-09-01', earlier: [{ owner: 'Ana', critical: 4 }] },
    ],
  ])('has %s', (_, sources, expected) => {
    expect(storedRule(sources)).toEqual(expected);
  });

  it('is the same rule, exported and imported, at all times', () => {
    fc.assert(
      fc.property(anySource, anySource, anySource, (override, sheet, byDefault) => {
        const sources = { override, sheet, default: byDefault, thresholds: THRESHOLDS };
        const exported = toCsv([{ metric: 'Leads', rule: storedRule(sources) }]);
        const { rules } = rulesOfFile(readCsv(exported).rules, [{ name: 'Leads' }]);
        const imported = mergeHistory({ sheet: rules[0], thresholds: THRESHOLDS });
        expect(told(imported)).toEqual(told(mergeHistory(sources)));
      }),
      { numRuns: 300 }
    );
  });
});

/** Names as people and machines give them: what breaks tables, and globs. */
const anyName = fc.oneof(
  anyText,
  fc.constantFrom('Leads', ' Leads ', 'a, b', '"net" churn', '=1+1', "'=1", 'CPU *', 'a?', 'x\ty', 'two\nlines', '-5')
);

/** What a spreadsheet shows of a CSV file and puts on the clipboard: an apostrophe it may take away stays, too. */
function throughSpreadsheet(csv: string): string {
  const cells = Papa.parse<string[]>(csv.replace('\uFEFF', '')).data;
  return Papa.unparse(cells, { delimiter: '\t', newline: '\r\n' });
}

describe('storedRules', () => {
  const anyStated = fc.array(
    fc.record({ metric: anyName, sources: fc.record({ override: anySource, sheet: anySource, default: anySource }) }),
    { maxLength: 5 }
  );

  it('has each metric once, those without a rule to be filled in', () => {
    const stated = [
      { metric: 'B', sources: {} },
      { metric: 'A', sources: {} },
      { metric: 'A ', sources: { sheet: { owner: 'Ana' } } },
      { metric: ' ', sources: { sheet: { owner: 'Ben' } } },
    ];
    expect(storedRules(stated)).toEqual([
      { metric: 'B', rule: {} },
      { metric: 'A ', rule: { owner: 'Ana' } },
    ]);
  });

  it.each([
    ['as a file', toCsv],
    ['by way of a spreadsheet', (rules: FileRule[]) => throughSpreadsheet(toCsv(rules))],
  ])('is exported and imported as it was, %s', (_, write) => {
    fc.assert(
      fc.property(anyStated, (stated) => {
        const rules = storedRules(stated);
        expect(readCsv(write(rules)).rules).toEqual(rules);
      }),
      { numRuns: 80 }
    );
  });

  it('changes nothing where a template of metrics without rules comes back untouched', () => {
    fc.assert(
      fc.property(fc.array(anyName), (names) => {
        const template = toCsv(storedRules(names.map((metric) => ({ metric, sources: {} }))));
        const { rules } = rulesOfFile(
          readCsv(template).rules.filter(saysSomething),
          names.map((name) => ({ name }))
        );
        expect(rules.filter((rule) => rule !== undefined)).toEqual([]);
      })
    );
  });
});

describe('rulesOfFile', () => {
  it('takes the very name, then the glob that says most, and names the rest', () => {
    const file = ['Sales *', 'Sales EMEA', '*', 'Churn'].map((metric) => ({ metric, rule: { owner: metric } }));
    const { rules, problems } = rulesOfFile(file, [{ name: 'Sales EMEA' }, { name: 'Sales US' }, { name: 'Leads' }]);
    expect(rules.map((rule) => rule?.owner)).toEqual(['Sales EMEA', 'Sales *', '*']);
    expect(problems).toEqual([{ code: 'matchesNothing', found: 'Churn' }]);
  });

  it('names metrics without a rule', () => {
    expect(rulesOfFile([], [{ name: 'Leads' }])).toEqual({
      rules: [undefined],
      names: [undefined],
      problems: [{ code: 'noRow', found: 'Leads' }],
    });
  });
});
