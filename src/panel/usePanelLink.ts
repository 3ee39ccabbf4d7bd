import type { PanelProps } from '@grafana/data';
import { useMemo } from 'react';

import { dashboardTitle } from '../frames/sceneObject';
import type { PanelLink } from '../words/answerSentence';
import { panelUrl } from './panelUrl';

/**
 * How a reader elsewhere finds a panel: its title as it is shown, that of its dashboard, and the address of both. The very
 * same object as long as it says the same: every card has it.
 */
export function usePanelLink(panel: Pick<PanelProps, 'id' | 'title' | 'replaceVariables' | 'data'>): PanelLink {
  const title = panel.replaceVariables(panel.title);
  const dashboard = panel.data.request && dashboardTitle(panel.data.request);
  const url = panelUrl(panel.id, window.location);
  return useMemo(() => ({ title, dashboard, url }), [title, dashboard, url]);
}
