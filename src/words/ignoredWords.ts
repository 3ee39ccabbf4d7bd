import type { Ignored } from '../evaluation/evaluation';
import type { Translate } from './translate';

/**
 * What of a metric's samples could not be used, a sentence for each reason. Samples out of order are no loss: they are
 * sorted, and nothing is said.
 */
export function ignoredWords(t: Translate, { sameTime, noTime, notANumber, unpaired }: Ignored): string[] {
  const counts: Array<[number, (count: number) => string]> = [
    [sameTime, (count) => sameTimeWords(t, count)],
    [noTime, (count) => noTimeWords(t, count)],
    [notANumber, (count) => notANumberWords(t, count)],
    [unpaired, (count) => unpairedWords(t, count)],
  ];
  return counts.filter(([count]) => count > 0).map(([count, words]) => words(count));
}

function sameTimeWords(t: Translate, count: number): string {
  return t('views.ignored.same-time', '{{count}} values are left out: of several at one time, the last one counts.', {
    count,
    defaultValue_one: '{{count}} value is left out: of several at one time, the last one counts.',
    defaultValue_other: '{{count}} values are left out: of several at one time, the last one counts.',
  });
}

function noTimeWords(t: Translate, count: number): string {
  return t('views.ignored.no-time', '{{count}} rows without a time are left out.', {
    count,
    defaultValue_one: '{{count}} row without a time is left out.',
    defaultValue_other: '{{count}} rows without a time are left out.',
  });
}

function notANumberWords(t: Translate, count: number): string {
  return t('views.ignored.not-a-number', '{{count}} values that are no numbers are left out.', {
    count,
    defaultValue_one: '{{count}} value that is no number is left out.',
    defaultValue_other: '{{count}} values that are no numbers are left out.',
  });
}

function unpairedWords(t: Translate, count: number): string {
  return t('views.ignored.unpaired', '{{count}} rows with a time and no value, or the other way round, are left out.', {
    count,
    defaultValue_one: '{{count}} row with a time and no value, or the other way round, is left out.',
    defaultValue_other: '{{count}} rows with a time and no value, or the other way round, are left out.',
  });
}
