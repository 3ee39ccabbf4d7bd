import type { FieldOverrideContext, StandardEditorContext, StandardEditorProps } from '@grafana/data';

import { RuleForm } from './form/lateRuleForm';

/**
 * The editor of the field option "Intervention rule", as default and in an override. The stored value is whatever was
 * saved (`unknown` until it is read); what it holds beyond the known fields is kept.
 */
export function RuleOptionEditor({ value, onChange, id, context }: StandardEditorProps<unknown>) {
  return <RuleForm id={id} value={value} isOverride={isOverride(context)} onChange={onChange} />;
}

/** Grafana tells it to the editors of overrides, though the type of what they get doesn't. */
function isOverride(context: StandardEditorContext<unknown> | FieldOverrideContext): boolean {
  return 'isOverride' in context && context.isOverride === true;
}
