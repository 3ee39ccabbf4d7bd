import { FieldType, createTheme, getDisplayProcessor } from '@grafana/data';

import { levelReading, readingExample } from './levelReading';

const displayOf = (unit?: string) =>
  getDisplayProcessor({ field: { type: FieldType.number, config: { unit } }, theme: createTheme() });

it.each<[string | undefined, number | undefined, string | undefined]>([
  ['percent', 20, '%'],
  ['percent', undefined, '%'],
  ['percentunit', 0.2, '= 20%'],
  ['percentunit', undefined, undefined],
  ['s', 30, 's'],
  ['s', 3600, '= 1 hour'],
  ['currencyEUR', 20, '€'],
  [undefined, 20, undefined],
])('%s of %s reads %s', (unit, value, expected) => {
  expect(levelReading(displayOf(unit), value)).toBe(expected);
});

it('gives an example where a field shows numbers in another way than they are stored', () => {
  expect(readingExample(displayOf('percentunit'))).toBe('0.2 = 20%');
  expect(readingExample(displayOf('percent'))).toBeUndefined();
});
