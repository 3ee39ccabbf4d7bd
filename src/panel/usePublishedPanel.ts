import { type PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';

import { publishPanel, retractPanel } from '../editors/editedPanel';
import { type Protocol } from '../protocol/protocol';

/** In the panel editor, tells the form of the panel that it is for; elsewhere nothing. */
export function usePublishedPanel(panel: PanelProps, protocol: Protocol | undefined): void {
  const { data, fieldConfig, onFieldConfigChange, timeZone } = panel;
  const [who] = useState(() => Symbol('panel'));
  useEffect(() => {
    if (isEditorOpen()) {
      publishPanel(who, { data, fieldConfig, onFieldConfigChange, timeZone, protocol });
    }
  }, [who, data, fieldConfig, onFieldConfigChange, timeZone, protocol]);
  useEffect(() => () => retractPanel(who), [who]);
}

/** Whether the page shows a panel's editor. */
export function isEditorOpen(): boolean {
  return 'editPanel' in locationService.getSearchObject();
}
