import fc from 'fast-check';
import { isEqual } from 'lodash';

import { mergeHistory } from '../../rule/history';
import type { Rule, RuleHistory } from '../../rule/rule';
import type { RuleSources } from '../../rule/sources';
import { readCsv, toCsv } from './csvFile';
import { anyRules } from './rules.testing';
import { rulesOfFile } from './rulesOfFile';
import { storedRule } from './storedRule';

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
    isChanged: signatures?.some(({ state }) => state === 'changed'),
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
      'the schedule that can be read',
      { override: { due: 'soon' }, default: { due: 'daily 06:00 UTC' } },
      { due: 'daily 06:00 UTC' },
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
      problems: [{ code: 'noRow', found: 'Leads' }],
    });
  });
});
