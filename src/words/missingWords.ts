import type { MetricProtocol } from '../protocol/protocol';
import { withRuleToBegin } from '../protocol/versions';
import type { Question } from '../rule/fields';
import { QUESTIONS } from '../rule/fields';
import type { Translate } from './translate';

/**
 * What a rule leaves open, in one sentence however much it is. Undefined for a whole rule, and for a metric that is
 * shown without one on purpose. Of a level that is written and can't be read nobody says that none is agreed: what is
 * written is told with why it can't be. Of a rule that is to begin, what that leaves open.
 */
export function missingWords(t: Translate, metric: MetricProtocol): string | undefined {
  const { kind, answered, rule } = withRuleToBegin(metric);
  switch (kind) {
    case 'context':
      return undefined;
    case 'unruled':
      return t('views.missing.all', 'Nothing is agreed for this metric.');
    case 'levelOnly':
      return t('views.missing.level-only', 'Nobody is named, nothing is agreed to be done.');
    case 'ruled':
      return openQuestions(
        t,
        QUESTIONS.filter((question) => !answered[question] && !(question === 'threshold' && rule.unreadable.length > 0))
      );
  }
}

function openQuestions(t: Translate, open: readonly Question[]): string | undefined {
  if (open.length === 0) {
    return undefined;
  }
  if (open.length === 1) {
    return oneMissing(t, open[0]);
  }
  return t('views.missing.several', 'Not agreed yet: {{what}}.', {
    what: open.map((question) => questionWords(t, question)).join(', '),
  });
}

function oneMissing(t: Translate, question: Question): string {
  switch (question) {
    case 'threshold':
      return t('views.missing.threshold', 'No level is agreed.');
    case 'who':
      return t('views.missing.who', 'Nobody is named.');
    case 'action':
      return t('views.missing.action', 'Nothing is agreed to be done.');
    case 'automation':
      return t('views.missing.automation', 'What happens automatically, or who is told next, is not agreed.');
  }
}

/** A question inside of a sentence: "who acts". */
export function questionWords(t: Translate, question: Question): string {
  switch (question) {
    case 'threshold':
      return t('views.missing.list-threshold', 'when to act');
    case 'who':
      return t('views.missing.list-who', 'who acts');
    case 'action':
      return t('views.missing.list-action', 'what to do');
    case 'automation':
      return t('views.missing.list-automation', 'what happens automatically or next');
  }
}
