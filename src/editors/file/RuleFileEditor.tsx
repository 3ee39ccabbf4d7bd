import type { StandardEditorProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';

import { t } from '../../locales/t';
import { isRecord } from '../../rule/isRecord';
import { latePart } from '../../views/parts/latePart';

// It brings the parsers of YAML and CSV: it loads when the option pane shows it.
const RuleFile = latePart(() => import(/* webpackChunkName: "rule-file" */ './RuleFile'), {
  what: () => t('editors.file.part', 'The rule file'),
  waiting: () => <LoadingPlaceholder text={t('editors.rule.loading', 'Loading the form…')} />,
});

/** The editor of the option "Rule file": import and export of rules. The stored value is whatever was saved. */
export function RuleFileEditor({ value, onChange, context }: StandardEditorProps<unknown>) {
  const options: unknown = context.options;
  return <RuleFile value={value} options={isRecord(options) ? options : {}} onChange={onChange} />;
}
