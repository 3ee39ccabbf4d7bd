import { locationService } from '@grafana/runtime';

/** Whether the page shows a panel's editor. */
export function isEditorOpen(): boolean {
  return 'editPanel' in locationService.getSearchObject();
}

/** What of the URL leads to a panel's editor: nothing where it is open. */
export function editorOf(panelId: number): Record<string, unknown> {
  return isEditorOpen() ? {} : { editPanel: panelId, viewPanel: null };
}
