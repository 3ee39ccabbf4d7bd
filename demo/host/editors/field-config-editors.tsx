import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  ThresholdsMode,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type Field,
  type FieldConfigPropertyItem,
} from '@grafana/data';
import { FieldColorEditor } from './ColorEditor';
import { DataLinksEditor } from './DataLinksEditor';
import { NumberEditor } from './number-editors';
import { UnitEditor } from './picker-editors';
import { BooleanEditor, TextEditor } from './plain-editors';
import { ThresholdsEditor } from './ThresholdsEditor';
import { UneditableEditor } from './UneditableEditor';

const STANDARD = ['Standard options'];

const isNumber = (field: Field) => field.type === FieldType.number;
const always = () => true;

/**
 * The standard options that every visualization's fields have, with Grafana's ids and paths: what is not registered
 * here is stripped from a panel's field config.
 */
export function fieldConfigEditors(): FieldConfigPropertyItem[] {
  return [
    property('unit', 'Unit', UnitEditor, unitOverrideProcessor, { settings: { isClearable: true }, shouldApply: always }),
    property('min', 'Min', NumberEditor, numberOverrideProcessor, { settings: { placeholder: 'auto' }, shouldApply: isNumber }),
    property('max', 'Max', NumberEditor, numberOverrideProcessor, { settings: { placeholder: 'auto' }, shouldApply: isNumber }),
    property('fieldMinMax', 'Field min/max', BooleanEditor, booleanOverrideProcessor, {
      description: 'Calculate min max per field',
      shouldApply: isNumber,
      showIf: (options: { min?: number; max?: number }) => options.min === undefined || options.max === undefined,
    }),
    property('decimals', 'Decimals', NumberEditor, numberOverrideProcessor, {
      settings: { placeholder: 'auto', min: 0, max: 15, integer: true },
      shouldApply: isNumber,
    }),
    property('displayName', 'Display name', TextEditor, displayNameOverrideProcessor, {
      description: 'Change the field or series name',
      settings: { placeholder: 'none', expandTemplateVars: true },
    }),
    property('color', 'Color scheme', FieldColorEditor, identityOverrideProcessor, {
      settings: { byValueSupport: true, preferThresholdsMode: true },
    }),
    property('noValue', 'No value', TextEditor, stringOverrideProcessor, {
      description: 'What to show when there is no value',
      settings: { placeholder: '-' },
      shouldApply: always,
    }),
    property('links', 'Data links', DataLinksEditor, dataLinksOverrideProcessor, {
      category: ['Data links and actions'],
      getItemsCount: (value: unknown[] | undefined) => value?.length ?? 0,
    }),
    property('actions', 'Actions', UneditableEditor, identityOverrideProcessor, {
      category: ['Data links and actions'],
      showIf: () => false,
      getItemsCount: (value: unknown[] | undefined) => value?.length ?? 0,
    }),
    property('mappings', 'Value mappings', UneditableEditor, valueMappingsOverrideProcessor, {
      category: ['Value mappings'],
      description: 'Modify the display text based on input value',
      defaultValue: [],
      getItemsCount: (value: unknown[] | undefined) => value?.length ?? 0,
    }),
    property('thresholds', 'Thresholds', ThresholdsEditor, thresholdsOverrideProcessor, {
      category: ['Thresholds'],
      defaultValue: {
        mode: ThresholdsMode.Absolute,
        steps: [
          { value: -Infinity, color: 'green' },
          { value: 80, color: 'red' },
        ],
      },
      getItemsCount: (value: { steps?: unknown[] } | undefined) => value?.steps?.length ?? 0,
    }),
    property('filterable', 'Ad-hoc filterable', BooleanEditor, booleanOverrideProcessor, {
      hideFromDefaults: true,
      hideFromOverrides: true,
    }),
  ];
}

function property(
  id: string,
  name: string,
  editor: FieldConfigPropertyItem['editor'],
  process: FieldConfigPropertyItem['process'],
  more: Partial<FieldConfigPropertyItem>
): FieldConfigPropertyItem {
  return {
    id,
    path: id,
    name,
    editor: editor,
    override: editor as FieldConfigPropertyItem['override'],
    process,
    shouldApply: always,
    category: STANDARD,
    ...more,
  };
}
