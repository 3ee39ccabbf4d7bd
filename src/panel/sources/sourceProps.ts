import type { DataFrame, FieldConfig, FieldConfigSource, PanelData, PanelProps, ScopedVars } from '@grafana/data';

import { PROTOCOL_PANEL } from '../../frames/foundPanel';
import { RULE, RULE_PROPERTY } from '../../frames/ruleProperty';
import type { ScenePanel } from '../../frames/scenePanels';
import { migrate } from '../migrations/migrate';
import type { ProtocolOptions } from '../options';
import { isFieldConfig } from '../takenOver';

const NO_CONFIG: FieldConfigSource = { defaults: {}, overrides: [] };

/**
 * The field config of a panel as it judges by it. What other panels have left of a rule, from the days when they were a
 * Protocol panel, is none.
 */
export function fieldConfigOf({ type, saved: { fieldConfig } }: Pick<ScenePanel, 'type' | 'saved'>): FieldConfigSource {
  if (!isFieldConfig(fieldConfig)) {
    return NO_CONFIG;
  }
  return type === PROTOCOL_PANEL ? fieldConfig : withoutRules(fieldConfig);
}

function withoutRules({ defaults, overrides, ...config }: FieldConfigSource): FieldConfigSource {
  const { [RULE]: _, ...custom } = { ...defaults.custom };
  return {
    ...config,
    defaults: { ...defaults, custom },
    overrides: overrides.map((override) => ({
      ...override,
      properties: override.properties.filter(({ id }) => id !== RULE_PROPERTY),
    })),
  };
}

/** The options of a panel, in the newest version; those of other kinds of panels mean something else. */
export function optionsOf({ type, saved: { options } }: Pick<ScenePanel, 'type' | 'saved'>): ProtocolOptions {
  return type === PROTOCOL_PANEL ? migrate(options) : {};
}

/** Puts variables into texts of a panel as it does: in a repeat with its own values. */
export function variablesOf(
  replaceVariables: PanelProps['replaceVariables'],
  repeat: ScenePanel['repeat']
): PanelProps['replaceVariables'] {
  const own: ScopedVars = Object.fromEntries(
    Object.entries(repeat).map(([name, value]) => [name, { value, text: value }])
  );
  return (text, scopedVars, format) => replaceVariables(text, { ...own, ...scopedVars }, format);
}

/**
 * What another panel shows, of frames that came through a query for it: without what the field config of the panel that
 * asked has put on them.
 *
 * @param asking - The data of the panel that asked.
 */
export function takenData(asking: PanelData, series: readonly DataFrame[]): PanelData {
  return {
    ...asking,
    series: series.map((frame) => ({
      ...frame,
      fields: frame.fields.map((field) => ({ ...field, config: ofDataSource(field.config), state: null })),
    })),
  };
}

/** What data sources say and nobody sets in a field config. */
function ofDataSource({ displayNameFromDS, interval, type }: FieldConfig): FieldConfig {
  return { displayNameFromDS, interval, type };
}
