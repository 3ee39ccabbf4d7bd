import { StandardEditorProps, StatsPickerConfigSettings } from '@grafana/data';
import { StatsPicker } from '@grafana/ui';

type StatsPickerEditorProps = StandardEditorProps<string[] | undefined, StatsPickerConfigSettings>;

const NO_STATS: string[] = [];

/** The standard editor `stats-picker`: calculations such as last or mean. */
export function StatsPickerEditor({ value, onChange, item, id }: StatsPickerEditorProps) {
  return (
    <StatsPicker
      inputId={id}
      stats={value ?? NO_STATS}
      onChange={onChange}
      allowMultiple={Boolean(item.settings?.allowMultiple)}
      defaultStat={item.settings?.defaultStat}
    />
  );
}
