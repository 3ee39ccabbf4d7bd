import type { CalledFigures, Handover, HandoverSubject, ReviewFigures } from '../../protocol/handover/handover';
import { nameList } from '../nameList';
import type { Translate } from '../translate';
import { lengthWords } from './lengthWords';

/** What the review's figures come to, a sentence each: "Called 7 times.", "First response after 20 min (median), 3 h at worst." */
export function reviewSentences(t: Translate, { total, metrics, isTracked }: ReviewFigures): string[] {
  const { called, firedMs } = total;
  const worse = metrics.filter((one) => one.worse > 0).length;
  const before = metrics.filter((one) => one.called === 0 && one.worse === 0 && one.firedMs > 0).length;
  const times =
    called === 0
      ? t('handover.review.never', 'No breach began.')
      : t('handover.review.called', 'Called {{count}} times', {
          count: called,
          defaultValue_one: 'Called once',
          defaultValue_other: 'Called {{count}} times',
        });
  const fired =
    firedMs > 0 && t('handover.review.fired', 'In breach for {{length}} in all', { length: lengthWords(firedMs) });
  const wentOn =
    before > 0 &&
    t('handover.review.before', '{{count}} metrics went on from before and are not counted as called', {
      count: before,
      defaultValue_one: '{{count}} metric went on from before and is not counted as called',
      defaultValue_other: '{{count}} metrics went on from before and are not counted as called',
    });
  const gotWorse =
    worse > 0 &&
    t('handover.review.worse', '{{count}} metrics went on from before and got worse: not counted as called', {
      count: worse,
      defaultValue_one: '{{count}} metric went on from before and got worse: not counted as called',
      defaultValue_other: '{{count}} metrics went on from before and got worse: not counted as called',
    });
  return [times, gotWorse, wentOn, fired, ...(isTracked ? responseSentences(t, total) : [])]
    .filter((words): words is string => typeof words === 'string')
    .map((words) => words.replace(/\.?$/, '.'));
}

function responseSentences(
  t: Translate,
  { called, breaches, toFirst, unanswered, falseAlarms, ruleWrong, accepted, fromSheet }: ReviewFigures['total']
) {
  const lengths = toFirst && { median: lengthWords(toFirst.medianMs), worst: lengthWords(toFirst.worstMs) };
  const isOne = toFirst?.medianMs === toFirst?.worstMs;
  return [
    lengths && isOne && t('handover.review.answered-once', 'First response after {{median}}', lengths),
    lengths &&
      !isOne &&
      t('handover.review.answered', 'First response after {{median}} (median), {{worst}} at worst', lengths),
    breaches > 0 &&
      t('handover.review.unanswered', 'Not answered: {{unanswered}} of {{breaches}}', { unanswered, breaches }),
    falseAlarms > 0 && t('handover.review.false-alarms', 'False alarms: {{n}}', { n: falseAlarms }),
    ruleWrong > 0 && t('handover.review.rule-wrong', 'The rule was wrong: {{n}}', { n: ruleWrong }),
    accepted > 0 && t('handover.review.accepted', 'Accepted: {{n}}', { n: accepted }),
    fromSheet > 0 && t('handover.review.from-sheet', 'Answered in the response sheet: {{n}}', { n: fromSheet }),
    breaches < called && t('handover.review.not-known', 'Of {{n}} not all is known', { n: called - breaches }),
  ];
}

/** What a review has to look at beside the figures, a sentence each: "Called wrong: Leads." */
export function upkeepSentences(t: Translate, { ruleWrong, reviewPast, levelOnly }: ReviewFigures): string[] {
  const names = (some: readonly HandoverSubject[]) =>
    nameList(
      t,
      some.map(({ label }) => label)
    );
  return [
    ruleWrong.length > 0 &&
      t('handover.review.called-wrong', 'Rules that were called wrong: {{names}}.', { names: names(ruleWrong) }),
    reviewPast.length > 0 &&
      t('handover.review.past', 'Rules past their review: {{names}}.', { names: names(reviewPast) }),
    levelOnly.length > 0 &&
      t('handover.review.level-only', 'Levels with nothing agreed: {{names}}.', { names: names(levelOnly) }),
  ].filter((words): words is string => typeof words === 'string');
}

/** The columns of the review's table. */
export const REVIEW_COLUMNS = [
  'metric',
  'called',
  'fired',
  'median',
  'worst',
  'unanswered',
  'falseAlarms',
  'ruleWrong',
] as const;
export type ReviewColumn = (typeof REVIEW_COLUMNS)[number];

/** Those that can be told where nobody tracks what people did. */
export function reviewColumns(isTracked: boolean): readonly ReviewColumn[] {
  return isTracked ? REVIEW_COLUMNS : REVIEW_COLUMNS.slice(0, 3);
}

/** What a column of the review's table is called. */
export function reviewColumnName(t: Translate, column: ReviewColumn): string {
  switch (column) {
    case 'metric':
      return t('handover.review.column.metric', 'Metric');
    case 'called':
      return t('handover.review.column.called', 'Called');
    case 'fired':
      return t('handover.review.column.fired', 'In breach for');
    case 'median':
      return t('handover.review.column.median', 'First response (median)');
    case 'worst':
      return t('handover.review.column.worst', 'At worst');
    case 'unanswered':
      return t('handover.review.column.unanswered', 'Not answered');
    case 'falseAlarms':
      return t('handover.review.column.false-alarms', 'False alarms');
    case 'ruleWrong':
      return t('handover.review.column.rule-wrong', 'Rule called wrong');
  }
}

/** A row of the review's table. Of what is not known a cell says nothing; 0 is known. */
export function reviewCell(figures: CalledFigures, column: ReviewColumn): string {
  const { label, called, firedMs, toFirst, breaches, unanswered, falseAlarms, ruleWrong } = figures;
  const known = (n: number) => (breaches > 0 ? String(n) : '');
  switch (column) {
    case 'metric':
      return label;
    case 'called':
      return String(called);
    case 'fired':
      return firedMs > 0 ? lengthWords(firedMs) : '';
    case 'median':
      return toFirst ? lengthWords(toFirst.medianMs) : '';
    case 'worst':
      return toFirst ? lengthWords(toFirst.worstMs) : '';
    case 'unanswered':
      return known(unanswered);
    case 'falseAlarms':
      return known(falseAlarms);
    case 'ruleWrong':
      return known(ruleWrong);
  }
}

/** Whether a review has anything to tell. */
export function hasReview({ figures: { metrics, reviewPast, levelOnly } }: Pick<Handover, 'figures'>): boolean {
  return metrics.length + reviewPast.length + levelOnly.length > 0;
}
