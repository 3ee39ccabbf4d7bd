import { useState, type KeyboardEvent } from 'react';
import type { NumberFieldConfigSettings, SliderFieldConfigSettings, StandardEditorProps } from '@grafana/data';
import { Input, Slider } from '@grafana/ui';

/** A number; taken over on blur and on Enter, held in its limits, empty is unset. */
export function NumberEditor({ value, onChange, item, id, suffix }: StandardEditorProps<number, NumberFieldConfigSettings>) {
  const { placeholder, min = -Infinity, max = Infinity, step, integer } = item.settings ?? {};
  const [draft, setDraft] = useState(textOf(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setDraft(textOf(value));
  }
  const take = () => {
    const parsed = draft.trim() === '' ? NaN : Number(draft);
    const held = Math.min(max, Math.max(min, integer ? Math.trunc(parsed) : parsed));
    const next = Number.isNaN(held) ? undefined : held;
    setDraft(textOf(next));
    if (next !== value) {
      onChange(next);
    }
  };
  return (
    <Input
      id={id}
      type="number"
      step={step}
      placeholder={placeholder}
      suffix={suffix}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && take()}
    />
  );
}

/** A number on a scale. */
export function SliderEditor({ value, onChange, item, id }: StandardEditorProps<number, SliderFieldConfigSettings>) {
  const { min = 0, max = 100, step, marks, included, ariaLabelForHandle } = item.settings ?? {};
  return (
    <Slider
      inputId={id}
      value={value ?? min}
      min={min}
      max={max}
      step={step}
      marks={marks}
      included={included}
      ariaLabelForHandle={ariaLabelForHandle ?? item.name}
      onAfterChange={onChange}
    />
  );
}

function textOf(value: number | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
