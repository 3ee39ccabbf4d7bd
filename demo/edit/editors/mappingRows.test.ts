import fc from 'fast-check';
import { MappingType, SpecialValueMatch, ValueMapping } from '@grafana/data';
import { fromRows, MappingRow, toRows } from './mappingRows';

const MAPPINGS: ValueMapping[] = [
  { type: MappingType.ValueToText, options: { a: { text: 'A', index: 0 }, b: { color: 'red', index: 1 } } },
  { type: MappingType.RangeToText, options: { from: 1, to: null, result: { text: 'many', index: 2 } } },
  { type: MappingType.RegexToText, options: { pattern: '^x', result: { text: 'X', index: 3 } } },
  { type: MappingType.SpecialValue, options: { match: SpecialValueMatch.Null, result: { text: '-', index: 4 } } },
];

it('shows a row a value, and saves mappings as they were', () => {
  const rows = toRows(MAPPINGS);
  expect(rows).toHaveLength(5);
  expect(fromRows(rows)).toEqual(MAPPINGS);
});

it('keeps values apart that another mapping stands between', () => {
  const [first, second, range] = toRows(MAPPINGS);
  expect(fromRows([first, range, second]).map(({ type }) => type)).toEqual([
    MappingType.ValueToText,
    MappingType.RangeToText,
    MappingType.ValueToText,
  ]);
});

it('knows no more rows after saving than before, and the same conditions', () => {
  const condition: fc.Arbitrary<MappingRow['condition']> = fc.oneof(
    fc.record({ type: fc.constant(MappingType.ValueToText as const), value: fc.stringMatching(/^[a-z]{1,8}$/) }),
    fc.record({ type: fc.constant(MappingType.RegexToText as const), pattern: fc.string() }),
    fc.record({
      type: fc.constant(MappingType.SpecialValue as const),
      match: fc.constantFrom(...Object.values(SpecialValueMatch)),
    })
  );
  const rows = fc.uniqueArray(fc.record({ condition, result: fc.record({ text: fc.string() }) }), {
    selector: (row) => JSON.stringify(row.condition),
  });
  fc.assert(
    fc.property(rows, (before) => {
      expect(toRows(fromRows(before)).map((row) => row.condition)).toEqual(before.map((row) => row.condition));
    })
  );
});
