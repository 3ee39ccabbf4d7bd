import { useState } from 'react';

/**
 * The text of an input that shows what was typed as it is, while what is stored may read differently ("1." is stored as
 * 1). A value that changes from outside replaces the draft.
 *
 * @param canonical - What the value will be, once a text is stored.
 * @returns The text to show, and what to call with every text that is typed.
 */
export function useDraft(
  value: string,
  onChange: (text: string) => void,
  canonical: (text: string) => string = (text) => text
): [string, (text: string) => void] {
  const [draft, setDraft] = useState({ text: value, stored: value });
  const type = (text: string) => {
    setDraft({ text, stored: canonical(text) });
    onChange(text);
  };
  return [draft.stored === value ? draft.text : value, type];
}
