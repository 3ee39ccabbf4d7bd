import { levelFormatter } from '../../frames/levelFormat';
import { levelReading, readingExample } from './levelReading';

const formatOf = (unit?: string) => levelFormatter({ config: { unit, decimals: 0 } });

it.each<[string | undefined, number | undefined, string | undefined]>([
  ['percent', 20, '%'],
  ['percent', 99.95, '%'],
  ['percent', undefined, '%'],
  ['percentunit', 0.2, '= 20%'],
  ['percentunit', 0.9995, '= 99.95%'],
  ['percentunit', undefined, undefined],
  ['s', 30, 's'],
  ['s', 3600, '= 1 hour'],
  ['currencyEUR', 20, '€'],
  ['currencyEUR', 12340, '= €12.34K'],
  ['suffix:CO2', 2, 'CO2'],
  [undefined, 149.6, undefined],
])('%s of %s reads %s', (unit, value, expected) => {
  expect(levelReading(formatOf(unit), value)).toBe(expected);
});

it('gives an example where levels are told in another way than they are stored', () => {
  expect(readingExample(formatOf('percentunit'))).toBe('0.2 = 20%');
  expect(readingExample(formatOf('percent'))).toBeUndefined();
  expect(readingExample(formatOf())).toBeUndefined();
});
