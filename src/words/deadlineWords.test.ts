import { DAY, HOUR } from '../time/units';
import { firingMetric, metricProtocol, NOW } from '../testing/metricProtocol';
import { timeWords } from '../locales/timeWords';
import { deadlineWords } from './deadlineWords';
import { plain as t } from '../testing/plain';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

it.each<[ago: number, kind: 'at' | 'before', words: string | undefined]>([
  [-5 * HOUR, 'at', 'Due today 14:00'],
  [0, 'at', 'Overdue since 09:00'],
  [3 * HOUR, 'at', 'Overdue 3 h (since 06:00)'],
  [47 * HOUR, 'at', 'Overdue 1 d 23 h (since Sat 21 Nov 10:00)'],
  [111 * DAY + 5 * HOUR, 'at', 'Overdue 111 d (since 4 Aug)'],
  [112 * DAY, 'at', 'Overdue 112 d (since 3 Aug)'],
  [-1, 'before', undefined],
  [111 * DAY, 'before', 'Overdue since at least 4 Aug'],
])('tells what was due %d ms ago, %s that moment: %s', (ago, kind, words) => {
  expect(deadlineWords(t, firingMetric({ deadline: { kind, at: NOW - ago } }), times)?.words).toBe(words);
});

it('tells time that is left from time that is over', () => {
  const at = (ms: number) =>
    deadlineWords(t, firingMetric({ deadline: { kind: 'at', at: NOW + ms } }), times)?.isOverdue;
  expect([at(1), at(0), at(-1)]).toEqual([false, true, true]);
});

it('says nothing of a deadline while nothing fires, nor of one that never comes', () => {
  const deadline = { kind: 'at', at: NOW - HOUR } as const;
  expect(deadlineWords(t, metricProtocol({ deadline }), times)).toBeUndefined();
  expect(deadlineWords(t, firingMetric({ deadline: { kind: 'never' } }), times)).toBeUndefined();
});
