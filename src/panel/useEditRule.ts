import { config, locationService } from '@grafana/runtime';
import { useCallback } from 'react';

/**
 * Opens the panel's editor, where its rules are written.
 *
 * @returns undefined where there is no editor to go to: the person may not edit dashboards, is in the editor already, or
 * looks at a wall display or a shared view
 */
export function useEditRule(panelId: number): (() => void) | undefined {
  const open = useCallback(() => locationService.partial({ editPanel: panelId, viewPanel: null }), [panelId]);
  return mayEdit() && !isBare() ? open : undefined;
}

function mayEdit(): boolean {
  const { user } = config.bootData;
  return user.isSignedIn && Boolean(user.permissions?.['dashboards:write']);
}

function isBare(): boolean {
  const query = locationService.getSearchObject();
  return 'kiosk' in query || 'editPanel' in query || Boolean(config.publicDashboardAccessToken);
}
