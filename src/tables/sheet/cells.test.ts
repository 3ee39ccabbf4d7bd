import fc from 'fast-check';

import { parseDay } from '../../time/calendar';
import { parseDuration } from '../../time/duration';
import { isoDay, momentText, readDateCell } from './dateCell';
import type { DecimalMark } from '../../rule/cells/decimal';
import { decimalOf, readNumber } from '../../rule/cells/decimal';
import { readDurationCell } from '../../rule/cells/durationCell';
import { readLevelCell } from '../../rule/cells/levelCell';
import { readOperator } from '../../rule/cells/operatorWords';
import { isRefusal, readQuantity } from '../../rule/cells/quantity';
import type { ValueUnit } from '../../rule/cells/units';
import { inUnitOf } from '../../rule/cells/units';

describe('readNumber', () => {
  it.each<[string, number]>([
    ['20', 20],
    ['-20', -20],
    ['+5', 5],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['20.', 20],
    ['0,5', 0.5],
    ['12,75', 12.75],
    ['1e-7', 1e-7],
    ['1.5E3', 1500],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['12,34,567', 1234567],
    ['1 234', 1234],
    ["1'234.5", 1234.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1234,567', 1234.567],
  ])('%j', (text, value) => {
    expect(readNumber(text)).toEqual({ value });
  });

  it.each<[string, number, number]>([
    ['1,234', 1.234, 1234],
    ['1.234', 1.234, 1234],
    ['-12,345', -12.345, -12345],
  ])('%j can be read in two ways, unless the sheet says how', (text, asFraction, asThousands) => {
    const reading = readNumber(text);
    expect(reading).toMatchObject({ code: 'ambiguousNumber' });
    const comma = text.includes(',');
    expect(readNumber(text, comma ? ',' : '.')).toEqual({ value: asFraction });
    expect(readNumber(text, comma ? '.' : ',')).toEqual({ value: asThousands });
  });

  it.each<[string, DecimalMark]>([
    ['1,5', '.'],
    ['1.5', ','],
    ['1.234,5', '.'],
  ])('%j does not fit a sheet with %j', (text, decimal) => {
    expect(readNumber(text, decimal)).toEqual({ code: 'wrongDecimal' });
  });

  it.each(['', 'x', '1,23,4', '1,2345.5', '--5', '1 2', '1.2.3', '0,123,456', '1e999', '1'.repeat(100)])(
    'is none: %j',
    (text) => {
      expect(readNumber(text)).toEqual({ code: 'notANumber' });
    }
  );

  it('reads every number that JSON writes, if fractions have a point', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value), '.')).toEqual({ value: value + 0 === 0 ? 0 : value });
      })
    );
  });

  it('reads any text in no time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '2', ',', '.', ' ', "'", 'e', '-'), maxLength: 300 }),
        (text) => {
          const start = performance.now();
          readNumber(text);
          readLevelCell(text);
          readDurationCell(text, {});
          expect(performance.now() - start).toBeLessThan(200);
        }
      )
    );
  });
});

describe('decimalOf', () => {
  it.each<[string[], DecimalMark | undefined]>([
    [['20', '1,234', '0.5'], '.'],
    [['1.234', '12,75 %'], ','],
    [['1,234', '1.234'], undefined],
    [['0.5', '0,5'], undefined],
    [['0.5..1.5', '1,234'], '.'],
    [[], undefined],
  ])('%j', (texts, decimal) => {
    expect(decimalOf(texts)).toBe(decimal);
  });
});

describe('units', () => {
  const read = (text: string, metric: ValueUnit, headerUnit?: string) => {
    const quantity = readQuantity(text);
    const value = isRefusal(quantity) ? quantity : inUnitOf(quantity, metric, headerUnit);
    return typeof value === 'number' ? value : value.code;
  };
  const percent = { unit: 'percent' };
  const share = { unit: 'percentunit' };

  it.each<[string, ValueUnit, number | string]>([
    ['20 %', percent, 20],
    ['20%', share, 0.2],
    ['0.7 percent', share, 0.007],
    ['7 %', share, 0.07],
    ['20 %', {}, 'percentUndecided'],
    ['20 %', { affixes: ['%'] }, 20],
    ['6 h', { unit: 'h' }, 6],
    ['6 h', { unit: 's' }, 21600],
    ['90 min', { unit: 'h' }, 1.5],
    ['6 h', {}, 'unknownUnit'],
    ['5 m', { unit: 'lengthm', affixes: ['m'] }, 5],
    ['5 M', { unit: 'lengthm', affixes: ['m'] }, 5_000_000],
    ['5 m', {}, 'unknownUnit'],
    ['1.5k', {}, 1500],
    ['€ 2 M', { affixes: ['€'] }, 2_000_000],
    ['-$5', { affixes: ['$'] }, -5],
    ['$5', { affixes: ['€'] }, 'unknownUnit'],
    ['20 Leads', { affixes: ['leads'] }, 20],
    ['− 5', {}, -5],
    ['5 constructor', { unit: 's' }, 'unknownUnit'],
    ['v2.5b', {}, 'unknownUnit'],
    ['1.2.3.4', {}, 'notANumber'],
    ['twenty', {}, 'notANumber'],
  ])('%j with %j', (text, metric, expected) => {
    expect(read(text, metric)).toBe(expected);
  });

  it('does not guess whether a number under a percent header counts to 1', () => {
    expect(read('20', share, '%')).toBe('percentUndecided');
    expect(read('20', percent, '%')).toBe(20);
    expect(read('20', {}, '%')).toBe(20);
  });
});

