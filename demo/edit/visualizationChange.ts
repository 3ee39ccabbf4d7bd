import {
  FieldConfigSource,
  filterFieldConfigOverrides,
  isStandardFieldProp,
  PanelPluginMeta,
  PluginState,
  restoreCustomOverrideRules,
} from '@grafana/data';

/** What a panel had under one visualization. */
export interface PanelSetup {
  options: object;
  fieldConfig: FieldConfigSource;
}

/** What the panel had under the visualizations left in this editing session, by plugin id. */
export type FormerSetups = ReadonlyMap<string, PanelSetup>;

interface Change {
  /** For `VizPanel.changePluginType`; without options the new visualization starts from its defaults. */
  options: object | undefined;
  fieldConfig: FieldConfigSource;
  /** What to remember from now on. */
  former: FormerSetups;
}

/**
 * The steps of Grafana's panel editor before it changes a panel's visualization.
 *
 * All custom field options go, from the defaults and from the overrides. Where the new visualization was used before
 * in this session, its options, its custom defaults and its custom overrides come back.
 */
export function planChange(fromId: string, current: PanelSetup, toId: string, former: FormerSetups): Change {
  const cleared: FieldConfigSource = {
    defaults: { ...current.fieldConfig.defaults, custom: {} },
    overrides: filterFieldConfigOverrides(current.fieldConfig.overrides, isStandardFieldProp),
  };
  const remembered = new Map(former).set(fromId, current);
  const earlier = remembered.get(toId);
  return {
    options: earlier?.options,
    fieldConfig: earlier ? restoreCustomOverrideRules(cleared, earlier.fieldConfig) : cleared,
    former: remembered,
  };
}

/** The visualizations to choose from: those not hidden, in the host's order, found by name. */
export function listVisualizations(
  panels: Record<string, PanelPluginMeta>,
  currentId: string,
  query: string
): PanelPluginMeta[] {
  const needle = query.trim().toLowerCase();
  return Object.values(panels)
    .filter((meta) => meta.id === currentId || (!meta.hideFromList && meta.state !== PluginState.deprecated))
    .filter(({ name }) => name.toLowerCase().includes(needle))
    .sort((a, b) => (a.sort ?? 100) - (b.sort ?? 100) || a.name.localeCompare(b.name));
}
