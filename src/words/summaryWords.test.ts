import { protocol, tally } from '../testing/metricProtocol';
import { t } from '../locales/t';
import { coverageWords, tallyWords } from './summaryWords';

describe('tallyWords', () => {
  it('counts worst first and leaves out what there is none of', () => {
    expect(tallyWords(t, tally({ critical: 1, warning: 1, normal: 3, stale: 1, unruled: 1, levelOnly: 1 }))).toEqual([
      '2 firing',
      '1 stale',
      '3 normal',
      '2 without a rule',
    ]);
  });
});

describe('coverageWords', () => {
  it.each([
    [3, 4, '3 of 4 have a whole rule'],
    [1, 1, '1 of 1 has a whole rule'],
    [0, 0, undefined],
  ])('says of %d of %d: %s', (whole, of, words) => {
    expect(coverageWords(t, protocol([], { coverage: { whole, of } }))).toBe(words);
  });
});
