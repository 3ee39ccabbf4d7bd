import {
  FieldColorModeId,
  FieldConfigProperty,
  PanelPlugin,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
} from '@grafana/data';

import { borrowFieldConfig } from './borrowFieldConfig';

const standardItem = (id: FieldConfigProperty) => ({
  id,
  path: id,
  name: id,
  editor: () => null,
  override: () => null,
  process: (value: unknown) => value,
  shouldApply: () => true,
});

beforeAll(() => {
  standardEditorsRegistry.setInit(() => [{ id: 'number', name: 'number', editor: () => null }]);
  standardFieldConfigEditorRegistry.setInit(() =>
    [FieldConfigProperty.Color, FieldConfigProperty.Unit, FieldConfigProperty.Min].map(standardItem)
  );
});

/** A native panel with two custom options, without the standard option Min, and with colours of its own. */
function nativePanel() {
  return new PanelPlugin(null).useFieldConfig({
    disableStandardOptions: [FieldConfigProperty.Min],
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: true, preferThresholdsMode: false },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
    },
    useCustomConfig: (builder) => {
      builder.addNumberInput({ path: 'lineWidth', name: 'Line width', defaultValue: 1 }).addNumberInput({
        path: 'axisSoftMin',
        name: 'Soft min',
        showIf: (config: { on?: boolean }) => Boolean(config.on),
      });
    },
  });
}

describe('borrowFieldConfig', () => {
  it('has every option of the host chart under the same id and path, and the rule', () => {
    const host = nativePanel();
    const panel = new PanelPlugin(null).useFieldConfig(borrowFieldConfig(host));
    const ids = (plugin: PanelPlugin) => plugin.fieldConfigRegistry.list().map(({ id }) => id);
    expect(ids(panel).sort()).toEqual([...ids(host), 'custom.rule'].sort());
    for (const item of host.fieldConfigRegistry.list()) {
      const { path, defaultValue, showIf, settings } = panel.fieldConfigRegistry.get(item.id);
      expect({ path, defaultValue, showIf, settings }).toEqual({
        path: item.path,
        defaultValue: item.defaultValue,
        showIf: item.showIf,
        settings: item.settings,
      });
    }
  });

  it('has the same defaults', () => {
    const panel = new PanelPlugin(null).useFieldConfig(borrowFieldConfig(nativePanel()));
    expect(panel.fieldConfigDefaults.defaults).toEqual(nativePanel().fieldConfigDefaults.defaults);
  });

  it('still has the rule where the host chart can not be had', () => {
    const panel = new PanelPlugin(null).useFieldConfig(borrowFieldConfig(undefined));
    expect(panel.fieldConfigRegistry.list().map(({ id }) => id)).toContain('custom.rule');
  });
});
