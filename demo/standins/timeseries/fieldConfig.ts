import type { Field, FieldConfigEditorBuilder, SetFieldConfigOptionsArgs } from '@grafana/data';
import { FieldColorModeId, FieldConfigProperty, FieldType, identityOverrideProcessor } from '@grafana/data';
import type { GraphFieldConfig, LineStyle } from '@grafana/schema';
import {
  BarAlignment,
  GraphDrawStyle,
  GraphGradientMode,
  GraphThresholdsStyleMode,
  GraphTransform,
  LineInterpolation,
  StackingMode,
  VisibilityMode,
} from '@grafana/schema';
import { commonOptionsBuilder, getGraphFieldOptions } from '@grafana/ui';
import { JsonEditor } from '../../edit/editors/JsonEditor';
import { ThresholdsStyleEditor } from './ThresholdsStyleEditor';

const STYLES = ['Graph styles'];

const drawsLines = ({ drawStyle }: GraphFieldConfig) => drawStyle === GraphDrawStyle.Line;
const drawsBars = ({ drawStyle }: GraphFieldConfig) => drawStyle === GraphDrawStyle.Bars;
const drawsNoPoints = ({ drawStyle }: GraphFieldConfig) => drawStyle !== GraphDrawStyle.Points;
const mayHavePoints = (config: GraphFieldConfig) =>
  config.showPoints !== VisibilityMode.Never || config.drawStyle === GraphDrawStyle.Points;
const isNumber = (field: Field) => field.type === FieldType.number;
const isNoTime = (field: Field) => field.type !== FieldType.time;

/** All 28 custom field options of Time series in Grafana 12.4, with its ids, paths and defaults. */
export const graphFieldConfig: SetFieldConfigOptionsArgs<GraphFieldConfig> = {
  standardOptions: {
    [FieldConfigProperty.Color]: {
      settings: { byValueSupport: true, bySeriesSupport: true, preferThresholdsMode: false },
      defaultValue: { mode: FieldColorModeId.PaletteClassic },
    },
    [FieldConfigProperty.Links]: { settings: { showOneClick: true } },
    [FieldConfigProperty.Actions]: { hideFromDefaults: false },
  },
  useCustomConfig: (builder) => {
    addLineOptions(builder);
    addFillOptions(builder);
    addNullOptions(builder);
    addPointOptions(builder);
    commonOptionsBuilder.addStackingConfig(builder, { mode: StackingMode.None, group: 'A' }, STYLES);
    addTransform(builder);
    commonOptionsBuilder.addAxisConfig(builder, {});
    commonOptionsBuilder.addHideFrom(builder);
    builder.addCustomEditor({
      id: 'thresholdsStyle',
      path: 'thresholdsStyle',
      name: 'Show thresholds',
      category: ['Thresholds'],
      defaultValue: { mode: GraphThresholdsStyleMode.Off },
      settings: { options: getGraphFieldOptions().thresholdsDisplayModes },
      editor: ThresholdsStyleEditor,
      override: ThresholdsStyleEditor,
      process: identityOverrideProcessor,
      shouldApply: () => true,
    });
  },
};

type Builder = FieldConfigEditorBuilder<GraphFieldConfig>;

function addLineOptions(builder: Builder) {
  const options = getGraphFieldOptions();
  builder
    .addRadio({
      path: 'drawStyle',
      name: 'Style',
      category: STYLES,
      defaultValue: GraphDrawStyle.Line,
      settings: { options: options.drawStyle },
    })
    .addRadio({
      path: 'lineInterpolation',
      name: 'Line interpolation',
      category: STYLES,
      defaultValue: LineInterpolation.Linear,
      settings: { options: options.lineInterpolation },
      showIf: drawsLines,
    })
    .addRadio({
      path: 'barAlignment',
      name: 'Bar alignment',
      category: STYLES,
      defaultValue: BarAlignment.Center,
      settings: { options: options.barAlignment },
      showIf: drawsBars,
    })
    .addSliderInput({
      path: 'barWidthFactor',
      name: 'Bar width factor',
      category: STYLES,
      defaultValue: 0.6,
      settings: { min: 0.1, max: 1, step: 0.1, ariaLabelForHandle: 'Bar width factor' },
      showIf: drawsBars,
    })
    .addSliderInput({
      path: 'lineWidth',
      name: 'Line width',
      category: STYLES,
      defaultValue: 1,
      settings: { min: 0, max: 10, step: 1, ariaLabelForHandle: 'Line width' },
      showIf: drawsNoPoints,
    });
}

function addFillOptions(builder: Builder) {
  builder
    .addSliderInput({
      path: 'fillOpacity',
      name: 'Fill opacity',
      category: STYLES,
      defaultValue: 0,
      settings: { min: 0, max: 100, step: 1, ariaLabelForHandle: 'Fill opacity' },
      showIf: drawsNoPoints,
    })
    .addRadio({
      path: 'gradientMode',
      name: 'Gradient mode',
      category: STYLES,
      defaultValue: GraphGradientMode.None,
      settings: { options: getGraphFieldOptions().fillGradient },
      showIf: drawsNoPoints,
    })
    .addFieldNamePicker({
      path: 'fillBelowTo',
      name: 'Fill below to',
      category: STYLES,
      hideFromDefaults: true,
      settings: { filter: isNumber },
    });
}

function addNullOptions(builder: Builder) {
  builder
    .addCustomEditor<void, LineStyle>({
      id: 'lineStyle',
      path: 'lineStyle',
      name: 'Line style',
      category: STYLES,
      showIf: drawsLines,
      editor: JsonEditor,
      override: JsonEditor,
      process: identityOverrideProcessor,
      shouldApply: isNumber,
    })
    .addCustomEditor({
      id: 'spanNulls',
      path: 'spanNulls',
      name: 'Connect null values',
      category: STYLES,
      defaultValue: false,
      editor: JsonEditor,
      override: JsonEditor,
      showIf: drawsLines,
      shouldApply: isNoTime,
      process: identityOverrideProcessor,
    })
    .addCustomEditor({
      id: 'insertNulls',
      path: 'insertNulls',
      name: 'Disconnect values',
      category: STYLES,
      defaultValue: false,
      editor: JsonEditor,
      override: JsonEditor,
      showIf: drawsLines,
      shouldApply: isNoTime,
      process: identityOverrideProcessor,
    });
}

function addPointOptions(builder: Builder) {
  builder
    .addRadio({
      path: 'showPoints',
      name: 'Show points',
      category: STYLES,
      defaultValue: VisibilityMode.Auto,
      settings: { options: getGraphFieldOptions().showPoints },
      showIf: drawsNoPoints,
    })
    .addBooleanSwitch({
      path: 'showValues',
      name: 'Show values',
      category: STYLES,
      defaultValue: false,
      showIf: mayHavePoints,
    })
    .addSliderInput({
      path: 'pointSize',
      name: 'Point size',
      category: STYLES,
      defaultValue: 5,
      settings: { min: 1, max: 40, step: 1, ariaLabelForHandle: 'Point size' },
      showIf: mayHavePoints,
    });
}

function addTransform(builder: Builder) {
  builder.addSelect({
    path: 'transform',
    name: 'Transform',
    category: STYLES,
    hideFromDefaults: true,
    settings: {
      isClearable: true,
      options: [
        { value: GraphTransform.Constant, label: 'Constant' },
        { value: GraphTransform.NegativeY, label: 'Negative Y' },
      ],
    },
  });
}
