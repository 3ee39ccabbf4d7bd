import type { StandardEditorProps } from '@grafana/data';
import { Button, IconButton, Stack, TimeZonePicker } from '@grafana/ui';

/** The time zones of the time axis; none is the dashboard's. */
export function TimeZonesEditor({ value, onChange }: StandardEditorProps<string[] | undefined>) {
  const zones = value?.length ? value : [''];
  const set = (index: number, zone: string | undefined) =>
    onChange(zones.map((old, at) => (at === index ? (zone ?? '') : old)));
  const remove = (index: number) => {
    const rest = zones.filter((_, at) => at !== index);
    onChange(rest.length > 0 ? rest : undefined);
  };
  return (
    <Stack direction="column" gap={1}>
      {zones.map((zone, index) => (
        <Stack key={`${index}.${zone}`} alignItems="center">
          <TimeZonePicker value={zone} onChange={(next) => set(index, next)} includeInternal />
          {zones.length > 1 && <IconButton name="trash-alt" tooltip="Remove time zone" onClick={() => remove(index)} />}
        </Stack>
      ))}
      <Button size="sm" variant="secondary" icon="plus" onClick={() => onChange([...zones, ''])}>
        Add time zone
      </Button>
    </Stack>
  );
}
