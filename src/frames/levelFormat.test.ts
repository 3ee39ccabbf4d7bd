import { getValueFormats } from '@grafana/data';
import fc from 'fast-check';

import { levelFormatter } from './levelFormat';

const told = (unit: string | undefined, value: number, config: object = {}) =>
  levelFormatter({ config: { ...config, unit } }, 'Europe/Berlin')(value);

describe('levelFormatter', () => {
  it.each<[unit: string | undefined, value: number, expected: string]>([
    [undefined, 149.6, '149.6'],
    ['none', 150.4, '150.4'],
    ['none', 0.1 + 0.2, '0.30000000000000004'],
    ['none', 1e-9, '1e-9'],
    ['none', 1e24, '1e24'],
    ['none', 0, '0'],
    ['none', -18.04, '-18.04'],
    ['percent', 99.95, '99.95%'],
    ['percent', 20, '20%'],
    ['percentunit', 0.9995, '99.95%'],
    ['percentunit', 0.995, '99.5%'],
    ['percentunit', 0.07, '7%'],
    ['percentunit', 1 / 3, '33.33333333333333%'],
    ['percentunit', 1e-9, '0.0000001%'],
    ['currencyUSD', 12340, '$12.34K'],
    ['currencyUSD', 12390, '$12.39K'],
    ['currencyUSD', -12340, '-$12.34K'],
    ['currencySEK', 1999, '1.999Kkr'],
    ['currency:CAD', 0.99, 'CAD0.99'],
    ['currency:financial:$', 12345.67, '$12,345.67'],
    ['currency:financial:€:suffix', 1234567.891, '1,234,567.891€'],
    ['short', 1234567, '1.234567 Mil'],
    ['short', 1234999, '1.234999 Mil'],
    ['short', 80, '80'],
    ['sishort', 0.0015, '1.5 m'],
    ['si:mW', 1500, '1.5 W'],
    ['count:tickets', 12345, '12.345K tickets'],
    ['locale', 1234567.25, '1,234,567.25'],
    ['sci', 123456, '1.23456e+5'],
    ['hex', 255, 'FF'],
    ['hex0x', 255, '0xFF'],
    ['hex', 25.5, '25.5'],
    ['bytes', 1610612736, '1.5 GiB'],
    ['bytes', 1504000000, '1504000000 B'],
    ['bytes', 1500000000, '1500000000 B'],
    ['decbytes', 1504000000, '1.504 GB'],
    ['kbytes', 1048576, '1 GiB'],
    ['ms', 1999, '1.999 s'],
    ['ms', 2004, '2.004 s'],
    ['ms', 100_000, '100 s'],
    ['ms', 250, '250 ms'],
    ['s', 90, '1.5 mins'],
    ['s', 3600, '1 hour'],
    ['s', 5000, '5000 s'],
    ['s', 864_000, '10 days'],
    ['s', 0.0005, '500 µs'],
    ['h', 36, '1.5 days'],
    ['d', 10, '10 days'],
    ['d', 1, '1 day'],
    ['dtdurationms', 5_400_000, '1 hour, 30 minutes'],
    ['dtdurations', 90_061, '1 day, 1 hour, 1 minute, 1 second'],
    ['dtdurations', 0.25, '250 ms'],
    ['dthms', 5400, '01:30:00'],
    ['dthms', 5400.5, '5400.5 s'],
    ['dtdhms', 90_000, '1 d 01:00:00'],
    ['clocks', 5400, '1h:30m:00s:000ms'],
    ['clockms', -250, '-250 ms'],
    ['dateTimeAsIso', 1795736400000, '2026-11-27 00:40:00 +01:00'],
    ['dateTimeFromNow', 1795736400123, '2026-11-27 00:40:00.123 +01:00'],
    ['time:YYYY', 1795736400000, '2026-11-27 00:40:00 +01:00'],
    ['dateTimeAsUS', 0.5, '0.5'],
    ['bool', 1, '1'],
    ['bool_yes_no', 0.5, '0.5'],
    ['bool:on/off', 0, '0'],
    ['string', 99.95, '99.95'],
    ['prefix:≈', 99.95, '≈99.95'],
    ['suffix:leads', 149.6, '149.6 leads'],
    ['leads', 149.6, '149.6 leads'],
    ['celsius', -18.04, '-18.04 °C'],
    ['reqps', 105.4, '105.4 req/s'],
    ['__proto__', 17.25, '17.25'],
    ['constructor', 17.25, '17.25'],
    ['toString', 17.25, '17.25'],
    ['percent', Infinity, 'Infinity'],
    ['percent', NaN, 'NaN'],
  ])('tells, in %s, %p as %s', (unit, value, expected) => {
    expect(told(unit, value)).toBe(expected);
  });

  it.each<[string, object]>([
    ['decimals', { decimals: 0 }],
    ['mappings', { mappings: [{ type: 'value', options: { 99.95: { text: 'Fine' } } }] }],
    ['a text for what is missing', { noValue: '-' }],
  ])('has no regard for the %s of the field', (_, config) => {
    expect(told('percent', 99.95, config)).toBe('99.95%');
  });

  it('tells the number where the unit is no text', () => {
    expect(levelFormatter({ config: { unit: 7 as unknown as string } })(99.95)).toBe('99.95');
  });

  const units = getValueFormats().flatMap(({ submenu = [] }) => submenu.map(({ value }) => String(value)));
  const made = ['prefix:≈', 'suffix:', 'si:µs', 'count:', 'currency:', 'currency:financial:$', 'bool:a/b', 'time:YYYY'];
  /** A level as a person writes one, or a machine works one out. */
  const level = fc.oneof(
    fc
      .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: -6, max: 9 }))
      .map(([digits, places]) => Number(`${digits}e${places}`)),
    fc.integer({ min: -1000, max: 100_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true })
  );
  /** Levels that are close to each other. */
  const pair = fc.oneof(
    fc.tuple(level, level),
    level.map((value) => [value, Number(value.toPrecision(3))] as const),
    level.map((value) => [value, value * (1 + Number.EPSILON)] as const),
    level.map((value) => [value, -value] as const)
  );

  it('never tells two different levels alike, whatever the unit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...units, ...made), pair, (unit, [one, other]) => {
        fc.pre(one !== other);
        expect(told(unit, one)).not.toBe(told(unit, other));
      }),
      { numRuns: 5000 }
    );
  });

  it('tells a number of the plain units that reads back as the level', () => {
    const plain = fc.constantFrom('none', 'percent', 'celsius', 'suffix:leads', 'string');
    fc.assert(
      fc.property(plain, level, (unit, value) => {
        expect(parseFloat(told(unit, value)) === value).toBe(true);
      })
    );
  });
});
