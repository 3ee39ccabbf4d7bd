import type { StandardEditorProps } from '@grafana/data';
import type { LineStyle } from '@grafana/schema';
import { RadioButtonGroup, Select, Stack } from '@grafana/ui';

type Fill = NonNullable<LineStyle['fill']>;

const FILLS: Array<{ value: Fill; label: string }> = [
  { value: 'solid', label: 'Solid' },
  { value: 'dash', label: 'Dash' },
  { value: 'dot', label: 'Dots' },
];

const PATTERNS: Record<'dash' | 'dot', string[]> = {
  dash: ['10, 10', '10, 15', '10, 20', '10, 25', '10, 30'],
  dot: ['0, 10', '0, 20', '0, 30', '0, 40', '0, 3, 3'],
};

/** Solid, dashed or dotted lines, with the lengths of dashes and gaps. */
export function LineStyleEditor({ value, onChange }: StandardEditorProps<LineStyle>) {
  const fill = value?.fill ?? 'solid';
  const patterns = fill === 'dash' || fill === 'dot' ? PATTERNS[fill] : [];
  const start = (next: Fill) =>
    onChange({ fill: next, dash: next === 'dash' || next === 'dot' ? toNumbers(PATTERNS[next][0]) : undefined });
  return (
    <Stack direction="column" gap={1}>
      <RadioButtonGroup value={fill} options={FILLS} onChange={start} />
      {patterns.length > 0 && (
        <Select
          aria-label="Dash pattern"
          allowCustomValue
          options={patterns.map((pattern) => ({ value: pattern, label: pattern }))}
          value={value?.dash?.join(', ') ?? patterns[0]}
          onChange={(option) => onChange({ fill, dash: toNumbers(option.value ?? '') })}
        />
      )}
    </Stack>
  );
}

function toNumbers(text: string): number[] {
  return text.split(',').map(Number).filter(Number.isFinite);
}