describe('readLevelCell', () => {
  const read = (cell: unknown) => {
    const level = readLevelCell(cell);
    return isRefusal(level) ? level.code : [level.operator, ...level.quantities.map(({ value }) => value)];
  };

  it.each<[unknown, unknown]>([
    [20, [undefined, 20]],
    [
      [2, 4],
      [undefined, 2, 4],
    ],
    ['20', [undefined, 20]],
    ['< 20', ['<', 20]],
    ['≥20 %', ['>=', 20]],
    ['below 20', ['<', 20]],
    ['At least 20', ['>=', 20]],
    ['less than or equal to 5', ['<=', 5]],
    ['2 to 4', [undefined, 2, 4]],
    ['2..4', [undefined, 2, 4]],
    ['2 – 4', [undefined, 2, 4]],
    ['2–4', [undefined, 2, 4]],
    ['2-4', [undefined, 2, 4]],
    ['-2-4', [undefined, -2, 4]],
    ['-5 to -3', [undefined, -5, -3]],
    ['-5 - -3', [undefined, -5, -3]],
    ['1e-7 to 2e-7', [undefined, 1e-7, 2e-7]],
    ['0.5…1.5', [undefined, 0.5, 1.5]],
    ['[2, 4]', [undefined, 2, 4]],
    ['between 2 and 4', ['inside', 2, 4]],
    ['outside 2 % to 4 %', ['outside', 2, 4]],
    ['from 2 to 4', ['insideIncluded', 2, 4]],
    ['2, 4', 'notANumber'],
    ['[1, 2, 3]', 'notANumber'],
    ['overdue', 'notANumber'],
    ['1,234 to 2', 'ambiguousNumber'],
    [NaN, 'notANumber'],
    [Infinity, 'notANumber'],
    [[1], 'notANumber'],
    [[1, 'x'], 'notANumber'],
    [true, 'notANumber'],
    [{}, 'notANumber'],
    // What stands beside a number is judged with the metric.
    ['= 5', [undefined, 5]],
  ])('%j', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });

  it("takes a range's unit for both ends", () => {
    const level = readLevelCell('2 to 4 %');
    expect(isRefusal(level) ? [] : level.quantities.map(({ units }) => units)).toEqual([['%'], ['%']]);
  });
});

describe('readOperator', () => {
  it.each([
    ['<', '<', ''],
    ['Below', '<', ''],
    ['less than', '<', ''],
    ['is at most'.slice(3), '<=', ''],
    ['=>', '>=', ''],
    ['at least', '>=', ''],
    ['not between', 'outside', ''],
    ['within_range', 'inside', ''],
    ['outsideIncluded', 'outsideIncluded', ''],
    ['at or outside', 'outsideIncluded', ''],
    ['AUTO', 'auto', ''],
    ['below 1.5M', '<', '1.5M'],
  ])('%j', (text, operator, rest) => {
    expect(readOperator(text)).toEqual({ operator, rest });
  });

  it.each(['min', 'max', 'from', 'up to', '=', 'overdue', '', 'equals'])('is none: %j', (text) => {
    expect(readOperator(text)).toBeUndefined();
  });
});

describe('readDateCell where somebody writes it now', () => {
  it.each([
    ['today', '2026-11-27'],
    ['Yesterday', '2026-11-26'],
    ['tomorrow', '2026-11-28'],
  ])('reads %s', (text, day) => {
    const reading = readDateCell(text, parseDay('2026-11-27'));
    expect(isRefusal(reading) ? reading : isoDay(reading, 'UTC')).toBe(day);
    // In a sheet it would be another day tomorrow.
    expect(readDateCell(text)).toEqual({ code: 'notADate' });
  });
});

