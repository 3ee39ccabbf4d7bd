import { Input, TextArea } from '@grafana/ui';
import type { FormEvent, ReactNode } from 'react';

import { useDraft } from './useDraft';

interface DraftInputProps {
  id: string;
  value: string;
  /** Several lines. */
  rows?: number;
  placeholder?: string;
  ariaLabel?: string;
  describedBy?: string;
  invalid?: boolean;
  /** What stands behind what is typed. */
  suffix?: (text: string) => ReactNode;
  /** What the value will be, once a text is stored; left out, the text itself. */
  canonical?: (text: string) => string;
  onChange: (text: string) => void;
}

/** A text input that never throws away what was typed. A date is text, too: the browser's own would hide a bad one. */
export function DraftInput(props: DraftInputProps) {
  const { id, value, rows, placeholder, ariaLabel, describedBy, invalid, suffix, canonical, onChange } = props;
  const [text, type] = useDraft(value, onChange, canonical);
  const shared = {
    id,
    placeholder,
    invalid,
    'aria-label': ariaLabel,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    value: text,
    onChange: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => type(event.currentTarget.value),
  };
  return rows ? <TextArea {...shared} rows={rows} /> : <Input {...shared} suffix={suffix?.(text)} />;
}
