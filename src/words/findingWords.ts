import type { Finding } from '../protocol/coverage';
import type { UnmatchedRule } from '../protocol/protocol';
import type { Question } from '../rule/fields';
import { sourceWords } from './sourceWords';
import type { Translate } from './translate';

/** A question by one word. */
export function questionName(t: Translate, question: Question): string {
  switch (question) {
    case 'threshold':
      return t('views.coverage.threshold', 'Act when');
    case 'who':
      return t('views.coverage.who', 'Who');
    case 'action':
      return t('views.coverage.action', 'Do');
    case 'automation':
      return t('views.coverage.automation', 'Automatically');
  }
}

/** What the metrics of a finding have in common, as it goes on after "Showing 2 of 9:". */
export function findingWords(t: Translate, finding: Finding): string {
  switch (finding) {
    case 'threshold':
      return t('views.coverage.without-level', 'without a level');
    case 'who':
      return t('views.coverage.without-owner', 'without an owner');
    case 'action':
      return t('views.coverage.without-action', 'without an action or a runbook');
    case 'automation':
      return t('views.coverage.without-automation', 'with nothing automatic, and nobody to tell next');
    case 'levelOnly':
      return t('views.coverage.level-only', 'levels with nothing agreed');
    case 'reviewPast':
      return t('views.coverage.review-past', 'past the review date');
    case 'reviewSoon':
      return t('views.coverage.review-soon', 'due for review within 2 weeks');
    case 'changed':
      return t('views.coverage.changed', 'changed since agreed');
    case 'unpaged':
      return t('views.coverage.unpaged', 'without an alert rule: nobody is alerted');
  }
}

/** A finding beside missing answers, as the title of its metrics. */
export function findingTitle(t: Translate, finding: Exclude<Finding, Question>): string {
  switch (finding) {
    case 'levelOnly':
      return t('views.coverage.title-level-only', 'Levels with nothing agreed');
    case 'reviewPast':
      return t('views.coverage.title-review-past', 'Past the review date');
    case 'reviewSoon':
      return t('views.coverage.title-review-soon', 'Due for review within 2 weeks');
    case 'changed':
      return t('views.coverage.title-changed', 'Changed since agreed');
    case 'unpaged':
      return t('views.coverage.title-unpaged', 'No alert rule is linked: the panel itself alerts nobody');
  }
}

/** "“Old name” (the metric's override)". */
export function unmatchedWords(t: Translate, { name, source }: UnmatchedRule): string {
  return t('views.coverage.unmatched', '“{{name}}” in {{source}}', { name, source: unmatchedSource(t, source) });
}

function unmatchedSource(t: Translate, source: UnmatchedRule['source']): string {
  return source === 'override'
    ? t('views.coverage.an-override', 'a rule for one metric (override)')
    : sourceWords(t, source);
}
