import { SelectableValue, SelectFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { Select } from '@grafana/ui';
import { useSelectOptions } from './useSelectOptions';

type Settings = SelectFieldConfigSettings<unknown>;

/** The standard editor `select`. A saved value that is no longer offered stays visible. */
export function SelectEditor({ value, onChange, item, context, id }: StandardEditorProps<unknown, Settings>) {
  const { options, isLoading } = useSelectOptions(item.settings, context);
  return (
    <Select<unknown>
      inputId={id}
      options={options}
      isLoading={isLoading}
      value={currentOption(options, value)}
      allowCustomValue={item.settings?.allowCustomValue}
      isClearable={item.settings?.isClearable}
      onChange={(chosen) => onChange(chosen?.value)}
    />
  );
}

function currentOption(options: Array<SelectableValue<unknown>>, value: unknown): SelectableValue<unknown> | null {
  const offered = options.find((option) => option.value === value);
  if (offered) {
    return offered;
  }
  return value === undefined || value === null || value === '' ? null : { label: String(value), value };
}
