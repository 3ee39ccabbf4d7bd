import type { Translate } from '../translate';

/** "1 with no recorded response". */
export function unansweredWords(t: Translate, n: number): string {
  return t('views.response.unanswered', '{{n}} with no recorded response', { n });
}
