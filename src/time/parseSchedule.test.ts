import fc from 'fast-check';

import { plain } from '../testing/plain';
import { parseDue, parseHolidays, parseWorkingHours } from './parseSchedule';
import type { DueSchedule, Weekday, WorkingHours } from './schedule';
import { scheduleWords } from '../words/scheduleWords';
import { ZONES } from '../testing/wallClock';

const WEEKDAYS = [1, 2, 3, 4, 5];

describe('parseDue', () => {
  it.each<[string, Partial<DueSchedule>]>([
    ['weekdays 07:00 Europe/Berlin', { weekdays: WEEKDAYS as Weekday[], times: [420], timeZone: 'Europe/Berlin' }],
    ['Mon-Fri 07:00, 12:00 Europe/Berlin', { weekdays: WEEKDAYS as Weekday[], times: [420, 720] }],
    ['daily 06:00 UTC', { weekdays: [0, 1, 2, 3, 4, 5, 6], times: [360], timeZone: 'UTC' }],
    ['Mon, Thu 09:00 America/New_York', { weekdays: [1, 4], times: [540], timeZone: 'America/New_York' }],
    ['Monday 07:00 Europe/Berlin', { weekdays: [1], times: [420] }],
    ['weekends 12:00, 07:00 UTC', { weekdays: [0, 6], times: [420, 720] }],
    ['  WEEKDAYS\n7:00   europe/berlin ', { weekdays: WEEKDAYS as Weekday[], times: [420], timeZone: 'Europe/Berlin' }],
    ['Mon – Wed , Fri 07:00 utc', { weekdays: [1, 2, 3, 5], timeZone: 'UTC' }],
    ['Fri-Mon 07:00 UTC', { weekdays: [0, 1, 5, 6] }],
    ['every Tuesday and Thurs. at 07:00 UTC', { weekdays: [2, 4] }],
    ['every day 07:00 (Asia/Kolkata)', { weekdays: [0, 1, 2, 3, 4, 5, 6], timeZone: 'Asia/Kolkata' }],
    ['UTC Mondays 00:00', { weekdays: [1], times: [0] }],
    ['Mon, Mon-Tue 07:00 UTC', { weekdays: [1, 2] }],
    ['sat 07:00 America/Port-au-Prince', { weekdays: [6], timeZone: 'America/Port-au-Prince' }],
  ])('%j', (text, expected) => {
    expect(parseDue(text)).toMatchObject({ schedule: { ...expected, text: text.trim(), holidays: [] } });
  });

  it.each([
    ['weekdays 07:00', 'noZone', 'weekdays 07:00'],
    ['weekdays 07:00 Europe/Berln', 'unknownZone', 'Europe/Berln'],
    ['weekdays 07:00 CEST', 'unknownZone', 'CEST'],
    ['weekdays 07:00 +02:00', 'unknownZone', '+02:00'],
    ['weekdays 07:00 UTC Europe/Berlin', 'twoZones', 'Europe/Berlin'],
    ['Mnday 07:00 UTC', 'notInASchedule', 'Mnday'],
    ['Mon-Frx 07:00 UTC', 'notInASchedule', 'Mon-Frx'],
    ['07:00 UTC', 'noDay', '07:00 UTC'],
    ['weekdays UTC', 'noTime', 'weekdays UTC'],
    ['weekdays 09:00-17:00 UTC', 'noTime', 'weekdays 09:00-17:00 UTC'],
    ['weekdays 25:00 UTC', 'notATime', '25:00'],
    ['weekdays 24:00 UTC', 'notATime', '24:00'],
    ['weekdays 7 UTC', 'notATime', '7'],
    ['weekdays 07:00am UTC', 'notATime', '07:00am'],
    ['weekdays 07:00, 7:00 UTC', 'timeTwice', '7:00'],
    ['Mon 09:00, Tue 12:00 UTC', 'dayAfterTime', 'Tue'],
    ['', 'noTime', ''],
    ['constructor 07:00 UTC', 'notInASchedule', 'constructor'],
  ])('%j is refused: %s', (text, code, found) => {
    expect(parseDue(text).problem).toEqual({ code, found });
  });
});

