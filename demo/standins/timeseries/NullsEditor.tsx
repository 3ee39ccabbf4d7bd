import type { StandardEditorProps } from '@grafana/data';
import { rangeUtil } from '@grafana/data';
import { Input, RadioButtonGroup, Stack } from '@grafana/ui';

interface Settings {
  /** The word for "without a limit", where there is such a choice. */
  always?: string;
}

const HOUR_MS = 3_600_000;

/** Never, always, or from a distance in time on: when nulls are bridged or values are parted. */
export function NullsEditor({ value, onChange, item }: StandardEditorProps<boolean | number, Settings>) {
  const always = item.settings?.always;
  const isThreshold = typeof value === 'number';
  const choices = [
    { value: 'never', label: 'Never' },
    ...(always ? [{ value: 'always', label: always }] : []),
    { value: 'threshold', label: 'Threshold' },
  ];
  const chosen = isThreshold ? 'threshold' : value ? 'always' : 'never';
  const choose = (next: string) => onChange(next === 'threshold' ? HOUR_MS : next === 'always');
  return (
    <Stack direction="column" gap={1}>
      <RadioButtonGroup value={chosen} options={choices} onChange={choose} />
      {isThreshold && (
        <Input
          key={value}
          aria-label="Threshold"
          prefix=">"
          defaultValue={rangeUtil.secondsToHms(value / 1000)}
          onBlur={(event) => {
            const ms = parse(event.currentTarget.value);
            if (ms !== undefined && ms !== value) {
              onChange(ms);
            }
          }}
        />
      )}
    </Stack>
  );
}

function parse(text: string): number | undefined {
  try {
    return rangeUtil.intervalToMs(text.trim());
  } catch {
    return undefined;
  }
}
