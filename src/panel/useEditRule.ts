import { CoreApp } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { usePanelContext } from '@grafana/ui';
import { useMemo } from 'react';

/**
 * Opens the panel's editor, where its rules are written.
 *
 * @returns undefined where the person may not edit dashboards, or is in the editor already
 */
export function useEditRule(panelId: number): (() => void) | undefined {
  const { app } = usePanelContext();
  return useMemo(() => {
    const canOpen = app !== CoreApp.PanelEditor && mayEdit() && !isBare();
    return canOpen ? () => locationService.partial({ editPanel: panelId, viewPanel: null }) : undefined;
  }, [app, panelId]);
}

function mayEdit(): boolean {
  const { user } = config.bootData;
  return user.isSignedIn && Boolean(user.permissions?.['dashboards:write']);
}

/** A wall display or a shared view has no editor to go to. */
function isBare(): boolean {
  const query = locationService.getSearchObject();
  return Boolean(query.kiosk) || config.publicDashboardAccessToken !== undefined;
}
