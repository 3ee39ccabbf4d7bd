import { standardFieldConfigEditorRegistry } from '@grafana/data';
import { locationService } from '@grafana/runtime';

import { ruleCategory } from '../ruleCategory';
import type { FormPlace } from './formPlace';
import type { FormRequest } from './formRequest';
import { formRequest } from './formRequest';

/**
 * Leads to the form of a rule: the option pane opens the group that holds it (Grafana's own `showCategory`), and the
 * form that finds itself asked for takes the focus.
 *
 * @param editor - What of the URL leads to the panel's editor (`editorOf`); left out where that is open.
 */
export function goToForm(request: FormRequest, editor: Record<string, unknown> = {}): void {
  formRequest.put(request);
  locationService.partial({ ...editor, showCategory: groupOf(request.place) });
}

/** Leads to Grafana's own thresholds among the field options. */
export function goToThresholds(editor: Record<string, unknown> = {}): void {
  const category = standardFieldConfigEditorRegistry.getIfExists('thresholds')?.category?.[0];
  locationService.partial({ ...editor, showCategory: category ?? 'Thresholds' });
}

/** The name that Grafana's option pane has for the group of a rule: the rule file is an option beside the default rule. */
function groupOf(place: FormPlace): string {
  return typeof place === 'number' ? `panel-options-override-${place}` : ruleCategory();
}
