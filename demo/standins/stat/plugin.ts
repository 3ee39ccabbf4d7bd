import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { PanelPlugin, ReducerID, standardEditorsRegistry, VizOrientation } from '@grafana/data';
import type { SingleStatBaseOptions } from '@grafana/schema';
import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  PercentChangeColorMode,
} from '@grafana/schema';
import { commonOptionsBuilder } from '@grafana/ui';
import type { StatOptions } from './StatPanel';
import { StatPanel } from './StatPanel';

const STYLES = ['Stat styles'];
const VALUES = ['Value options'];

const options = <T extends string>(values: readonly T[]) => ({
  options: values.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
});

/** Stands for Grafana's Stat: the same options, drawn by @grafana/ui's own BigValue. */
export const plugin = new PanelPlugin<StatOptions>(StatPanel).useFieldConfig().setPanelOptions((builder) => {
  addValueOptions(builder);
  addLayoutOptions(builder);
  addColorOptions(builder);
});

type Builder = PanelOptionsEditorBuilder<StatOptions>;

function addValueOptions(builder: Builder) {
  builder
    .addRadio({
      path: 'reduceOptions.values',
      name: 'Show',
      category: VALUES,
      defaultValue: false,
      settings: {
        options: [
          { value: false, label: 'Calculate' },
          { value: true, label: 'All values' },
        ],
      },
    })
    .addNumberInput({
      path: 'reduceOptions.limit',
      name: 'Limit',
      category: VALUES,
      settings: { placeholder: '25', integer: true, min: 1, max: 5000 },
      showIf: ({ reduceOptions }) => reduceOptions.values === true,
    })
    .addCustomEditor({
      id: 'reduceOptions.calcs',
      path: 'reduceOptions.calcs',
      name: 'Calculation',
      category: VALUES,
      editor: standardEditorsRegistry.get('stats-picker').editor,
      defaultValue: [ReducerID.lastNotNull],
      showIf: ({ reduceOptions }: SingleStatBaseOptions) => reduceOptions.values === false,
    })
    .addTextInput({ path: 'reduceOptions.fields', name: 'Fields', category: VALUES, defaultValue: '' });
}

function addLayoutOptions(builder: Builder) {
  builder.addRadio({
    path: 'orientation',
    name: 'Orientation',
    category: STYLES,
    defaultValue: VizOrientation.Auto,
    settings: options([VizOrientation.Auto, VizOrientation.Horizontal, VizOrientation.Vertical]),
  });
  commonOptionsBuilder.addTextSizeOptions(builder, { withTitle: true, withValue: true, withPercentChange: true });
  builder
    .addSelect({
      path: 'textMode',
      name: 'Text mode',
      category: STYLES,
      defaultValue: BigValueTextMode.Auto,
      settings: options(Object.values(BigValueTextMode)),
    })
    .addRadio({
      path: 'wideLayout',
      name: 'Wide layout',
      category: STYLES,
      defaultValue: true,
      settings: {
        options: [
          { value: true, label: 'On' },
          { value: false, label: 'Off' },
        ],
      },
      showIf: ({ textMode }) => textMode === BigValueTextMode.ValueAndName,
    })
    .addSelect({
      path: 'colorMode',
      name: 'Color mode',
      category: STYLES,
      defaultValue: BigValueColorMode.Value,
      settings: options(Object.values(BigValueColorMode)),
    });
}

function addColorOptions(builder: Builder) {
  builder
    .addRadio({
      path: 'graphMode',
      name: 'Graph mode',
      category: STYLES,
      defaultValue: BigValueGraphMode.Area,
      settings: options([BigValueGraphMode.None, BigValueGraphMode.Area]),
    })
    .addRadio({
      path: 'justifyMode',
      name: 'Text alignment',
      category: STYLES,
      defaultValue: BigValueJustifyMode.Auto,
      settings: options(Object.values(BigValueJustifyMode)),
    })
    .addBooleanSwitch({ path: 'showPercentChange', name: 'Show percent change', category: STYLES, defaultValue: false })
    .addSelect({
      path: 'percentChangeColorMode',
      name: 'Percent change color mode',
      category: STYLES,
      defaultValue: PercentChangeColorMode.Standard,
      settings: options(Object.values(PercentChangeColorMode)),
      showIf: ({ showPercentChange }) => showPercentChange,
    });
}
