import type { StandardEditorProps } from '@grafana/data';

import { t } from '../../locales/t';
import { latePart } from '../../views/parts/latePart';

/** What makes a panel show the others of its dashboard. */
export const OverviewEditor = latePart<StandardEditorProps<unknown>>(
  () => import(/* webpackChunkName: "overview" */ './OverviewPanels'),
  {
    what: () => t('editors.overview.part', 'The panels of this dashboard'),
  }
);
