import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';

/**
 * A form that opens in the place of a question: it takes the focus, again when `again` changes, and Escape closes it and
 * nothing else.
 */
export function useFormFocus(onCancel: () => void, again?: unknown) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), [again]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      onCancel();
    }
  };
  return { ref, onKeyDown };
}
