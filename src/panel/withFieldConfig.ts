import type { FieldConfigSource, GrafanaTheme2, PanelData, PanelPlugin } from '@grafana/data';
import { applyFieldOverrides } from '@grafana/data';

interface FieldConfigContext {
  /** Whose field config it is: only its own registry understands it. */
  plugin: PanelPlugin;
  fieldConfig: FieldConfigSource;
  theme: GrafanaTheme2;
  replaceVariables: (text: string) => string;
}

/** Data with a field config applied, as Grafana applies a panel's to the data that it gives to it. */
export function withFieldConfig(data: PanelData, context: FieldConfigContext): PanelData {
  const { plugin, fieldConfig, theme, replaceVariables } = context;
  return {
    ...data,
    series: applyFieldOverrides({
      data: data.series,
      fieldConfig,
      fieldConfigRegistry: plugin.fieldConfigRegistry,
      replaceVariables,
      theme,
      timeZone: data.request?.timezone,
    }),
  };
}
