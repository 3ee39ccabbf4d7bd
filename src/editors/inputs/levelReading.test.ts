import { levelFormatter } from '../../frames/levelFormat';
import { readingExample, toldOtherwise, unitBehind } from './levelReading';

const formatOf = (unit?: string) => levelFormatter({ config: { unit, decimals: 0 } });

it.each<[string | undefined, number, string | undefined, string | undefined]>([
  ['percent', 20, '%', undefined],
  ['percent', 99.95, '%', undefined],
  ['percentunit', 0.2, undefined, '20%'],
  ['percentunit', 0.9995, undefined, '99.95%'],
  ['s', 30, 's', undefined],
  ['s', 3600, undefined, '1 hour'],
  ['currencyEUR', 20, '€', undefined],
  ['currencyEUR', 12340, undefined, '€12.34K'],
  ['suffix:CO2', 2, 'CO2', undefined],
  [undefined, 149.6, undefined, undefined],
])('%s of %s has %s behind it, or is told as %s', (unit, value, behind, told) => {
  expect(unitBehind(formatOf(unit), value)).toBe(behind);
  expect(toldOtherwise(formatOf(unit), value)).toBe(told);
});

it('knows the unit while nothing is stated', () => {
  expect(unitBehind(formatOf('percent'))).toBe('%');
  expect(unitBehind(formatOf('percentunit'))).toBeUndefined();
});

it('gives an example where levels are told in another way than they are stored', () => {
  expect(readingExample(formatOf('percentunit'))).toBe('0.2 = 20%');
  expect(readingExample(formatOf('percent'))).toBeUndefined();
  expect(readingExample(formatOf())).toBeUndefined();
});
