import { StandardEditorProps } from '@grafana/data';
import { Switch } from '@grafana/ui';

/** The standard editor `boolean`. */
export function BooleanEditor({ value, onChange, id }: StandardEditorProps<boolean | undefined>) {
  return <Switch id={id} value={Boolean(value)} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
