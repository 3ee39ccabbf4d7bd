import type { StandardEditorsRegistryItem } from '@grafana/data';
import { ColorEditor } from './ColorEditor';
import { FieldNameEditor } from './FieldNameEditor';
import { MultiSelectEditor, RadioEditor, SelectEditor } from './choice-editors';
import { NumberEditor, SliderEditor } from './number-editors';
import { BooleanEditor, StringsEditor, TextEditor } from './plain-editors';
import { StatsEditor, TimeZoneEditor, UnitEditor } from './picker-editors';
import { DataLinksEditor } from './DataLinksEditor';
import { ThresholdsEditor } from './ThresholdsEditor';
import { UneditableEditor } from './UneditableEditor';

/** The editors that `PanelOptionsEditorBuilder` and `FieldConfigEditorBuilder` of @grafana/data ask for by id. */
export function optionEditors(): StandardEditorsRegistryItem[] {
  return [
    { id: 'text', name: 'Text', editor: TextEditor },
    { id: 'strings', name: 'Strings', editor: StringsEditor },
    { id: 'number', name: 'Number', editor: NumberEditor },
    { id: 'slider', name: 'Slider', editor: SliderEditor },
    { id: 'boolean', name: 'Boolean', editor: BooleanEditor },
    { id: 'select', name: 'Select', editor: SelectEditor },
    { id: 'multi-select', name: 'Multi select', editor: MultiSelectEditor },
    { id: 'radio', name: 'Radio', editor: RadioEditor },
    { id: 'unit', name: 'Unit', editor: UnitEditor },
    { id: 'color', name: 'Color', editor: ColorEditor },
    { id: 'timezone', name: 'Time zone', editor: TimeZoneEditor },
    { id: 'stats-picker', name: 'Stats', editor: StatsEditor },
    { id: 'field-name', name: 'Field name', editor: FieldNameEditor },
    { id: 'links', name: 'Data links', editor: DataLinksEditor },
    { id: 'thresholds', name: 'Thresholds', editor: ThresholdsEditor },
    { id: 'mappings', name: 'Value mappings', editor: UneditableEditor },
    { id: 'actions', name: 'Actions', editor: UneditableEditor },
    { id: 'dashboard-uid', name: 'Dashboard', editor: TextEditor },
    { id: 'fieldColor', name: 'Field color', editor: UneditableEditor },
  ];
}
