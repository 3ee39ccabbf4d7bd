import type { WallNotice } from '../../protocol/wall/wallNotices';
import { SCHEDULE_PROBLEM_WORDS } from '../scheduleProblemWords';
import { sheetHeadlines } from '../sheetFindingWords';
import { nameList } from '../nameList';
import type { Translate } from '../translate';

/** How a wall's hours are written. */
const HOURS_EXAMPLE = 'weekdays 07:00-19:00 Europe/Berlin';

/** What a wall says of a panel beside its metrics: "Pipeline: The rule sheet has 3 problems, 2 rows match no metric". */
export function wallNoticeWords(t: Translate, notice: WallNotice): string {
  const words = wordsOf(t, notice);
  return notice.panel === undefined
    ? words
    : t('views.wall.of-panel', '{{panel}}: {{words}}', { panel: notice.panel, words });
}

function wordsOf(t: Translate, notice: WallNotice): string {
  switch (notice.kind) {
    case 'sheets':
      return sheetHeadlines(t, notice.sheets).join(', ');
    case 'noLookBack':
      return t('views.wall.no-look-back', 'State from the time shown: the look-back can’t be had');
    case 'notShown':
      return t('views.wall.not-shown', 'Not on this wall: {{panels}}', { panels: nameList(t, notice.titles) });
    case 'badHours': {
      const { code, found } = notice.problem;
      const { what, mend } = SCHEDULE_PROBLEM_WORDS[code](t, { found, example: HOURS_EXAMPLE });
      return t('views.wall.bad-hours', 'The wall’s hours: {{problem}}', { problem: `${what} ${mend}` });
    }
  }
}

/**
 * As many of the texts as there is room for, in one line; how many more there are is said.
 *
 * @param fits - whether a line has room
 */
export function noticeLine(t: Translate, texts: readonly string[], fits: (line: string) => boolean): string {
  const lines = texts.map((_, index) => {
    const shown = texts.slice(0, index + 1).join(' · ');
    const more = texts.length - index - 1;
    return more === 0 ? shown : t('views.wall.and-more', '{{shown}} · and {{more}} more', { shown, more });
  });
  return lines.filter(fits).at(-1) ?? lines.at(0) ?? '';
}
