import type { WallNotice } from '../../protocol/wall/wallNotices';
import { SCHEDULE_PROBLEM_WORDS } from '../scheduleProblemWords';
import { sheetHeadlines } from '../sheetFindingWords';
import type { Translate } from '../translate';
import { notShownWords } from './notShownWords';

/** How a wall's hours are written, whole: who mends one part of them should not have to guess the next. */
const [HOURS, NIGHT_HOURS] = ['weekdays 07:00-19:00 Europe/Berlin', 'daily 00:00-06:00, 22:00-24:00 UTC'];

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
      return notShownWords(t, notice.titles);
    case 'badHours': {
      const { code, found } = notice.problem;
      const example = code === 'hoursReversed' ? NIGHT_HOURS : HOURS;
      const { what: problem } = SCHEDULE_PROBLEM_WORDS[code](t, { found, example });
      return t('views.wall.bad-hours', 'The wall’s hours: {{problem}} Write them like {{example}}', {
        problem,
        example,
      });
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
