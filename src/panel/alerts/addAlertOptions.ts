import type { PanelOptionsEditorBuilder } from '@grafana/data';

import { AlertRulesEditor } from '../../editors/alerts/AlertRulesEditor';
import { t } from '../../locales/t';
import type { ProtocolOptions } from '../options';

/** The option that gives the panel's rules to an engine. */
export function addAlertOptions(builder: PanelOptionsEditorBuilder<ProtocolOptions>) {
  builder.addCustomEditor({
    id: 'alertRules',
    path: 'alertRules',
    name: t('panel.options.alert-rules', 'Alert rules'),
    description: t(
      'panel.options.alert-rules-description',
      'The panel’s rules for the engine that runs the alerts: Grafana Alerting or Prometheus.'
    ),
    category: [t('panel.options.category', 'Protocol')],
    editor: AlertRulesEditor,
  });
}
