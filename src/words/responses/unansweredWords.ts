import type { Translate } from '../translate';

/** "1 with no recorded response". */
export function unansweredWords(t: Translate, count: number): string {
  return t('views.response.unanswered', '{{count}} with no recorded response', { count });
}
