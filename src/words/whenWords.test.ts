import { plain as t } from '../testing/plain';
import { timeWords } from '../locales/timeWords';

const NOW = Date.parse('2026-11-23T09:00:00Z');

describe('timeWords.at', () => {
  it.each([
    ['now itself', '2026-11-23T09:00:00Z', 'today 09:00'],
    ['the first minute of today', '2026-11-23T00:00:00Z', 'today 00:00'],
    ['the last minute of yesterday', '2026-11-22T23:59:00Z', 'yesterday 23:59'],
    ['tomorrow', '2026-11-24T07:00:00Z', 'tomorrow 07:00'],
    ['a day of the last week', '2026-11-20T05:00:00Z', 'Fri 20 Nov 05:00'],
    ['a day of the next week', '2026-11-27T05:00:00Z', 'Fri 27 Nov 05:00'],
    ['exactly a week ago, where the weekday would mislead', '2026-11-16T09:00:00Z', '16 Nov 09:00'],
    ['earlier this year', '2026-03-03T18:00:00Z', '3 Mar 18:00'],
    ['another year', '2025-12-31T18:00:00Z', '31 Dec 2025 18:00'],
  ])('says %s', (_, time, words) => {
    expect(timeWords(t, { now: NOW, timeZone: 'utc' }).at(Date.parse(time))).toBe(words);
  });

  it('has no today without a now', () => {
    expect(timeWords(t, { timeZone: 'utc' }).at(NOW)).toBe('23 Nov 2026 09:00');
  });

  it('counts days in the given time zone', () => {
    const midnightInAuckland = Date.parse('2026-11-23T11:30:00Z');
    expect(timeWords(t, { now: NOW, timeZone: 'Pacific/Auckland' }).at(midnightInAuckland)).toBe('tomorrow 00:30');
  });

  it('counts a day of 23 hours as one day', () => {
    const now = Date.parse('2026-03-29T10:00:00Z');
    const before = Date.parse('2026-03-28T23:30:00Z');
    expect(timeWords(t, { now, timeZone: 'Europe/Berlin' }).at(before)).toBe('today 00:30');
    expect(timeWords(t, { now, timeZone: 'Europe/Berlin' }).at(before - 3_600_000)).toBe('yesterday 23:30');
  });
});

describe('timeWords', () => {
  it('leaves "today" out after "since"', () => {
    const times = timeWords(t, { now: NOW, timeZone: 'utc' });
    expect(times.at(NOW)).toBe('today 09:00');
    expect(times.since(NOW)).toBe('09:00');
    expect(times.since(NOW - 86_400_000)).toBe('yesterday 09:00');
  });

  it.each([
    ['a date, which is midnight in UTC', '2026-09-01T00:00:00Z', '1 Sep'],
    ['midnight in the zone', '2026-08-31T22:00:00Z', '1 Sep'],
    ['a time of day', '2026-09-01T05:00:00Z', '1 Sep 07:00'],
    ['a date of the last days', '2026-11-20T00:00:00Z', 'Fri 20 Nov'],
    ['a date of another year', '2025-12-31T00:00:00Z', '31 Dec 2025'],
    ['today', '2026-11-23T00:00:00Z', 'today'],
    ['tomorrow', '2026-11-24T00:00:00Z', 'tomorrow'],
    ['yesterday', '2026-11-21T23:00:00Z', 'yesterday'],
  ])('leaves the hour out where a day is meant: %s', (_, time, words) => {
    expect(timeWords(t, { now: NOW, timeZone: 'Europe/Berlin' }).day(Date.parse(time))).toBe(words);
  });

  it.each([
    ['a near day of another year', '2026-12-30T15:00:00Z', 'utc', 'Wed 30 Dec 2026'],
    ['the first day of next year, west of Greenwich', '2028-01-01T00:00:00Z', 'America/New_York', '1 Jan 2028'],
  ])('says the year of %s', (_, time, timeZone, words) => {
    const times = timeWords(t, { now: Date.parse('2027-01-03T12:00:00Z'), timeZone });
    expect(times.day(Date.parse(time))).toContain(words);
  });

  it('reads a date in its own calendar, and the day against the clock of the reader', () => {
    const shortlyAfterMidnight = Date.parse('2026-11-23T23:30:00Z');
    const times = timeWords(t, { now: shortlyAfterMidnight, timeZone: 'Europe/Berlin' });
    expect(times.day(Date.parse('2026-11-24T00:00:00Z'))).toBe('today');
  });
});
