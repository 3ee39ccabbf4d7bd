import { isPlaceholder } from '../../rule/answers';
import type { Question, RuleField } from '../../rule/fields';
import { QUESTIONS } from '../../rule/fields';
import { isBlank } from '../rawRule';
import type { FormModel } from './formModel';

/** Any of these answers a question. */
const ANSWERS: Readonly<Record<Question, readonly RuleField[]>> = {
  threshold: ['critical', 'warning'],
  who: ['owner'],
  action: ['action', 'runbook'],
  automation: ['automation', 'escalateTo'],
};

type Asked = Pick<FormModel, 'get' | 'inherited'>;

/** The questions that a rule does not answer, of its own or with what it inherits. */
export function openAnswers(form: Asked): Question[] {
  return QUESTIONS.filter((question) => !ANSWERS[question].some((field) => answers(form, field)));
}

function answers({ get, inherited }: Asked, field: RuleField): boolean {
  const own = get(field);
  const below = inherited(field);
  // What differs from metric to metric is stated for each.
  return isBlank(own) ? below !== undefined && (below.differs === true || says(below.value)) : says(own);
}

function says(value: unknown): boolean {
  return typeof value === 'string' ? !isPlaceholder(value) : !isBlank(value);
}
