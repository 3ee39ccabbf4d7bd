import type { ConfigOverrideRule, FieldConfigSource, PanelTypeChangedHandler } from '@grafana/data';

import { TIME_SERIES } from '../chart/hostPlugin';
import { RULE_PROPERTY } from '../frames/ruleProperty';
import { OPTIONS_VERSION } from './migrations/migrate';
import type { ProtocolOptions } from './options';
import { isFieldConfig } from './takenOver';

/** Visualizations that can be shown inside the panel with their own options and field config. */
const TAKEN_OVER = new Set([
  'stat',
  'gauge',
  'bargauge',
  'state-timeline',
  'status-history',
  'barchart',
  'table',
  'histogram',
  'heatmap',
  'trend',
  'candlestick',
  'piechart',
]);

/**
 * Keeps a panel as it was when it is switched to Protocol. Grafana clears the custom field options on a change of type
 * and takes only the returned options, so the field config is restored in place, in the object that Grafana goes on
 * using. A rule that is there already (the editor restores it when one switches back and forth) stays.
 */
export const changeHandler: PanelTypeChangedHandler<ProtocolOptions> = (
  panel,
  prevPluginId,
  prevOptions,
  prevFieldConfig
) => {
  const saved = isFieldConfig(prevFieldConfig) ? prevFieldConfig : undefined;
  // What the editor restored says its own version; all else begins in the newest.
  const own = { version: OPTIONS_VERSION, ...panel.options };
  if (prevPluginId === TIME_SERIES) {
    restoreFieldConfig(panel.fieldConfig, saved);
    return { ...keepingChart(own), chart: { ...prevOptions }, takenOver: undefined };
  }
  if (TAKEN_OVER.has(prevPluginId)) {
    const fieldConfig = saved ?? { defaults: {}, overrides: [] };
    return { ...keepingChart(own), chart: { ...prevOptions }, takenOver: { pluginId: prevPluginId, fieldConfig } };
  }
  return own;
};

/** Whoever made one chart of several metrics meant it: it is not taken apart, unless rows were chosen before. */
function keepingChart(options: ProtocolOptions | undefined): ProtocolOptions {
  const { layout } = options ?? {};
  return { ...options, layout: layout === 'rows' ? layout : 'list' };
}

function restoreFieldConfig(target: FieldConfigSource, saved: FieldConfigSource | undefined) {
  if (!saved) {
    return;
  }
  const rule: unknown = target.defaults.custom?.rule;
  target.defaults.custom = {
    ...target.defaults.custom,
    ...saved.defaults.custom,
    ...(rule !== undefined && { rule }),
  };
  target.defaults.color = saved.defaults.color ?? target.defaults.color;
  target.overrides = withRules(saved.overrides, target.overrides);
}

/** The saved overrides, with the rules of the present ones added to the override of the same fields. */
function withRules(saved: ConfigOverrideRule[], present: ConfigOverrideRule[]): ConfigOverrideRule[] {
  const result = saved.map((override) => ({ ...override, properties: [...override.properties] }));
  for (const { matcher, properties } of present) {
    const rules = properties.filter(({ id }) => id === RULE_PROPERTY);
    const same = result.find((override) => JSON.stringify(override.matcher) === JSON.stringify(matcher));
    if (same) {
      same.properties.push(...rules);
    } else if (rules.length > 0) {
      result.push({ matcher, properties: rules });
    }
  }
  return result;
}
