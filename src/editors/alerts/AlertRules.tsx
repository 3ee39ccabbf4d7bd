import { useMemo } from 'react';

import { t } from '../../locales/t';
import { editedPanel } from '../editedPanel';
import type { EditedPanel } from '../editedPanel';
import { useShelf } from '../shelf';
import { AlertFile } from './AlertFile';
import { useAlertPlace } from './alertPlace';
import { panelToExport } from './panelToExport';

const NONE: NonNullable<EditedPanel['stated']> = [];

/** The alert rules of the panel that is edited, as files for the engines. */
export default function AlertRules() {
  const panel = useShelf(editedPanel);
  const exported = useMemo(() => panel && panelToExport(panel, panel.stated ?? NONE), [panel]);
  const place = useAlertPlace(exported?.dashboard.uid);
  return exported ? (
    <AlertFile panel={exported} place={place} />
  ) : (
    <p>{t('editors.alerts.waiting', 'The rules are exported as soon as the panel has data.')}</p>
  );
}
