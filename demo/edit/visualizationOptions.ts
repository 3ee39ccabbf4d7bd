import { PanelData, PanelPlugin, StandardEditorContext } from '@grafana/data';
import { VizPanel } from '@grafana/scenes';
import { collectFieldOptions } from './fieldOptionRows';
import { getLinkSuggestions } from './linkSuggestions';
import { OptionGroup, OptionGroupList } from './optionGroups';
import { collectPanelOptions } from './panelOptionRows';
import { getAt, setAt } from './paths';

/** What the editors of a panel's options are told about the panel. */
export function editorContext(panel: VizPanel, data: PanelData | undefined): StandardEditorContext<unknown> {
  return {
    data: data?.series ?? [],
    annotations: data?.annotations,
    options: panel.state.options,
    replaceVariables: panel.interpolate,
    eventBus: panel.getPanelContext().eventBus,
    instanceState: panel.state._pluginInstanceState,
    getSuggestions: getLinkSuggestions,
  };
}

/**
 * All options of a panel's visualization, in groups: first the panel options, then the field options' defaults.
 * A change goes straight into the panel.
 */
export function visualizationOptions(panel: VizPanel, plugin: PanelPlugin, data: PanelData | undefined): OptionGroup[] {
  const { options, fieldConfig } = panel.state;
  const idPrefix = plugin.meta.id;
  const context = editorContext(panel, data);
  const list = new OptionGroupList(plugin.meta.name);

  collectPanelOptions({
    idPrefix,
    supplier: plugin.getPanelOptionsSupplier(),
    access: {
      getValue: (path) => getAt(options, path),
      onChange: (path, value) => panel.onOptionsChange(setAt(options, path, value)),
    },
    context,
    groups: list,
  });
  collectFieldOptions({
    idPrefix,
    registry: plugin.fieldConfigRegistry,
    fieldConfig,
    onChange: (next) => panel.onFieldConfigChange(next, true),
    context,
    groups: list,
  });
  return list.groups;
}
