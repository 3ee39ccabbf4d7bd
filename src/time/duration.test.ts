import fc from 'fast-check';

import { formatDuration, formatElapsed, parseDuration } from './duration';
import { DAY, HOUR, MINUTE, SECOND } from './units';

describe('parseDuration', () => {
  it.each([
    ['5m', 5 * MINUTE],
    ['1d', DAY],
    ['1h30m', 90 * MINUTE],
    ['0', 0],
    ['0s', 0],
    ['1y', 365 * DAY],
    ['2w', 14 * DAY],
    ['500ms', 500],
    ['1m1ms', MINUTE + 1],
    [' 5m ', 5 * MINUTE],
    ['90m', 90 * MINUTE],
    ['1y2w3d4h5m6s7ms', 365 * DAY + 14 * DAY + 3 * DAY + 4 * HOUR + 5 * MINUTE + 6 * SECOND + 7],
  ])('%j', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    '',
    ' ',
    '5',
    '2 dayz',
    '-5m',
    '1.5h',
    '1h 30m',
    '30m1h',
    '1m1m',
    'm',
    '5M',
    '5min',
    '1d0',
    '١m',
    '9'.repeat(30) + 's',
  ])('is none: %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('reads back what it is made of', () => {
    const part = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(part, part, part, (hours, minutes, ms) => {
        expect(parseDuration(`${hours}h${minutes}m${ms}ms`)).toBe(hours * HOUR + minutes * MINUTE + ms);
      })
    );
  });
});

describe('formatElapsed', () => {
  it.each([
    [0, '0 s'],
    [400, '400 ms'],
    [MINUTE - 1, '59 s'],
    [MINUTE, '1 min'],
    [90 * SECOND, '1 min'],
    [40 * MINUTE + SECOND, '40 min'],
    [HOUR + 30 * SECOND, '1 h'],
    [3 * HOUR + 4 * MINUTE + 59 * SECOND, '3 h 4 min'],
    [3 * DAY + 4 * HOUR + 59 * MINUTE, '3 d 4 h'],
    [Infinity, '∞'],
    [-5, '0 s'],
  ])('%d ms', (ms, text) => {
    expect(formatElapsed(ms)).toBe(text);
  });

  it('is never longer than it was, and from a minute on has no seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (ms) => {
        expect(formatElapsed(ms)).toMatch(ms < MINUTE ? /^\d+ m?s$/ : /^[1-9]\d* (min|h|d|w)( [1-9]\d* (min|h))?$/);
      })
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [NaN, '0 s'],
    [Infinity, '∞'],
    [1, '1 ms'],
    [999, '999 ms'],
    [12 * SECOND, '12 s'],
    [MINUTE - 1, '59 s'],
    [45 * MINUTE, '45 min'],
    [90 * MINUTE, '1 h 30 min'],
    [DAY - 1, '23 h 59 min'],
    [2 * DAY, '2 d'],
    [3 * DAY + 4 * HOUR + 59 * MINUTE, '3 d 4 h'],
    [3 * DAY + 20 * MINUTE, '3 d'],
    [7 * DAY, '7 d'],
    [14 * DAY, '2 w'],
    [15 * DAY, '15 d'],
    [14 * DAY + HOUR, '14 d 1 h'],
  ])('%d ms', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('has at most two units, and never a zero beside another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (ms) => {
        expect(formatDuration(ms)).toMatch(/^[1-9]\d* (ms|s|min|h|d|w)( [1-9]\d* (s|min|h))?$/);
      })
    );
  });
});
