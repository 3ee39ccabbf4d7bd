import { nameList } from '../nameList';
import type { Translate } from '../translate';

/** Which panels of its dashboard a wall does not show: "Not on this wall: Host, Targets". */
export function notShownWords(t: Translate, titles: readonly string[]): string {
  return t('views.wall.not-shown', 'Not on this wall: {{panels}}', { panels: nameList(t, titles) });
}
