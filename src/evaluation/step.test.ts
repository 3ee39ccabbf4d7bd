const ordered = ({ times, values }: { times: number[]; values: Array<number | null> }) => ({
  times,
  values,
  length: times.length,
});
import { medianStep } from './step';

const step = (times: number[], values: Array<number | null> = times.map(() => 1)) =>
  medianStep(ordered({ times, values }));

it.each([
  ['none', [], undefined],
  ['one', [5], undefined],
  ['two', [5, 8], 3],
  ['the middle of three distances', [0, 1, 3, 10], 2],
])('%s', (_, times, expected) => {
  expect(step(times)).toBe(expected);
});

it('nulls are no samples', () => {
  expect(step([0, 1, 2, 3, 4], [1, null, 1, null, 1])).toBe(2);
  expect(step([0, 1, 2], [1, null, null])).toBeUndefined();
});

it('a long series is probed, with long stretches of nulls', () => {
  const times = Array.from({ length: 20_000 }, (_, index) => index * 15);
  expect(step(times)).toBe(15);
  expect(
    step(
      times,
      times.map((_, index) => (index % 1000 < 10 ? 1 : null))
    )
  ).toBe(15);
  expect(
    step(
      times,
      times.map(() => null)
    )
  ).toBeUndefined();
});