describe('readDurationCell', () => {
  it('takes no for an answer where the field asks whether at all', () => {
    expect(readDurationCell('No', { asksWhether: true })).toBe('0');
    expect(readDurationCell('No', {})).toMatchObject({ code: 'notADuration' });
  });

  it.each<[unknown, string]>([
    ['2d', '2d'],
    ['1h30m', '1h30m'],
    ['90m', '90m'],
    ['2 days', '2d'],
    ['48h', '48h'],
    ['48 Hours', '48h'],
    ['1 hour 30 minutes', '1h30m'],
    ['1 h, 30 min', '1h30m'],
    ['1 day and 2 hours', '1d2h'],
    ['1.5 h', '1h30m'],
    ['0,5 days', '12h'],
    ['2 weeks', '2w'],
    ['500 ms', '500ms'],
    [0, '0'],
    ['at once', '0'],
  ])('%j', (cell, text) => {
    expect(readDurationCell(cell, {})).toBe(text);
    expect(parseDuration(text)).toBeDefined();
  });

  it.each<[unknown, string]>([
    ['1 month', 'ambiguousDuration'],
    ['3M', 'ambiguousDuration'],
    ['1 quarter', 'ambiguousDuration'],
    ['2 working days', 'workingDuration'],
    ['2 business days', 'workingDuration'],
    ['2', 'durationWithoutUnit'],
    [2, 'durationWithoutUnit'],
    ['1:30', 'notADuration'],
    ['soon', 'notADuration'],
    ['-2 days', 'notADuration'],
    ['1,234 h', 'ambiguousNumber'],
    ['0.0001 ms', 'notADuration'],
    [true, 'notADuration'],
    ['2 days or so', 'notADuration'],
  ])('refuses %j', (cell, code) => {
    expect(readDurationCell(cell, {})).toMatchObject({ code });
  });

  it("takes the header's unit for a number alone", () => {
    expect(readDurationCell('2', { headerUnit: 'days' })).toBe('2d');
    expect(readDurationCell(1.5, { headerUnit: 'h' })).toBe('1h30m');
    expect(readDurationCell('48h', { headerUnit: 'days' })).toBe('48h');
    expect(readDurationCell('2', { headerUnit: '%' })).toMatchObject({ code: 'notADuration' });
  });
});

describe('readDateCell', () => {
  const day = (cell: unknown, timeZone = 'UTC') => {
    const date = readDateCell(cell);
    return isRefusal(date) ? date.code : isoDay(date, timeZone);
  };

  it.each<[unknown, string]>([
    ['2026-09-01', '2026-09-01'],
    [' 2026/9/1 ', '2026-09-01'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['03/03/2026', '2026-03-03'],
    ['31.12.2026', '2026-12-31'],
    ['1.12.2026', '2026-12-01'],
    ['01.12.2026', '2026-12-01'],
    ['1. 12. 2026', '2026-12-01'],
    ['3.4.2026', '2026-04-03'],
    ['29.2.2028', '2028-02-29'],
    ['1 Sep 2026', '2026-09-01'],
    ['1-Sept-2026', '2026-09-01'],
    ['1st September, 2026', '2026-09-01'],
    ['Sep 1, 2026', '2026-09-01'],
    ['2026-09-01 00:00:00', '2026-09-01'],
    ['2026-09-01T00:00:00.000Z', '2026-09-01'],
    [Date.UTC(2026, 8, 1), '2026-09-01'],
    [new Date(Date.UTC(2026, 8, 1)), '2026-09-01'],
    ['03/04/2026', 'ambiguousDate'],
    ['1/12/2026', 'ambiguousDate'],
    ['1-12-2026', 'ambiguousDate'],
    ['12.31.2026', 'notADate'],
    ['13.13.2026', 'notADate'],
    ['29.2.2026', 'notADate'],
    ['31.4.2026', 'notADate'],
    ['1.12.26', 'notADate'],
    ['46266', 'notADate'],
    [46266, 'serialDate'],
    ['2026-02-30', 'notADate'],
    ['30/02/2026', 'notADate'],
    ['1 Sep', 'notADate'],
    ['1 Foo 2026', 'notADate'],
    ['1 may be 2026', 'notADate'],
    ['3/4/26', 'notADate'],
    ['tomorrow', 'notADate'],
    [NaN, 'notADate'],
    [new Date(NaN), 'notADate'],
    [true, 'notADate'],
    ['2026-09-01 07:00', 'momentWithoutZone'],
  ])('%j', (cell, expected) => {
    expect(day(cell)).toBe(expected);
  });

  it('names both readings of a date', () => {
    expect(readDateCell('03/04/2026')).toEqual({ code: 'ambiguousDate', readings: ['2026-04-03', '2026-03-04'] });
  });

  it('takes the day of a moment in the zone of the sheet', () => {
    const midnightInBerlin = Date.UTC(2026, 7, 31, 22);
    expect(day(midnightInBerlin, 'Europe/Berlin')).toBe('2026-09-01');
    expect(day(midnightInBerlin, 'UTC')).toBe('2026-08-31');
    expect(day(midnightInBerlin, 'No/Where')).toBe('2026-08-31');
  });

  it.each<[unknown, string]>([
    ['2026-09-01', '2026-09-01'],
    ['1 Sep 2026', '2026-09-01'],
    ['2026-09-01 07:00 Europe/Berlin', '2026-09-01 07:00 Europe/Berlin'],
    ['2026-09-01 Europe/Berlin', '2026-09-01 Europe/Berlin'],
    ['2026-09-01T07:00:00+02:00', '2026-09-01T07:00:00+02:00'],
    [Date.UTC(2026, 8, 1, 5), '2026-09-01T05:00:00.000Z'],
  ])('writes %j as a moment', (cell, text) => {
    const date = readDateCell(cell);
    expect(isRefusal(date) ? date : momentText(date)).toBe(text);
  });
});
