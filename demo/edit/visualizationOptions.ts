import { FieldConfigSource, PanelData, PanelPlugin, StandardEditorContext } from '@grafana/data';
import { VizPanel } from '@grafana/scenes';
import { collectFieldOptions } from './fieldOptionRows';
import { getLinkSuggestions } from './linkSuggestions';
import { OptionGroup, OptionGroupList } from './optionGroups';
import { collectPanelOptions } from './panelOptionRows';
import { getAt, setAt } from './paths';

/** The parts of a panel's state that its options depend on; the title and the like are none of them. */
export interface EditedPanel {
  /** Takes the changes. */
  panel: VizPanel;
  plugin: PanelPlugin;
  options: object;
  fieldConfig: FieldConfigSource;
  /** What the visualization tells its own editors. */
  instanceState: unknown;
  data: PanelData | undefined;
}

/** What the editors of a panel's options are told about the panel. */
export function editorContext({ panel, options, instanceState, data }: EditedPanel): StandardEditorContext<unknown> {
  return {
    data: data?.series ?? [],
    annotations: data?.annotations,
    options,
    replaceVariables: panel.interpolate,
    eventBus: panel.getPanelContext().eventBus,
    instanceState,
    getSuggestions: getLinkSuggestions,
  };
}

/** Changes a panel's field config as it is now; what the change leaves out is gone. */
export function updateFieldConfig(panel: VizPanel, change: (current: FieldConfigSource) => FieldConfigSource): void {
  panel.onFieldConfigChange(change(panel.state.fieldConfig), true);
}

/**
 * All options of a panel's visualization, in groups: first the panel options, then the field options' defaults.
 * A change goes straight into the panel.
 */
export function visualizationOptions(edited: EditedPanel): OptionGroup[] {
  const { panel, plugin, options, fieldConfig } = edited;
  const idPrefix = plugin.meta.id;
  const context = editorContext(edited);
  const list = new OptionGroupList(plugin.meta.name);

  collectPanelOptions({
    idPrefix,
    supplier: plugin.getPanelOptionsSupplier(),
    access: {
      getValue: (path) => getAt(options, path),
      // The options as they are then: some editors (the color picker) report late.
      onChange: (path, value) => panel.onOptionsChange(setAt(panel.state.options, path, value)),
    },
    context,
    groups: list,
  });
  collectFieldOptions({
    idPrefix,
    registry: plugin.fieldConfigRegistry,
    fieldConfig,
    update: (change) => updateFieldConfig(panel, change),
    context,
    groups: list,
  });
  return list.groups;
}
