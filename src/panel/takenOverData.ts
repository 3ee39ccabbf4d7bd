import { type GrafanaTheme2, type PanelData, type PanelPlugin, applyFieldOverrides } from '@grafana/data';

import { type TakenOver } from './options';

/**
 * The panel's data with the field config of the visualization that was taken over, which only its own registry
 * understands.
 */
export function takenOverData(
  data: PanelData,
  host: PanelPlugin,
  { fieldConfig }: TakenOver,
  theme: GrafanaTheme2,
  replaceVariables: (text: string) => string
): PanelData {
  return {
    ...data,
    series: applyFieldOverrides({
      data: data.series,
      fieldConfig,
      fieldConfigRegistry: host.fieldConfigRegistry,
      replaceVariables,
      theme,
    }),
  };
}
