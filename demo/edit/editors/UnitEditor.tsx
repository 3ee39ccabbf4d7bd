import { StandardEditorProps, UnitFieldConfigSettings } from '@grafana/data';
import { UnitPicker } from '@grafana/ui';

type UnitEditorProps = StandardEditorProps<string | undefined, UnitFieldConfigSettings>;

/** The standard editor `unit`. */
export function UnitEditor({ value, onChange, id }: UnitEditorProps) {
  // The picker reads its value once; a change from elsewhere (an override removed, JSON) needs a new one.
  return <UnitPicker key={value ?? ''} id={id} value={value} onChange={(unit) => onChange(unit || undefined)} />;
}
