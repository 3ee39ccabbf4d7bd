import type { FileProblem } from '../../tables/file/fileProblem';
import { inOrder } from './inOrder';

const cell = (row: number | undefined, found: string): FileProblem => ({
  code: 'sheet',
  problem: { code: 'unknownColumn', found, ...(row !== undefined && { row }) },
});
const misspelt: FileProblem = { code: 'sheet', problem: { code: 'matchesNothing', row: 3, found: 'Win Rat' } };

it('tells misspelt names first, then what is about the whole, then each row, its problems as they were found', () => {
  const [whole, second, third, also, ninth] = [
    cell(undefined, 'a header'),
    cell(2, 'a'),
    cell(3, 'b'),
    cell(3, 'c'),
    cell(9, 'd'),
  ];
  expect(inOrder([ninth, second, whole, third, also, misspelt])).toEqual([misspelt, whole, second, third, also, ninth]);
});

it('tells the problems of a text line by line', () => {
  const problems: FileProblem[] = [
    { code: 'noMetric', place: 2, found: 'x', line: 9 },
    { code: 'unknownKey', found: 'y', line: 1 },
  ];
  expect(inOrder(problems)).toEqual([...problems].reverse());
});
