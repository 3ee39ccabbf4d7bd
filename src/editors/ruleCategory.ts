import { t } from '../locales/t';

/** The group of the option pane in which the panel's own options are. */
export function ruleCategory(): string {
  return t('panel.rule-option.category', 'Protocol');
}
