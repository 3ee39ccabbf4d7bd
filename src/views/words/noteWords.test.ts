import type { Now } from '../../evaluation/evaluation';
import { DAY, HOUR, metricProtocol, NOW, now, rule } from '../../protocol/testing/metricProtocol';
import { t } from '../../locales/t';
import { noteWords } from './noteWords';
import { timeWords } from './whenWords';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });
const MINUTE = 60_000;

describe('noteWords', () => {
  it.each<[string, Partial<Now>, string[]]>([
    ['nothing of a calm metric', {}, []],
    [
      'how much history is missing',
      { state: 'unknown', needsMs: 2 * DAY, hasMs: 6 * HOUR },
      ['Needs 2 d of data, 6 h in view.'],
    ],
    [
      'that a query returned more than is in view',
      { state: 'unknown', needsMs: 100 * DAY, hasMs: 90 * DAY },
      ['Needs 100 d of data, 90 d loaded.'],
    ],
    ['that the data does not decide', { state: 'unknown' }, ['What is in view does not decide it.']],
    ['that there is no value', { state: 'nodata' }, ['No value since today 06:00.']],
    [
      'why a state is critical without a value',
      { state: 'firing', severity: 'critical', because: 'nodata' },
      ['There is no value: this rule counts that as critical.'],
    ],
    [
      'why a state is critical with an old value',
      { state: 'firing', severity: 'critical', because: 'stale' },
      ['The last value is too old: this rule counts that as critical.'],
    ],
    ['that the query failed', { state: 'error' }, ['The query failed, so nothing can be judged.']],
    [
      'an estimated age limit as an estimate',
      { state: 'stale', staleAfterMs: 45 * MINUTE, staleEstimated: true },
      ['Last value 3 h ago; expected every 15 min (estimate).'],
    ],
    ['a stated age limit', { state: 'stale', staleAfterMs: HOUR }, ['Last value 3 h ago; expected within 1 h.']],
    [
      'when a pending level fires',
      { state: 'pending', severity: 'critical', since: NOW },
      ['Fires as critical Wed 25 Nov 09:00 if it stays.'],
    ],
    ['nothing of a pending level of unknown onset', { state: 'pending', severity: 'critical', since: null }, []],
    [
      'when it will have recovered',
      { state: 'recovering', since: NOW },
      ['Counts as recovered today 10:00 if it stays.'],
    ],
    [
      'which level is unknown beside a firing one',
      { state: 'firing', severity: 'warning', unknown: ['critical'] },
      ['Whether it is critical can’t be judged from what is in view.'],
    ],
  ])('says %s', (_, state, words) => {
    const metric = metricProtocol({
      now: now(state),
      last: { value: 1, time: NOW - 3 * HOUR },
      stepMs: 15 * MINUTE,
      rule: rule({ keepFiringForMs: HOUR }),
    });
    expect(noteWords(t, metric, times)).toEqual(words);
  });
});
