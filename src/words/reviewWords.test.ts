import { metricProtocol, NOW, rule, stated } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { reviewWords } from './reviewWords';
import { timeWords } from '../locales/timeWords';

const words = (texts: Parameters<typeof stated>[0]) =>
  reviewWords(t, metricProtocol({ rule: rule({ text: stated(texts) }) }), timeWords(t, { now: NOW, timeZone: 'utc' }));

describe('reviewWords', () => {
  it.each<[string, Parameters<typeof words>, string | undefined]>([
    ['nothing of a rule without upkeep', [{ owner: 'Ana' }], undefined],
    ['when a review was due', [{ reviewBy: '2026-03-03' }], 'Review was due 3 Mar.'],
    ['that a review was due yesterday', [{ reviewBy: '2026-11-22' }], 'Review was due yesterday.'],
    ['that a review is due on this very day', [{ reviewBy: '2026-11-23' }], 'Review is due today.'],
    ['that a review is due soon', [{ reviewBy: '2026-12-01' }], 'Review is due 1 Dec.'],
    ['nothing of a review next year', [{ reviewBy: '2027-03-03' }], undefined],
    ['nothing of a review on no day', [{ reviewBy: 'in spring' }], undefined],
  ])('says %s', (_, given, expected) => {
    expect(words(...given)).toEqual(expected);
  });
});
