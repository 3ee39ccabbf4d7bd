import type { Translate } from './translate';

/** More names than these are counted. */
const MOST_NAMES = 5;

/** Names in one line: "A, B, C, D, E and 55 more". */
export function nameList(t: Translate, names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  // A name with a comma would read as two.
  const between = names.some((name) => name.includes(',')) ? ' · ' : ', ';
  const first = names.slice(0, MOST_NAMES).join(between);
  return more > 0 ? t('views.coverage.and-more', '{{names}} and {{more}} more', { names: first, more }) : first;
}
