import type { Ignored } from '../evaluation/evaluation';
import { t } from '../locales/t';
import { ignoredWords } from './ignoredWords';

const NONE: Ignored = { unpaired: 0, noTime: 0, notANumber: 0, sameTime: 0, sorted: false };

describe('ignoredWords', () => {
  it.each<[string, Partial<Ignored>, string[]]>([
    ['nothing of rows that were only sorted', { sorted: true }, []],
    ['that a time came twice', { sameTime: 1 }, ['1 value is left out: of several at one time, the last one counts.']],
    ['that times came twice', { sameTime: 2 }, ['2 values are left out: of several at one time, the last one counts.']],
    ['that times are missing', { noTime: 12 }, ['12 rows without a time are left out.']],
    [
      'each reason',
      { notANumber: 1, unpaired: 3 },
      [
        '1 value that is no number is left out.',
        '3 rows with a time and no value, or the other way round, are left out.',
      ],
    ],
  ])('says %s', (_, counts, words) => {
    expect(ignoredWords(t, { ...NONE, ...counts })).toEqual(words);
  });
});
