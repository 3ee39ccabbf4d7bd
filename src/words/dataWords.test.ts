import { metricProtocol, NOW, now, rule, stated } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { dataTerms, nextDueWords } from './dataWords';
import { timeWords } from '../locales/timeWords';
import { DAY, HOUR } from '../time/units';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

describe('dataTerms', () => {
  it.each([
    ['nothing of a rule that takes every value', rule(), []],
    [
      'how long values settle, and how many they must be',
      rule({ settleAfterMs: 3 * DAY, minVolume: 20, text: stated({ volumeSeries: 'Leads' }) }),
      ['final after 3 d', 'at least 20 Leads'],
    ],
    ['nothing of values that are final', rule({ settleAfterMs: 0 }), []],
    ['nothing of a volume without a series', rule({ minVolume: 20 }), []],
  ])('says %s', (_, given, words) => {
    expect(dataTerms(t, given)).toEqual(words);
  });
});

describe('nextDueWords', () => {
  const due = {
    text: 'daily 07:00 UTC',
    weekdays: [0, 1, 2, 3, 4, 5, 6] as const,
    timeZone: 'UTC',
    holidays: [],
    times: [420],
  };
  const metric = metricProtocol({ rule: rule({ due }), last: { value: 26, time: NOW - 3 * HOUR } });

  it('says when the next value is owed', () => {
    // Today's value is there: it suffices until tomorrow's is owed, the morning after.
    expect(nextDueWords(t, metric, times)).toBe('next due Wed 25 Nov 07:00');
    expect(nextDueWords(t, { ...metric, last: { value: 26, time: NOW - DAY } }, times)).toBe('next due tomorrow 07:00');
  });

  it.each([
    ['it is late already', { ...metric, last: { value: 26, time: NOW - 3 * DAY } }],
    ['there is no schedule', metricProtocol()],
    ['there is no value', { ...metric, last: undefined }],
    ['the range ends in the past', { ...metric, now: now({ live: false }) }],
  ])('says nothing where %s', (_, given) => {
    expect(nextDueWords(t, given, times)).toBeUndefined();
  });
});
