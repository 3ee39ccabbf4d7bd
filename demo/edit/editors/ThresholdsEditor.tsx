import { SelectableValue, StandardEditorProps, Threshold, ThresholdsConfig, ThresholdsMode } from '@grafana/data';
import { Button, ColorPicker, Field, IconButton, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import { NumberInput } from './NumberInput';
import { addStep, changeStep, removeStep } from './thresholdSteps';

type ThresholdsEditorProps = StandardEditorProps<ThresholdsConfig | undefined>;

const MODES: Array<SelectableValue<ThresholdsMode>> = [
  { label: 'Absolute', value: ThresholdsMode.Absolute, description: 'Thresholds are values of the field' },
  { label: 'Percentage', value: ThresholdsMode.Percentage, description: 'Thresholds are a share of min to max' },
];

const NO_THRESHOLDS: ThresholdsConfig = { mode: ThresholdsMode.Absolute, steps: [] };

/** The standard editor `thresholds`: the steps, highest first, and how their values are meant. */
export function ThresholdsEditor({ value = NO_THRESHOLDS, onChange }: ThresholdsEditorProps) {
  const { mode, steps } = value;
  const change = (next: Threshold[]) => onChange({ ...value, steps: next });
  const highestFirst = steps.map((step, index) => ({ step, index })).reverse();

  return (
    <Stack direction="column" gap={1}>
      <Button size="sm" icon="plus" variant="secondary" fullWidth onClick={() => change(addStep(steps))}>
        Add threshold
      </Button>
      {highestFirst.map(({ step, index }, place) => (
        <Step
          key={index}
          step={step}
          place={place + 1}
          isPercent={mode === ThresholdsMode.Percentage}
          onChange={(part) => change(changeStep(steps, index, part))}
          onRemove={() => change(removeStep(steps, index))}
        />
      ))}
      <Field label="Thresholds mode" description="Percentage means thresholds relative to min & max" noMargin>
        <RadioButtonGroup
          aria-label="Thresholds mode"
          options={MODES}
          value={mode}
          onChange={(next) => onChange({ ...value, mode: next })}
        />
      </Field>
    </Stack>
  );
}

interface StepProps {
  step: Threshold;
  /** Counted from the top, from 1. */
  place: number;
  isPercent: boolean;
  onChange: (part: Partial<Threshold>) => void;
  onRemove: () => void;
}

function Step({ step, place, isPercent, onChange, onRemove }: StepProps) {
  const label = `Threshold ${place}`;
  const swatch = <ColorPicker color={step.color} onChange={(color) => onChange({ color })} enableNamedColors />;
  if (!Number.isFinite(step.value)) {
    return <Input aria-label={label} value="Base" disabled prefix={swatch} />;
  }
  return (
    <NumberInput
      aria-label={label}
      value={step.value}
      // A step without a value means nothing; blank keeps the old one.
      onChange={(value) => value !== undefined && onChange({ value })}
      prefix={
        <Stack alignItems="center" gap={1}>
          {swatch}
          {isPercent && <span>%</span>}
        </Stack>
      }
      suffix={<IconButton name="trash-alt" tooltip={`Remove threshold ${place}`} onClick={onRemove} />}
    />
  );
}
