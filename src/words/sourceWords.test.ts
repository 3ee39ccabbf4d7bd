import { plain } from '../testing/plain';
import { sourceWords } from './sourceWords';

it.each([
  ['the rule sheet', undefined],
  ['the rule sheet, row 3', { kind: 'sheet', metric: 'Sales *', query: 'S', rows: [3] }],
  // In the order of its versions, and told in that of the sheet.
  ['the rule sheet, rows 2, 11', { kind: 'sheet', metric: 'Leads', query: 'S', rows: [11, 2] }],
  ['the rule file, row “Sales *”', { kind: 'file', metric: 'Sales *' }],
] as const)('names where a rule is kept: %s', (words, row) => {
  expect(sourceWords(plain, 'sheet', row)).toBe(words);
});
