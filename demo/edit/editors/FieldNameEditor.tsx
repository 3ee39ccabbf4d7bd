import {
  DataFrame,
  FieldNamePickerConfigSettings,
  getFieldDisplayName,
  SelectableValue,
  StandardEditorProps,
} from '@grafana/data';
import { Select } from '@grafana/ui';

type Settings = FieldNamePickerConfigSettings;
type FieldNameEditorProps = StandardEditorProps<string | undefined, Settings>;

/** The standard editor `field-name`: one of the names of the fields at hand. */
export function FieldNameEditor({ value, onChange, item, context, id }: FieldNameEditorProps) {
  const { noFieldsMessage = 'No fields found', placeholderText, isClearable = true } = item.settings ?? {};
  return (
    <Select
      inputId={id}
      options={fieldOptions(context.data, item.settings?.filter, value)}
      value={value ?? null}
      placeholder={placeholderText}
      noOptionsMessage={noFieldsMessage}
      isClearable={isClearable}
      onChange={(chosen) => onChange(chosen?.value)}
    />
  );
}

function fieldOptions(frames: DataFrame[], filter: Settings['filter'], saved?: string): Array<SelectableValue<string>> {
  const names = frames.flatMap((frame) =>
    frame.fields.filter((field) => filter?.(field) ?? true).map((field) => getFieldDisplayName(field, frame, frames))
  );
  const options: Array<SelectableValue<string>> = [...new Set(names)].map((name) => ({ label: name, value: name }));
  const isMissing = saved !== undefined && !names.includes(saved);
  return isMissing ? [...options, { label: `${saved} (not found)`, value: saved }] : options;
}
