import { LoadingPlaceholder } from '@grafana/ui';

import { t } from '../../locales/t';
import { latePart } from '../../views/parts/latePart';

/** The form of a rule. Nobody needs it to see a dashboard: it loads when the option pane shows it. */
export const RuleForm = latePart(() => import(/* webpackChunkName: "rule-form" */ './RuleForm'), {
  what: () => t('editors.rule.part', 'The form'),
  waiting: () => <LoadingPlaceholder text={t('editors.rule.loading', 'Loading the form…')} />,
});
