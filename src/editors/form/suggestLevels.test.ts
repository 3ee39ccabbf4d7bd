import { suggestLevels } from './suggestLevels';

const HUNDRED = Array.from({ length: 100 }, (_, index) => index + 1);
const seen = {
  samples: { times: HUNDRED, values: HUNDRED.map((value) => value * 1.23456) },
  span: { from: 0, to: 100 },
};

it.each([
  ['>', [122, 117]],
  ['<=', [1.23, 6.17]],
] as const)('suggests critical and warning levels for %s', (operator, levels) => {
  expect(suggestLevels(operator, seen)?.map(({ level }) => level)).toEqual(levels);
});

it('suggests nothing for a range, or without values', () => {
  expect(suggestLevels('outside', seen)).toBeUndefined();
  expect(suggestLevels('>', { ...seen, span: { from: 200, to: 300 } })).toBeUndefined();
});
