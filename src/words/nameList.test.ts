import { nameList } from './nameList';
import { plain as t } from '../testing/plain';

describe('nameList', () => {
  it.each([
    [['A'], 'A'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C, D, E'],
    [['A', 'B', 'C', 'D', 'E', 'F', 'G'], 'A, B, C, D, E and 2 more'],
  ])('%j reads %j', (names, words) => {
    expect(nameList(t, names)).toBe(words);
  });
});
