import { ComponentProps } from 'react';
import { Input } from '@grafana/ui';
import { useDraft } from './useDraft';

interface TextInputProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> {
  value: string | undefined;
  /** Gets trimmed text; blank is no value. */
  onChange: (value: string | undefined) => void;
}

/** A one-line text input that saves on blur and on Enter. */
export function TextInput({ value, onChange, ...input }: TextInputProps) {
  const draft = useDraft(value ?? '');
  const save = (text: string) => {
    const next = text.trim() || undefined;
    draft.settle();
    if (next !== (value || undefined)) {
      onChange(next);
    }
  };
  return (
    <Input
      {...input}
      value={draft.text}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={(event) => save(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && save(event.currentTarget.value)}
    />
  );
}
