import type { Notice, NoticeKind } from '../protocol/notices';
import { failedWords } from './failedWords';
import { findingWords } from './findingWords';
import { cannotJudgeWords } from './judgedWords';
import { sheetHeadlines } from './sheetFindingWords';
import type { Translate } from './translate';

type WordsByKind = {
  readonly [Kind in NoticeKind]: (t: Translate, notice: Extract<Notice, { kind: Kind }>) => string;
};

const WORDS: WordsByKind = {
  newerVersion: (t) =>
    t(
      'views.notices.newer-version',
      'Saved by a newer version of this plugin: some of it may be shown otherwise here. Nothing of it is changed.'
    ),
  cannotJudge: (t, { because }) => cannotJudgeWords(t, because),
  lookBack: (t, { is }) => {
    switch (is) {
      case 'set':
        return t('views.notices.look-back-set', 'Save the dashboard to keep this.');
      case 'offered':
        return t('views.notices.range-is-over', 'This range is over: states are those of its end, not of now.');
      case 'unavailable':
        return t(
          'views.notices.range-is-over-here',
          'This range is over: states are those of its end. For those of now, choose a range up to now.'
        );
    }
  },
  records: (_, { words }) => words,
  queryFailed: (t, { error }) => failedWords(t, error),
  sheets: (t, { sheets }) => sheetHeadlines(t, sheets).join(' · '),
  noChart: (t) =>
    t('views.faces.no-chart', "This visualization can't be loaded here, so rules are shown without their charts."),
  nothingToJudge: (t) =>
    t('views.faces.nothing-to-judge', 'No rule can work here: it needs numbers, or true and false.'),
  filter: (t, { filter, shown, of }) =>
    t('views.coverage.showing', 'Showing {{shown}} of {{of}}: {{what}}.', { shown, of, what: findingWords(t, filter) }),
};

/** What a notice says, in one line. */
export function noticeWords(t: Translate, notice: Notice): string {
  // Nothing but the kind says which of the union it is, and the words are kept by the kind.
  const wording: (t: Translate, notice: never) => string = WORDS[notice.kind];
  return wording(t, notice as never);
}
