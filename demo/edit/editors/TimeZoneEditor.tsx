import { StandardEditorProps, TimeZone } from '@grafana/data';
import { TimeZonePicker } from '@grafana/ui';

/** The standard editor `timezone`. */
export function TimeZoneEditor({ value, onChange, id }: StandardEditorProps<TimeZone | undefined>) {
  return <TimeZonePicker inputId={id} value={value} onChange={onChange} includeInternal />;
}
