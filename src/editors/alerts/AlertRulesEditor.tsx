import { LoadingPlaceholder } from '@grafana/ui';

import { t } from '../../locales/t';
import { latePart } from '../../views/parts/latePart';

// It brings the writer of YAML: it loads when the option pane shows it.
const AlertRules = latePart(() => import(/* webpackChunkName: "alert-rules" */ './AlertRules'), {
  what: () => t('editors.alerts.part', 'The export of alert rules'),
  waiting: () => <LoadingPlaceholder text={t('editors.rule.loading', 'Loading the form…')} />,
});

/** The editor of the option "Alert rules", which keeps nothing: it writes files for engines. */
export function AlertRulesEditor() {
  return <AlertRules />;
}
