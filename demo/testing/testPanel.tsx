import {
  DataFrame,
  FieldConfigProperty,
  FieldType,
  getDefaultTimeRange,
  identityOverrideProcessor,
  LoadingState,
  PanelPlugin,
  PanelPluginMeta,
  PanelTypeChangedHandler,
  PluginType,
  standardEditorsRegistry,
  StandardEditorProps,
  standardFieldConfigEditorRegistry,
  toDataFrame,
} from '@grafana/data';
import { config, setPluginImportUtils } from '@grafana/runtime';
import { SceneDataNode, SceneTimeRange, VizPanel } from '@grafana/scenes';
import { getHostFieldConfigItems, getHostOptionEditors } from '../edit/standardEditors';

const plugins = new Map<string, PanelPlugin>();

// Registries and import utilities are set once in the life of a page.
standardEditorsRegistry.setInit(getHostOptionEditors);
standardFieldConfigEditorRegistry.setInit(getHostFieldConfigItems);
setPluginImportUtils({
  importPanelPlugin: async (id) => plugins.get(id) ?? Promise.reject(new Error(`no plugin ${id}`)),
  getPanelPluginFromCache: (id) => plugins.get(id),
});

/** Two series of one query, for tests of the edit pane. */
export const FRAMES: DataFrame[] = ['Pipeline', 'Disputes'].map((name) =>
  toDataFrame({
    refId: 'A',
    fields: [
      { name: 'Time', type: FieldType.time, values: [1, 2] },
      { name, type: FieldType.number, values: [10, 20] },
    ],
  })
);

function RuleEditor({ value, onChange, id }: StandardEditorProps<{ owner: string } | undefined>) {
  return <input id={id} value={value?.owner ?? ''} onChange={(e) => onChange({ owner: e.currentTarget.value })} />;
}

/** A plugin with an option of every kind that the pane treats differently. */
function makeProtocolPlugin(): PanelPlugin {
  return new PanelPlugin(() => null)
    .setPanelOptions((builder) =>
      builder
        .addRadio({
          path: 'layout',
          name: 'Layout',
          defaultValue: 'beside',
          settings: {
            options: [
              { value: 'beside', label: 'Beside' },
              { value: 'wall', label: 'Wall' },
            ],
          },
        })
        .addNumberInput({
          path: 'wall.tiles',
          name: 'Tiles',
          defaultValue: 4,
          showIf: ({ layout }) => layout === 'wall',
        })
        .addNestedOptions({
          path: 'host.options',
          category: ['Chart'],
          build: (nested) =>
            nested
              .addBooleanSwitch({ path: 'legend.show', name: 'Show legend', defaultValue: true })
              .addTextInput({ path: 'tooltip.note', name: 'Note', category: ['Tooltip'] }),
        })
    )
    .useFieldConfig({
      disableStandardOptions: [FieldConfigProperty.NoValue],
      useCustomConfig: (builder) =>
        builder
          .addSliderInput({
            path: 'lineWidth',
            name: 'Line width',
            category: ['Graph styles'],
            defaultValue: 1,
            settings: { min: 0, max: 10 },
          })
          .addCustomEditor({
            id: 'rule',
            path: 'rule',
            name: 'Intervention rule',
            category: ['Protocol'],
            editor: RuleEditor,
            override: RuleEditor,
            process: identityOverrideProcessor,
            shouldApply: () => true,
          }),
    });
}

/** Gives the host fresh plugins: `protocol`, with a change handler if wanted, and `stat`. */
export function setUpPlugins(onProtocolTypeChanged?: PanelTypeChangedHandler): void {
  const protocol = makeProtocolPlugin();
  if (onProtocolTypeChanged) {
    protocol.setPanelChangeHandler(onProtocolTypeChanged);
  }
  const stat = new PanelPlugin(() => null)
    .useFieldConfig()
    .setPanelOptions((builder) => builder.addTextInput({ path: 'textMode', name: 'Text mode', defaultValue: 'auto' }));
  plugins.set('protocol', named(protocol, 'protocol', 'Protocol'));
  plugins.set('stat', named(stat, 'stat', 'Stat'));
  config.panels = Object.fromEntries([...plugins].map(([id, { meta }]) => [id, meta]));
}

/** An active panel with data, ready to be edited. */
export function makePanel(state: Partial<VizPanel['state']> = {}): VizPanel {
  const panel = new VizPanel({
    key: 'panel-7',
    pluginId: 'protocol',
    title: 'Pipeline coverage',
    $timeRange: new SceneTimeRange(),
    $data: new SceneDataNode({
      data: { series: FRAMES, state: LoadingState.Done, timeRange: getDefaultTimeRange() },
    }),
    ...state,
  });
  panel.activate();
  return panel;
}

function named(plugin: PanelPlugin, id: string, name: string): PanelPlugin {
  const info: PanelPluginMeta['info'] = {
    author: { name: 'test' },
    description: '',
    links: [],
    logos: { large: '', small: '' },
    screenshots: [],
    updated: '',
    version: '1.0.0',
  };
  plugin.meta = { id, name, info, sort: 1, type: PluginType.panel, module: '', baseUrl: '' };
  return plugin;
}
