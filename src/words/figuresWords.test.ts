import { figures, metricProtocol, NOW, now, rule } from '../testing/metricProtocol';
import { t } from '../locales/t';
import { breachWords, figuresWords } from './figuresWords';
import { DAY, HOUR, MINUTE } from '../time/units';

describe('breachWords', () => {
  it.each([
    ['no breach', figures(), ['no breach in the time shown']],
    ['no known breach', figures({ atLeast: true }), ['no known breach in the time shown']],
    [
      'one breach without a longest',
      figures({ breaches: 1, inBreachMs: DAY, longestMs: DAY }),
      ['1 breach', '1 d in breach'],
    ],
    [
      'several',
      figures({ breaches: 2, inBreachMs: 4 * DAY + 9 * HOUR, longestMs: 3 * DAY + 4 * HOUR }),
      ['2 breaches', '4 d 9 h in breach', 'longest 3 d 4 h'],
    ],
    [
      'a lower bound and flaps',
      figures({ breaches: 2, inBreachMs: DAY, longestMs: HOUR, flaps: 1, atLeast: true }),
      ['2 breaches', 'at least 1 d in breach', 'longest 1 h', '1 quick repeat'],
    ],
  ])('says %s', (_, given, words) => {
    expect(breachWords(t, given)).toEqual(words);
  });
});

describe('figuresWords', () => {
  it('names what was judged', () => {
    expect(figuresWords(t, metricProtocol({ stepMs: HOUR / 4 }))).toEqual([
      'no breach in the time shown',
      'a value every 15 min',
    ]);
  });

  it('says that a metric that is judged is not in view', () => {
    expect(figuresWords(t, metricProtocol({ stepMs: undefined, inView: false }))).toEqual([
      'nothing in the time shown',
    ]);
  });

  it('counts no breach where all that is in view has to settle', () => {
    const { view } = metricProtocol();
    const young = metricProtocol({ now: now({ judgedTo: NOW - DAY }), view: { ...view, segments: [] } });
    expect(figuresWords(t, young)[0]).toBe('nothing in the time shown is final yet');
  });

  it.each([
    ['once an hour', HOUR, 5 * MINUTE, 'checked once an hour: whether it lasts 5 min can’t be told in between'],
    ['once a day', DAY, HOUR, 'checked once a day: whether it lasts 1 h can’t be told in between'],
    ['once a week', 7 * DAY, DAY, 'checked once a week: whether it lasts 1 d can’t be told in between'],
    ['another step', 6 * HOUR, HOUR, 'checked every 6 h: whether it lasts 1 h can’t be told in between'],
    ['as often as it must last', HOUR, HOUR, undefined],
    ['a rule that acts at once', HOUR, 0, undefined],
  ])('says that it is checked too seldom: %s', (_, stepMs, forMs, words) => {
    const [, , checked] = figuresWords(t, metricProtocol({ stepMs, rule: rule({ forMs }) }));
    expect(checked).toBe(words);
  });
});
