import { useState } from 'react';

/** What was typed into the inputs of a form, where something else is stored for it. */
export interface TypedTexts {
  /** @param stored - What the input will show, once it is stored. */
  keep: (inputId: string, text: string, stored: string) => void;
  /** What was typed, as long as what is stored for it is there; else what is stored. */
  textOf: (inputId: string, stored: string) => string;
}

/** Remembers what was typed, as the inputs do. */
export function useTyped(): TypedTexts {
  const [typed, setTyped] = useState<Readonly<Record<string, { text: string; stored: string }>>>({});
  return {
    keep: (inputId, text, stored) => setTyped((before) => ({ ...before, [inputId]: { text, stored } })),
    textOf: (inputId, stored) => (typed[inputId]?.stored === stored ? typed[inputId].text : stored),
  };
}
