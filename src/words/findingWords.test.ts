import { plain as t } from '../testing/plain';
import { nameList, unmatchedWords } from './findingWords';

describe('nameList', () => {
  it.each([
    [['A'], 'A'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C, D, E'],
    [['A', 'B', 'C', 'D', 'E', 'F', 'G'], 'A, B, C, D, E and 2 more'],
  ])('%j reads %j', (names, words) => {
    expect(nameList(t, names)).toBe(words);
  });
});

describe('unmatchedWords', () => {
  it.each([
    ['override', '“Leads R&D” in an override'],
    ['sheet', '“Leads R&D” in the rule sheet'],
  ] as const)('says where a rule of the %s is stated', (source, words) => {
    expect(unmatchedWords(t, { name: 'Leads R&D', source })).toBe(words);
  });
});
