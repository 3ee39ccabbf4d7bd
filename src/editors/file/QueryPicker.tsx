import type { StandardEditorProps } from '@grafana/data';

import { t } from '../../locales/t';
import { latePart } from '../../views/parts/latePart';

// Loaded when the option pane shows it, with the rule file that stands beside it there.
const QueryCombobox = latePart(() => import(/* webpackChunkName: "rule-file" */ './QueryCombobox'), {
  what: () => t('editors.query.part', 'The choice of a query'),
});

/** Picks one of the panel's queries by its refId, or none. */
export function QueryPicker({ id, value, onChange, context }: StandardEditorProps<unknown>) {
  return <QueryCombobox id={id} value={value} series={context.data} onChange={onChange} />;
}
