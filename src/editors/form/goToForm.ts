import { locationService } from '@grafana/runtime';

import type { FormPlace } from './formPlace';
import type { FormRequest } from './formRequest';
import { formRequest } from './formRequest';
import { t } from '../../locales/t';

/** The group of the option pane in which the panel's own options are. */
export function ruleCategory(): string {
  return t('panel.rule-option.category', 'Protocol');
}

/**
 * Leads to the form of a rule: the option pane opens the group that holds it (Grafana's own `showCategory`), and the
 * form that finds itself asked for takes the focus.
 *
 * @param editor - What of the URL leads to the panel's editor; left out where that is open.
 */
export function goToForm(request: FormRequest, editor: Record<string, unknown> = {}): void {
  formRequest.put(request);
  locationService.partial({ ...editor, showCategory: groupOf(request.place) });
}

/** The name that Grafana's option pane has for the group of a rule. */
function groupOf(place: FormPlace): string {
  return place === 'default' ? ruleCategory() : `panel-options-override-${place}`;
}
