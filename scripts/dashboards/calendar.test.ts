import { germanHolidays, workingMondays } from './calendar.mjs';

describe('the holidays of all of Germany', () => {
  it('are those of a year, ascending', () => {
    const holidays = germanHolidays(Date.parse('2026-07-01T00:00:00Z'));
    expect(holidays.filter((day) => day.startsWith('2026'))).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it.each([
    [2025, '2025-04-21'],
    [2027, '2027-03-29'],
    [2028, '2028-04-17'],
    [2038, '2038-04-26'],
    [2285, '2285-03-23'],
  ])('have the Easter Monday of %p', (year, monday) => {
    expect(germanHolidays(Date.UTC(year, 5, 1))).toContain(monday);
  });

  it.each(['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'])('reach half a year back and ahead on %s', (now) => {
    expect(germanHolidays(Date.parse(now))).toEqual(expect.arrayContaining(['2025-10-03', '2026-05-01']));
  });
});

it('passes over Mondays that are holidays, and over today before its figures are in', () => {
  const days = (now: string) =>
    workingMondays(Date.parse(now), 3).map((time) => new Date(time).toISOString().slice(5, 10));
  expect(days('2026-04-13T05:59:00Z')).toEqual(['03-16', '03-23', '03-30']);
  expect(days('2026-04-13T06:00:00Z')).toEqual(['03-23', '03-30', '04-13']);
});
