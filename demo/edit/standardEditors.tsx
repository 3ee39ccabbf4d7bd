import { StandardEditorsRegistryItem } from '@grafana/data';
import { BooleanEditor } from './editors/BooleanEditor';
import { FieldColorEditor } from './editors/FieldColorEditor';
import { FieldNameEditor } from './editors/FieldNameEditor';
import { JsonEditor } from './editors/JsonEditor';
import { NumberEditor } from './editors/NumberEditor';
import { RadioEditor } from './editors/RadioEditor';
import { SelectEditor } from './editors/SelectEditor';
import { SliderEditor } from './editors/SliderEditor';
import { StatsPickerEditor } from './editors/StatsPickerEditor';
import { TextEditor } from './editors/TextEditor';
import { ThresholdsEditor } from './editors/ThresholdsEditor';
import { UnitEditor } from './editors/UnitEditor';

export { getHostFieldConfigItems } from './standardFieldConfig';

/**
 * The option editors that Grafana gives to every plugin, under Grafana's ids, for `standardEditorsRegistry.setInit`.
 * The builders of `@grafana/data` (`addNumberInput` and its kin) look them up while a plugin is loaded.
 */
export function getHostOptionEditors(): StandardEditorsRegistryItem[] {
  return [
    { id: 'text', name: 'Text', editor: TextEditor },
    { id: 'number', name: 'Number', editor: NumberEditor },
    { id: 'slider', name: 'Slider', editor: SliderEditor },
    { id: 'boolean', name: 'Boolean', editor: BooleanEditor },
    { id: 'radio', name: 'Radio', editor: RadioEditor },
    { id: 'select', name: 'Select', editor: SelectEditor },
    { id: 'multi-select', name: 'Multi select', editor: JsonEditor },
    { id: 'strings', name: 'String array', editor: JsonEditor },
    { id: 'unit', name: 'Unit', editor: UnitEditor },
    { id: 'color', name: 'Color', editor: TextEditor },
    { id: 'fieldColor', name: 'Field color', editor: FieldColorEditor },
    { id: 'links', name: 'Links', editor: JsonEditor },
    { id: 'actions', name: 'Actions', editor: JsonEditor },
    { id: 'stats-picker', name: 'Stats picker', editor: StatsPickerEditor },
    { id: 'timezone', name: 'Time zone', editor: TextEditor },
    { id: 'field-name', name: 'Field name', editor: FieldNameEditor },
    { id: 'dashboard-uid', name: 'Dashboard', editor: TextEditor },
    { id: 'mappings', name: 'Mappings', editor: JsonEditor },
    { id: 'thresholds', name: 'Thresholds', editor: ThresholdsEditor },
  ];
}
