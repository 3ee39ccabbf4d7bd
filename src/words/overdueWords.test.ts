import { DAY, HOUR } from '../time/units';
import { firingMetric, NOW } from '../testing/metricProtocol';
import { timeWords } from '../locales/timeWords';
import { overdueWords } from './overdueWords';
import { plain as t } from '../testing/plain';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

it.each<[ago: number, kind: 'at' | 'before', words: string | undefined]>([
  [-1, 'at', undefined],
  [0, 'at', 'Overdue since 09:00'],
  [3 * HOUR, 'at', 'Overdue 3 h (since 06:00)'],
  [47 * HOUR, 'at', 'Overdue 1 d 23 h (since Sat 21 Nov 10:00)'],
  [111 * DAY + 5 * HOUR, 'at', 'Overdue 111 d (since 4 Aug)'],
  [112 * DAY, 'at', 'Overdue 112 d (since 3 Aug)'],
  [-1, 'before', undefined],
  [111 * DAY, 'before', 'Overdue since before 4 Aug'],
])('tells what was due %d ms ago, %s that moment: %s', (ago, kind, words) => {
  expect(overdueWords(t, firingMetric({ deadline: { kind, at: NOW - ago } }), times)).toBe(words);
});
