import { DAY, figures, HOUR } from '../../protocol/testing/metricProtocol';
import { t } from '../../locales/t';
import { figuresWords } from './figuresWords';

describe('figuresWords', () => {
  it.each([
    ['no breach', figures(), ['no breach in view']],
    ['no known breach', figures({ atLeast: true }), ['no known breach']],
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
      ['2 breaches', 'at least 1 d in breach', 'longest 1 h', '1 flap'],
    ],
  ])('says %s', (_, given, words) => {
    expect(figuresWords(t, given)).toEqual(words);
  });

  it('names what was judged', () => {
    expect(figuresWords(t, figures(), HOUR / 4)).toEqual(['no breach in view', 'judged on 15 min values']);
  });
});
