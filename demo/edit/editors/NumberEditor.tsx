import { NumberFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { NumberInput } from './NumberInput';

type NumberEditorProps = StandardEditorProps<number | undefined, NumberFieldConfigSettings>;

/** The standard editor `number`. */
export function NumberEditor({ value, onChange, item, id }: NumberEditorProps) {
  return <NumberInput id={id} value={value} onChange={onChange} settings={item.settings} />;
}
