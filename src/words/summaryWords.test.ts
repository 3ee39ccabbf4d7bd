import { protocol, tally } from '../testing/metricProtocol';
import { t } from '../locales/t';
import { coverageWords, tallyWords } from './summaryWords';

describe('tallyWords', () => {
  it('counts worst first and leaves out what there is none of', () => {
    const counted = tally({ critical: 1, warning: 2, normal: 3, stale: 1, unruled: 1, levelOnly: 1, context: 1 });
    expect(tallyWords(t, { tally: counted, overdue: 1 })).toEqual([
      '1 critical',
      '2 warning',
      '1 overdue',
      '1 with late data',
      '3 OK',
      '2 without a rule',
      '1 needs no rule',
    ]);
  });
});

describe('coverageWords', () => {
  it.each([
    [3, 4, '3 of 4 rules complete'],
    [1, 1, '1 of 1 rule complete'],
    [0, 0, undefined],
  ])('says of %d of %d: %s', (whole, of, words) => {
    expect(coverageWords(t, protocol([], { coverage: { whole, of } }))).toBe(words);
  });
});
