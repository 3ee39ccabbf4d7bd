import { useState } from 'react';

interface Draft {
  /** What the input shows: the text being typed, or the saved text. */
  text: string;
  /** Takes a key stroke, saves nothing. */
  type: (text: string) => void;
  /** Forgets what was typed; the input shows the saved text again. */
  settle: () => void;
}

/** Text that is typed first and saved later (on blur, on Enter), so that a half-typed value never reaches the panel. */
export function useDraft(saved: string): Draft {
  const [typed, setTyped] = useState<string>();
  return { text: typed ?? saved, type: setTyped, settle: () => setTyped(undefined) };
}
