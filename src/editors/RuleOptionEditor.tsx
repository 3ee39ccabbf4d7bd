import type { FieldOverrideContext, StandardEditorContext, StandardEditorProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';

import { t } from '../locales/t';
import { latePart } from '../views/parts/latePart';

// Nobody needs the form to see a dashboard: it loads when the option pane shows it.
const RuleForm = latePart(() => import(/* webpackChunkName: "rule-form" */ './form/RuleForm'), {
  what: () => t('editors.rule.part', 'The form'),
  waiting: () => <LoadingPlaceholder text={t('editors.rule.loading', 'Loading the form…')} />,
});

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