describe('parseWorkingHours', () => {
  it.each<[string, Partial<WorkingHours>]>([
    ['weekdays 09:00-17:30 Europe/Berlin', { weekdays: WEEKDAYS as Weekday[], hours: [{ from: 540, to: 1050 }] }],
    [
      'Mon-Thu 13:00 – 17:00, 09:00-12:00 UTC',
      { hours: [{ from: 540, to: 720 }, { from: 780, to: 1020 }] }, // prettier-ignore
    ],
    ['daily 00:00-24:00 UTC', { hours: [{ from: 0, to: 1440 }] }],
    ['daily 09:00-12:00 12:00-17:00 UTC', { hours: [{ from: 540, to: 720 }, { from: 720, to: 1020 }] }], // prettier-ignore
  ])('%j', (text, hours) => {
    expect(parseWorkingHours(text).schedule).toMatchObject(hours);
  });

  it.each([
    ['weekdays 17:00-09:00 UTC', 'hoursReversed', '17:00-09:00'],
    ['weekdays 09:00-09:00 UTC', 'hoursReversed', '09:00-09:00'],
    ['weekdays 09:00-12:00, 11:00-17:00 UTC', 'hoursOverlap', '11:00-17:00'],
    ['weekdays 09:00 UTC', 'noHours', 'weekdays 09:00 UTC'],
    ['weekdays UTC', 'noHours', 'weekdays UTC'],
    ['weekdays 09:00-25:00 UTC', 'notATime', '09:00-25:00'],
    ['weekdays 09:00-12:00-13:00 UTC', 'notATime', '09:00-12:00-13:00'],
    ['weekdays 09:00- UTC', 'notATime', '09:00-UTC'],
    ['09:00-17:00 UTC', 'noDay', '09:00-17:00 UTC'],
    ['weekdays 09:00-17:00', 'noZone', 'weekdays 09:00-17:00'],
  ])('%j is refused: %s', (text, code, found) => {
    expect(parseWorkingHours(text).problem).toEqual({ code, found });
  });
});

describe('parseHolidays', () => {
  it('reads dates however they are separated, in order, each once', () => {
    expect(parseHolidays('2026-12-25, 2026-05-01;2026-01-01\n2026-12-26 2026-05-01,')).toEqual({
      dates: ['2026-01-01', '2026-05-01', '2026-12-25', '2026-12-26'],
      bad: [],
    });
  });

  it('tells what is no date, and keeps the others', () => {
    expect(parseHolidays('2026-02-30, xmas 2026-12-25')).toEqual({
      dates: ['2026-12-25'],
      bad: ['2026-02-30', 'xmas'],
    });
    expect(parseHolidays('')).toEqual({ dates: [], bad: [] });
  });
});

describe('whatever is written', () => {
  it('is read or refused', () => {
    const word = fc.constantFrom(
      'mon',
      'tue-sun',
      'weekdays',
      'daily',
      '07:00',
      '09:00-17:00',
      'UTC',
      '-',
      ',',
      '–',
      '('
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(word, fc.string())).map((words) => words.join(' '))
    );
    const property = fc.property(text, (written) => {
      for (const { schedule, problem } of [parseDue(written), parseWorkingHours(written)]) {
        expect(schedule ? 'read' : problem?.code).toBeTruthy();
      }
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('takes no time', () => {
    for (const part of [' ', '-', 'Mon-', '09:00-', ',', 'a/']) {
      expect(parseDue(part.repeat(100_000)).problem).toBeDefined();
    }
  });

  it('reads its own words back', () => {
    const minutes = fc
      .uniqueArray(fc.nat(1439), { minLength: 2, maxLength: 6 })
      .map((all) => all.sort((a, b) => a - b));
    const days = fc.uniqueArray(fc.nat(6), { minLength: 1 }).map((all) => all.sort() as Weekday[]);
    const property = fc.property(days, fc.constantFrom(...ZONES), minutes, (weekdays, timeZone, times) => {
      const common = { text: '', weekdays, timeZone, holidays: [] };
      const hours = times.flatMap((to, index) => (index % 2 === 1 ? [{ from: times[index - 1], to }] : []));
      const due = scheduleWords(plain, { ...common, times });
      const working = scheduleWords(plain, { ...common, hours });
      expect(parseDue(due).schedule).toEqual({ ...common, times, text: due });
      expect(parseWorkingHours(working).schedule).toEqual({ ...common, hours, text: working });
    });
    fc.assert(property);
  });
});
