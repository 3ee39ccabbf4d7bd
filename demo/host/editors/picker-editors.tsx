import type { StandardEditorProps, StatsPickerConfigSettings, UnitFieldConfigSettings } from '@grafana/data';
import { IconButton, Stack, StatsPicker, TimeZonePicker, UnitPicker } from '@grafana/ui';

/** A unit of Grafana's list, or one of one's own. */
export function UnitEditor({ value, onChange, item }: StandardEditorProps<string, UnitFieldConfigSettings>) {
  return (
    <Stack alignItems="center" gap={0.5}>
      <UnitPicker value={value} onChange={onChange} />
      {item.settings?.isClearable && value && (
        <IconButton name="times" tooltip="Clear unit" onClick={() => onChange(undefined)} />
      )}
    </Stack>
  );
}

/** A time zone. */
export function TimeZoneEditor({ value, onChange }: StandardEditorProps<string>) {
  return <TimeZonePicker value={value} onChange={onChange} includeInternal />;
}

/** One or several calculations. */
export function StatsEditor({ value, onChange, item, id }: StandardEditorProps<string[], StatsPickerConfigSettings>) {
  const { allowMultiple, defaultStat } = item.settings ?? {};
  return <StatsPicker inputId={id} stats={value ?? []} onChange={onChange} allowMultiple={allowMultiple} defaultStat={defaultStat} />;
}
