import { getFieldDisplayName, type FieldNamePickerConfigSettings, type StandardEditorProps } from '@grafana/data';
import { Select } from '@grafana/ui';

/** The name of one of the panel's fields. */
export function FieldNameEditor({ value, onChange, item, context, id }: StandardEditorProps<string, FieldNamePickerConfigSettings>) {
  const { filter = () => true, noFieldsMessage, placeholderText, isClearable = true } = item.settings ?? {};
  const names = context.data.flatMap((frame) =>
    frame.fields.filter(filter).map((field) => getFieldDisplayName(field, frame, context.data))
  );
  return (
    <Select
      inputId={id}
      options={[...new Set(names)].map((name) => ({ value: name, label: name }))}
      value={value ?? null}
      placeholder={placeholderText}
      noOptionsMessage={noFieldsMessage}
      isClearable={isClearable}
      onChange={(option) => onChange(option?.value)}
    />
  );
}
