import { useEffect, useState } from 'react';
import type { FieldOverrideContext, SelectableValue, SelectFieldConfigSettings, StandardEditorContext, StandardEditorProps } from '@grafana/data';
import { MultiSelect, RadioButtonGroup, Select } from '@grafana/ui';

type ChoiceProps<T> = StandardEditorProps<T, SelectFieldConfigSettings<unknown>>;

/** One of some values. */
export function SelectEditor({ value, onChange, item, context, id }: ChoiceProps<unknown>) {
  const options = useOptions(item.settings, context);
  const { allowCustomValue, isClearable } = item.settings ?? {};
  const known = options.find((option) => option.value === value);
  const custom = value === undefined || value === null ? null : { value, label: String(value) };
  return (
    <Select
      inputId={id}
      options={options}
      value={known ?? custom}
      allowCustomValue={allowCustomValue}
      isClearable={isClearable}
      onChange={(option) => onChange(option?.value)}
    />
  );
}

/** Some of some values. */
export function MultiSelectEditor({ value, onChange, item, context, id }: ChoiceProps<unknown[]>) {
  const options = useOptions(item.settings, context);
  return (
    <MultiSelect
      inputId={id}
      options={options}
      value={value}
      allowCustomValue={item.settings?.allowCustomValue}
      onChange={(chosen) => onChange(chosen.map((option) => option.value))}
    />
  );
}

/** One of a few values, all in view. */
export function RadioEditor({ value, onChange, item, context, id }: ChoiceProps<unknown>) {
  const options = useOptions(item.settings, context);
  return <RadioButtonGroup id={id} fullWidth value={value} options={options} onChange={onChange} />;
}

function useOptions(
  settings: SelectFieldConfigSettings<unknown> | undefined,
  context: StandardEditorContext<unknown>
): Array<SelectableValue<unknown>> {
  const [found, setFound] = useState<Array<SelectableValue<unknown>>>();
  const getOptions = settings?.getOptions;
  useEffect(() => {
    let current = true;
    void getOptions?.(context as FieldOverrideContext).then((options) => current && setFound(options));
    return () => {
      current = false;
    };
  }, [getOptions, context]);
  return found ?? settings?.options ?? [];
}
