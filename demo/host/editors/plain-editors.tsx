import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { StandardEditorProps, StringFieldConfigSettings } from '@grafana/data';
import { Input, Switch, TagsInput, TextArea } from '@grafana/ui';

/** One line or several of text; taken over on blur and on Enter, empty is unset. */
export function TextEditor({ value, onChange, item, id, suffix }: StandardEditorProps<string, StringFieldConfigSettings>) {
  const { placeholder, useTextarea, rows, maxLength } = item.settings ?? {};
  const [draft, setDraft] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setDraft(value ?? '');
  }
  const take = () => {
    const next = draft.trim() === '' ? undefined : draft;
    if (next !== value) {
      onChange(next);
    }
  };
  const shared = {
    id,
    placeholder,
    maxLength,
    value: draft,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setDraft(event.target.value),
    onBlur: take,
  };
  if (useTextarea) {
    return <TextArea {...shared} rows={rows ?? 5} />;
  }
  const takeOnEnter = (event: KeyboardEvent) => event.key === 'Enter' && take();
  return <Input {...shared} suffix={suffix} onKeyDown={takeOnEnter} />;
}

/** A list of words. */
export function StringsEditor({ value, onChange, item, id }: StandardEditorProps<string[], { placeholder?: string }>) {
  return <TagsInput id={id} tags={value ?? []} onChange={onChange} placeholder={item.settings?.placeholder} />;
}

/** On or off. */
export function BooleanEditor({ value, onChange, id }: StandardEditorProps<boolean>) {
  return <Switch id={id} value={Boolean(value)} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
