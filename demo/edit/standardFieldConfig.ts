import {
  booleanOverrideProcessor,
  DataLink,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  Field,
  FieldColorConfigSettings,
  FieldConfig,
  FieldConfigPropertyItem,
  FieldType,
  identityOverrideProcessor,
  NumberFieldConfigSettings,
  numberOverrideProcessor,
  stringOverrideProcessor,
  ThresholdsConfig,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  ValueMapping,
  valueMappingsOverrideProcessor,
} from '@grafana/data';
import { BooleanEditor } from './editors/BooleanEditor';
import { FieldColorEditor } from './editors/FieldColorEditor';
import { JsonEditor } from './editors/JsonEditor';
import { NumberEditor } from './editors/NumberEditor';
import { TextEditor } from './editors/TextEditor';
import { ThresholdsEditor } from './editors/ThresholdsEditor';
import { UnitEditor } from './editors/UnitEditor';

type Item<TValue, TSettings extends object = object> = FieldConfigPropertyItem<FieldConfig, TValue, TSettings>;
type Editor<TValue, TSettings extends object = object> = Item<TValue, TSettings>['override'];

const STANDARD_OPTIONS = ['Standard options'];
const LINKS_AND_ACTIONS = ['Data links and actions'];

/**
 * The field options that every visualization shares, under Grafana's ids, names, categories and defaults,
 * for `standardFieldConfigEditorRegistry.setInit`. Field config that is not registered is stripped.
 */
export function getHostFieldConfigItems(): FieldConfigPropertyItem[] {
  return [
    {
      ...everywhere('unit', 'Unit', STANDARD_OPTIONS, UnitEditor),
      process: stringOverrideProcessor,
      settings: { placeholder: 'none' },
    },
    numeric('min', 'Min', { placeholder: 'auto' }, 'Leave empty to calculate based on all values'),
    numeric('max', 'Max', { placeholder: 'auto' }, 'Leave empty to calculate based on all values'),
    {
      ...everywhere('fieldMinMax', 'Field min/max', STANDARD_OPTIONS, BooleanEditor),
      description: 'Calculate min max per field',
      process: booleanOverrideProcessor,
      shouldApply: isNumeric,
      // With both ends given there is nothing to calculate.
      showIf: ({ min, max }: FieldConfig) => min === undefined || max === undefined,
    },
    numeric('decimals', 'Decimals', { placeholder: 'auto', min: 0, max: 15, integer: true }),
    {
      ...everywhere('displayName', 'Display name', STANDARD_OPTIONS, TextEditor),
      description: 'Change the field or series name',
      process: displayNameOverrideProcessor,
      settings: { placeholder: 'none', expandTemplateVars: true },
    },
    {
      ...everywhere('color', 'Color scheme', STANDARD_OPTIONS, FieldColorEditor),
      process: identityOverrideProcessor,
      settings: { byValueSupport: true, preferThresholdsMode: true } satisfies FieldColorConfigSettings,
    },
    {
      ...everywhere('noValue', 'No value', STANDARD_OPTIONS, TextEditor),
      description: 'What to show when there is no value',
      process: stringOverrideProcessor,
      settings: { placeholder: '-' },
    },
    {
      ...everywhere('links', 'Data links', LINKS_AND_ACTIONS, JsonEditor),
      process: dataLinksOverrideProcessor,
      settings: { showOneClick: false },
      getItemsCount: (links?: DataLink[]) => links?.length ?? 0,
    },
    {
      ...everywhere('actions', 'Actions', LINKS_AND_ACTIONS, JsonEditor),
      process: identityOverrideProcessor,
      settings: { showOneClick: false },
      getItemsCount: (actions?: unknown[]) => actions?.length ?? 0,
      hideFromDefaults: true,
    },
    {
      ...everywhere('mappings', 'Value mappings', ['Value mappings'], JsonEditor),
      description: 'Modify the display text based on input value',
      process: valueMappingsOverrideProcessor,
      defaultValue: [],
      shouldApply: ({ type }: Field) => type !== FieldType.time,
      getItemsCount: (mappings?: ValueMapping[]) => mappings?.length ?? 0,
    },
    {
      ...everywhere('thresholds', 'Thresholds', ['Thresholds'], ThresholdsEditor),
      process: thresholdsOverrideProcessor,
      defaultValue: {
        mode: ThresholdsMode.Absolute,
        steps: [
          { value: -Infinity, color: 'green' },
          { value: 80, color: 'red' },
        ],
      },
      getItemsCount: (thresholds?: ThresholdsConfig) => thresholds?.steps.length ?? 0,
    },
    {
      ...everywhere('filterable', 'Ad-hoc filterable', STANDARD_OPTIONS, BooleanEditor),
      process: booleanOverrideProcessor,
      hideFromDefaults: true,
    },
  ];
}

/** The part that all items have in common: the same editor for defaults and overrides, for fields of every type. */
function everywhere<TValue, TSettings extends object>(
  id: string,
  name: string,
  category: string[],
  editor: Editor<TValue, TSettings>
) {
  return { id, path: id, name, category, editor, override: editor, settings: {}, shouldApply: () => true };
}

function numeric(
  id: string,
  name: string,
  settings: NumberFieldConfigSettings,
  description?: string
): FieldConfigPropertyItem {
  return {
    ...everywhere(id, name, STANDARD_OPTIONS, NumberEditor),
    description,
    settings,
    process: numberOverrideProcessor,
    shouldApply: isNumeric,
  };
}

function isNumeric({ type }: Field): boolean {
  return type === FieldType.number;
}
