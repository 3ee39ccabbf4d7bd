import type { Rule } from '../rule/rule';
import type { Translate } from './translate';
import { said } from './said';
import type { TimeWords } from './whenWords';

/** Who agreed on the rule, and when: "Sales and Finance, 3 March 2026". Undefined where neither is stated. */
export function agreedWords(t: Translate, rule: Rule, times: TimeWords): string | undefined {
  const by = said(rule, 'agreedBy');
  const day = said(rule, 'agreedOn');
  const on = day && dayWords(day, times);
  if (by && on) {
    return t('views.agreed.by-on', 'Agreed by {{by}}, {{on}}', { by, on });
  }
  if (by) {
    return t('views.agreed.by', 'Agreed by {{by}}', { by });
  }
  return on ? t('views.agreed.on', 'Agreed on {{on}}', { on }) : undefined;
}

/** A date of the calendar, which has no time zone; what is not written as one stays as it was written. */
function dayWords(text: string, times: TimeWords): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? times.fullDate(Date.parse(`${text}T00:00:00Z`)) : text;
}
