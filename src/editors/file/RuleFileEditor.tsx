import type { StandardEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { LoadingPlaceholder } from '@grafana/ui';
import { Suspense, lazy } from 'react';
import { isRecord } from '../../rule/isRecord';

// It brings the parsers of YAML and CSV: it loads when the option pane shows it.
const RuleFile = lazy(() => import(/* webpackChunkName: "rule-file" */ './RuleFile'));

/** The editor of the option "Rule file": import and export of rules. The stored value is whatever was saved. */
export function RuleFileEditor({ value, onChange, context }: StandardEditorProps<unknown>) {
  const options: unknown = context.options;
  return (
    <Suspense fallback={<LoadingPlaceholder text={t('editors.rule.loading', 'Loading the form…')} />}>
      <RuleFile value={value} options={isRecord(options) ? options : {}} onChange={onChange} />
    </Suspense>
  );
}
