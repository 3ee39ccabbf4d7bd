import { Input, TextArea } from '@grafana/ui';
import { type FormEvent, useState } from 'react';

interface DraftInputProps {
  id: string;
  /** `prose` has several lines. A date is text, too: the browser's own input would hide one that it can't read. */
  kind: 'text' | 'prose' | 'date' | 'duration' | 'link' | 'number';
  value: string;
  placeholder?: string;
  ariaLabel?: string;
  onChange: (text: string) => void;
}

/**
 * A text input that never throws away what was typed: it shows the draft as it is, while the stored value may be a
 * number that reads differently ("1." is stored as 1). A value that changes from outside replaces the draft.
 */
export function DraftInput({ id, kind, value, placeholder, ariaLabel, onChange }: DraftInputProps) {
  const [draft, setDraft] = useState({ text: value, stored: value });
  const text = draft.stored === value ? draft.text : value;
  const props = {
    id,
    placeholder,
    'aria-label': ariaLabel,
    value: text,
    onChange: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const typed = event.currentTarget.value;
      setDraft({ text: typed, stored: canonical(kind, typed) });
      onChange(typed);
    },
  };
  return kind === 'prose' ? <TextArea {...props} rows={3} /> : <Input {...props} />;
}

function canonical(kind: DraftInputProps['kind'], typed: string): string {
  const number = Number(typed);
  return kind === 'number' && typed.trim() !== '' && Number.isFinite(number) ? String(number) : typed;
}
