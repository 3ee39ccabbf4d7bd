import { ThresholdsMode, type StandardEditorProps, type Threshold, type ThresholdsConfig } from '@grafana/data';
import { Button, ColorPicker, IconButton, Input, RadioButtonGroup, Stack, Text } from '@grafana/ui';

const MODES = [
  { value: ThresholdsMode.Absolute, label: 'Absolute' },
  { value: ThresholdsMode.Percentage, label: 'Percentage' },
];

/** The steps of a field's thresholds, ascending; the lowest is the base and has no value. */
export function ThresholdsEditor({ value, onChange }: StandardEditorProps<ThresholdsConfig>) {
  const { mode = ThresholdsMode.Absolute, steps = [] } = value ?? {};
  const change = (next: Threshold[]) => onChange({ mode, steps: next });
  const changeStep = (index: number, patch: Partial<Threshold>) =>
    change(steps.map((step, at) => (at === index ? { ...step, ...patch } : step)));
  const sort = () => change([...steps].sort((a, b) => a.value - b.value));
  const add = () => change([...steps, { color: 'red', value: (steps.at(-1)?.value ?? 0) + 10 }].map(finite));
  return (
    <Stack direction="column" gap={1}>
      <Button size="sm" variant="secondary" icon="plus" onClick={add}>
        Add threshold
      </Button>
      {steps.map((step, index) => (
        <Stack key={index} alignItems="center" gap={1}>
          <ColorPicker color={step.color} onChange={(color) => changeStep(index, { color })} />
          {index === 0 ? (
            <Text>Base</Text>
          ) : (
            <Input
              type="number"
              aria-label={`Threshold ${index}`}
              value={step.value}
              onChange={(event) => changeStep(index, { value: event.currentTarget.valueAsNumber })}
              onBlur={sort}
            />
          )}
          {index > 0 && (
            <IconButton
              name="trash-alt"
              tooltip={`Remove threshold ${index}`}
              onClick={() => change(steps.filter((_, at) => at !== index))}
            />
          )}
        </Stack>
      ))}
      <RadioButtonGroup size="sm" value={mode} options={MODES} onChange={(next) => onChange({ mode: next, steps })} />
    </Stack>
  );
}

/** The base is -Infinity in memory; a step added right after it must not be. */
function finite(step: Threshold, index: number): Threshold {
  return index === 0 || Number.isFinite(step.value) ? step : { ...step, value: 0 };
}
