import { plain as t } from '../testing/plain';
import { unmatchedWords } from './findingWords';

describe('unmatchedWords', () => {
  it.each([
    ['override', '“Leads R&D” in a rule for one metric (override)'],
    ['sheet', '“Leads R&D” in the rule sheet'],
  ] as const)('says where a rule of the %s is stated', (source, words) => {
    expect(unmatchedWords(t, { name: 'Leads R&D', source })).toBe(words);
  });
});
