import fc from 'fast-check';

import { parseMoment } from './moment';

it.each([
  ['2026-09-01', '2026-09-01T00:00Z'],
  [' 2026-09-01 ', '2026-09-01T00:00Z'],
  ['2026-09-01 Europe/Berlin', '2026-08-31T22:00Z'],
  ['2026-09-01 07:00 Europe/Berlin', '2026-09-01T05:00Z'],
  ['2026-12-01T7:00 europe/berlin', '2026-12-01T06:00Z'],
  ['2026-09-01 07:00 (UTC)', '2026-09-01T07:00Z'],
  ['2026-09-01T07:00Z', '2026-09-01T07:00Z'],
  ['2026-09-01t07:00:30.5z', '2026-09-01T07:00:30.500Z'],
  ['2026-09-01T07:00:00+02:00', '2026-09-01T05:00Z'],
  ['2026-09-01 07:00 -0330', '2026-09-01T10:30Z'],
  ['2026-09-01T00:00+14:00', '2026-08-31T10:00Z'],
  // Skipped by summer time.
  ['2026-03-29 02:30 Europe/Berlin', '2026-03-29T01:00Z'],
])('%j', (text, moment) => {
  expect(new Date(parseMoment(text).time!)).toEqual(new Date(moment));
});

it.each([
  ['2026-09-01 07:00', 'noZone', '2026-09-01 07:00'],
  ['2026-09-01 07:00 Europe/Berln', 'unknownZone', 'Europe/Berln'],
  ['2026-09-01 +02:00', 'unknownZone', '+02:00'],
  ['2026-02-30', 'notAMoment', '2026-02-30'],
  ['2026-09-01 24:00 UTC', 'notAMoment', '2026-09-01 24:00 UTC'],
  ['1 September 2026', 'notAMoment', '1 September 2026'],
  ['01.09.2026', 'notAMoment', '01.09.2026'],
  ['', 'notAMoment', ''],
])('%j is refused: %s', (text, code, found) => {
  expect(parseMoment(text).problem).toEqual({ code, found });
});

it('reads whatever ISO 8601 writes', () => {
  const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-01-01'), noInvalidDate: true });
  fc.assert(fc.property(dates, (date) => expect(parseMoment(date.toISOString()).time).toBe(date.getTime())));
});

it('reads or refuses whatever is written', () => {
  const property = fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(parseMoment(`2026-09-01${text}`).time ?? parseMoment(text).problem?.code).toBeDefined();
  });
  fc.assert(property, { numRuns: 500 });
});
