import { config } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { useMemo } from 'react';

import { t } from '../../locales/t';
import { editedPanel } from '../editedPanel';
import type { EditedPanel } from '../editedPanel';
import { useShelf } from '../shelf';
import { AlertFile } from './AlertFile';
import { useAlertPlace } from './alertPlace';
import { exportedRules } from './exportedRules';
import { FormList } from './FormList';
import { panelToExport } from './panelToExport';

const NONE: NonNullable<EditedPanel['stated']> = [];

/** The alert rules of the panel that is edited, as files for the engines. */
export default function AlertRules() {
  const panel = useShelf(editedPanel);
  const exported = useMemo(() => panel && panelToExport(panel, panel.stated ?? NONE), [panel]);
  const place = useAlertPlace(exported?.dashboard.uid);
  const rules = useMemo(() => (exported ? exportedRules(exported, 'grafana', place).rules : []), [exported, place]);
  const mayCreate = config.bootData.user.permissions?.['alert.rules:create'] === true;
  return exported ? (
    <Stack direction="column" gap={2}>
      {mayCreate && rules.length > 0 && <FormList rules={rules} place={place} words={({ rule }) => rule.title} />}
      <AlertFile panel={exported} place={place} isFolded />
    </Stack>
  ) : (
    <p>{t('editors.alerts.waiting', 'The rules are exported as soon as the panel has data.')}</p>
  );
}
