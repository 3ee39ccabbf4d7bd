import { readNumber, writeNumber } from './numberText';

describe('readNumber', () => {
  it.each([
    ['', {}, undefined],
    ['  ', {}, undefined],
    ['0', {}, 0],
    ['-1.5', {}, -1.5],
    ['2.7', { integer: true }, 2],
    ['-2.1', { integer: true }, -3],
    ['5', { min: 6, max: 10 }, 6],
    ['6', { min: 6, max: 10 }, 6],
    ['11', { min: 6, max: 10 }, 10],
    ['abc', {}, NaN],
  ])('reads %j with %j as %p', (text, limits, expected) => {
    expect(readNumber(text, limits)).toBe(expected);
  });
});

describe('writeNumber', () => {
  it.each([
    [0, '0'],
    [undefined, ''],
    [null, ''],
    [NaN, ''],
    ['80', ''],
  ])('writes %p as %j', (value, expected) => {
    expect(writeNumber(value)).toBe(expected);
  });
});
