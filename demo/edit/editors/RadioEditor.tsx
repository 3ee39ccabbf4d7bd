import { SelectFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { RadioButtonGroup } from '@grafana/ui';
import { useSelectOptions } from './useSelectOptions';

type RadioEditorProps = StandardEditorProps<unknown, SelectFieldConfigSettings<unknown>>;

/** The standard editor `radio`. */
export function RadioEditor({ value, onChange, item, context, id }: RadioEditorProps) {
  const { options } = useSelectOptions(item.settings, context);
  return (
    <RadioButtonGroup<unknown> id={id} aria-label={item.name} options={options} value={value} onChange={onChange} />
  );
}
