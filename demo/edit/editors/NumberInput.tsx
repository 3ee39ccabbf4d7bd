import { ComponentProps, useEffect, useRef } from 'react';
import { NumberFieldConfigSettings } from '@grafana/data';
import { Input } from '@grafana/ui';
import { readNumber, writeNumber } from './numberText';
import { useDraft } from './useDraft';

/** How long typing has to rest before the panel follows, in milliseconds. */
const TYPING_REST = 500;

interface NumberInputProps extends Pick<
  ComponentProps<typeof Input>,
  'id' | 'prefix' | 'suffix' | 'aria-label' | 'width'
> {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  settings?: NumberFieldConfigSettings;
}

/** A number input that saves on Enter, on blur and when typing rests. */
export function NumberInput({ value, onChange, settings, ...input }: NumberInputProps) {
  const draft = useDraft(writeNumber(value));
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const save = (text: string) => {
    clearTimeout(timer.current);
    const next = readNumber(text, settings);
    draft.settle();
    if (!Number.isNaN(next) && next !== value) {
      onChange(next);
    }
  };

  // The timer outlives the render that set it, and must not save over what changed since.
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <Input
      {...input}
      type="number"
      min={settings?.min}
      max={settings?.max}
      step={settings?.step ?? 'any'}
      placeholder={settings?.placeholder}
      value={draft.text}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value;
        draft.type(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latestSave.current(text), TYPING_REST);
      }}
      onBlur={({ currentTarget }) => save(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && save(currentTarget.value)}
    />
  );
}
