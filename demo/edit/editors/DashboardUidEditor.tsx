import { StandardEditorProps } from '@grafana/data';
import { TextInput } from './TextInput';

/** The standard editor `dashboard-uid`, plain: the uid itself. */
export function DashboardUidEditor({ value, onChange, id }: StandardEditorProps<string | undefined>) {
  return <TextInput id={id} placeholder="Dashboard UID" value={value} onChange={onChange} />;
}
