import type { PanelPlugin } from '@grafana/data';
import { getPluginImportUtils } from '@grafana/runtime';

import type { HostCan } from './hosts';

/** The visualization that a Protocol panel shows, and whose options it borrows, unless it took over another one. */
export const TIME_SERIES = 'timeseries';

/** The visualization that the panel shows: under way, not to be had in this Grafana, or there, with what it can show. */
export type Host = { kind: 'loading' } | { kind: 'missing' } | { kind: 'ready'; plugin: PanelPlugin; can: HostCan };

/**
 * Loads a native visualization as Grafana itself does for its panels.
 *
 * @returns the plugin, or undefined where this Grafana can't give it; the panel then shows its cards without a chart.
 */
export async function importHostPlugin(id: string): Promise<PanelPlugin | undefined> {
  try {
    return await getPluginImportUtils().importPanelPlugin(id);
  } catch (error) {
    console.warn(`Protocol: the visualization "${id}" can't be loaded, so cards are shown without a chart.`, error);
    return undefined;
  }
}

/** The native visualization if it is loaded already, else undefined. Never throws. */
export function getHostPlugin(id: string): PanelPlugin | undefined {
  try {
    return getPluginImportUtils().getPanelPluginFromCache(id);
  } catch {
    return undefined;
  }
}
