import { firingMetric, metricProtocol, NOW, now, rule, stated } from '../testing/metricProtocol';
import type { TextField } from '../rule/fields';
import { plain as t } from '../testing/plain';
import { nextWords } from './nextWords';
import { timeWords } from '../locales/timeWords';
import { DAY, HOUR } from '../time/units';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

describe('nextWords', () => {
  it('says when a firing metric is due and to whom it goes by hand', () => {
    expect(nextWords(t, firingMetric(), times)).toEqual({
      due: 'Due today 14:05.',
      then: 'Then tell VP Sales',
    });
  });

  it('says that it is overdue, from the very moment on', () => {
    const due = (at: number) => nextWords(t, firingMetric({ deadline: { kind: 'at', at } }), times)?.due;
    expect(due(NOW)).toBe('Overdue since 09:00.');
    expect(due(NOW - 19 * HOUR)).toBe('Overdue 19 h (since yesterday 14:00).');
  });

  it('counts down nothing where it is not known when it began', () => {
    const metric = firingMetric({
      now: now({ state: 'firing', severity: 'critical', since: null }),
      deadline: undefined,
    });
    expect(nextWords(t, metric, times)).toEqual({ then: 'After 3 d 9 h, tell VP Sales' });
  });

  it.each([
    [{ escalateTo: 'VP Sales' }, 2 * DAY, 'After 2 d, tell VP Sales'],
    [{ escalateTo: 'VP Sales' }, undefined, 'Then tell VP Sales'],
    [{ escalateTo: 'TBD' }, 2 * DAY, 'Due 2 d after the breach begins'],
  ])('says what %j after %s means', (texts, escalateAfterMs, then) => {
    const metric = metricProtocol({ rule: rule({ escalateAfterMs, text: stated(texts) }) });
    expect(nextWords(t, metric, times)).toEqual({ then });
  });

  it('says nothing where the rule says nothing', () => {
    expect(
      nextWords(t, metricProtocol({ rule: rule({ escalateAfterMs: undefined, text: {} }) }), times)
    ).toBeUndefined();
  });

  it('says that only working time counts', () => {
    const workingHours = {
      text: 'weekdays 09:00-17:00 UTC',
      weekdays: [1, 2, 3, 4, 5] as const,
      timeZone: 'UTC',
      holidays: [],
      hours: [{ from: 540, to: 1020 }],
    };
    const inWorkingTime = (texts: Partial<Record<TextField, string>>) =>
      metricProtocol({ rule: rule({ escalateAfterMs: 20 * HOUR, workingHours, text: stated(texts) }) });
    expect(nextWords(t, inWorkingTime({ escalateTo: 'VP Sales' }), times)?.then).toBe(
      'After 20 h of working time, tell VP Sales'
    );
    expect(nextWords(t, inWorkingTime({}), times)?.then).toBe('Due 20 h of working time after the breach begins');
  });

  it('says no moment that never comes', () => {
    expect(nextWords(t, firingMetric({ deadline: { kind: 'never' } }), times)).toEqual({
      then: 'After 3 d 9 h, tell VP Sales',
    });
  });
});
