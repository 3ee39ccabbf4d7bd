import type { FieldConfigEditorBuilder, FieldOverrideContext } from '@grafana/data';

import { RuleOptionEditor } from '../editors/RuleOptionEditor';
import { ruleCategory } from '../editors/ruleCategory';
import { isJudgeable } from '../frames/drawnFields';
import { RULE } from '../frames/ruleProperty';
import type { StackedRules } from '../frames/statedRules';
import { stackRule } from '../frames/statedRules';
import { t } from '../locales/t';

/** Registers the one field option of the panel's own: the intervention rule. */
export function addRuleOption(builder: FieldConfigEditorBuilder<unknown>) {
  builder.addCustomEditor({
    id: RULE,
    path: RULE,
    name: t('panel.rule-option.name', 'Intervention rule'),
    description: t(
      'panel.rule-option.description',
      'When to act, who acts, what they do and what happens automatically. What is left blank comes from the rule for all metrics, or the sheet.'
    ),
    category: [ruleCategory()],
    editor: RuleOptionEditor,
    override: RuleOptionEditor,
    process: stackStated,
    shouldApply: isJudgeable,
  });
}

/**
 * Grafana gives a field the default and then each matching override, one after the other, and would let the last one
 * win as a whole, a blank one by taking the rule away. This stacks them instead, oldest first, so that blank fields
 * inherit field by field.
 */
function stackStated(value: unknown, { field }: FieldOverrideContext): StackedRules | undefined {
  return stackRule(field?.config, value);
}
