import { NumberFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { NumberInput } from './NumberInput';

type Props = StandardEditorProps<number | undefined, NumberFieldConfigSettings>;

/** The standard editor `number`. */
export function NumberEditor({ value, onChange, item, id }: Props) {
  return <NumberInput id={id} value={value} onChange={onChange} settings={item.settings} />;
}
