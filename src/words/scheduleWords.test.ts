import { plain } from '../testing/plain';
import { parseDue, parseWorkingHours } from '../time/parseSchedule';
import { delayWords, scheduleWords } from './scheduleWords';
import { mergeRule } from '../rule/sources';

it.each([
  ['Mon-Fri 7:00 europe/berlin', 'weekdays 07:00 (Europe/Berlin)'],
  ['every day 06:00, 18:30 UTC', 'daily 06:00, 18:30 (UTC)'],
  ['Sun, Sat 06:00 UTC', 'weekends 06:00 (UTC)'],
  ['Thu, Mon 09:00 America/New_York', 'Mon, Thu 09:00 (America/New_York)'],
  ['Mon-Thu 09:00 UTC', 'Mon–Thu 09:00 (UTC)'],
  ['Fri-Mon 09:00 UTC', 'Mon, Fri–Sun 09:00 (UTC)'],
])('%s reads %s', (text, words) => {
  expect(scheduleWords(plain, parseDue(text).schedule!)).toBe(words);
});

it('working hours have their hours', () => {
  const { schedule } = parseWorkingHours('Mon-Thu 9:00-12:00, 13:00-17:30 UTC');
  expect(scheduleWords(plain, schedule!)).toBe('Mon–Thu 09:00–12:00, 13:00–17:30 (UTC)');
});

describe('delayWords', () => {
  const workingHours = 'weekdays 09:00-17:30 Europe/Berlin';
  it.each([
    ['4h', '4 h of working time'],
    ['1d', '1 d of working time'],
    ['1w', '5 d of working time'],
    ['24h', '24 h of working time'],
    ['1d4h', '12 h 30 min of working time'],
    ['1d15h30m', '24 h of working time'],
    ['30m', '30 min of working time'],
    ['0', '0 s of working time'],
  ])('%s in working hours reads %s', (escalateAfter, words) => {
    const rule = mergeRule({ default: { escalateAfter, workingHours } });
    expect(delayWords(plain, rule, 'escalateAfter')).toBe(words);
  });

  it('is the duration itself without working hours, and nothing without a delay', () => {
    const rule = mergeRule({ default: { respondWithin: '1d' } });
    expect(delayWords(plain, rule, 'respondWithin')).toBe('1 d');
    expect(delayWords(plain, rule, 'escalateAfter')).toBeUndefined();
  });
});
