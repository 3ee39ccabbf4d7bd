import { useEffect, useMemo, useState } from 'react';

/** Long enough that a pointer on its way elsewhere shows nothing. */
const DELAY_MS = 350;

/** When a hint is shown: at once on focus, after a moment of hovering; Escape hides it. */
export function useHint() {
  const [wanted, setWanted] = useState<'focus' | 'hover'>();
  const [rested, setRested] = useState(false);
  const shown = wanted === 'focus' || (wanted === 'hover' && rested);

  useEffect(() => {
    if (wanted !== 'hover') {
      return undefined;
    }
    const timer = setTimeout(() => setRested(true), DELAY_MS);
    return () => {
      clearTimeout(timer);
      setRested(false);
    };
  }, [wanted]);

  useEffect(() => {
    if (!shown) {
      return undefined;
    }
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') {
        setWanted(undefined);
      }
    };
    // Captured: the tooltip stops the event on its way up.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [shown]);

  return useMemo(() => {
    const hide = () => setWanted(undefined);
    return {
      shown,
      onHover: { onPointerEnter: () => setWanted('hover'), onPointerLeave: hide },
      onFocus: { onFocus: () => setWanted('focus'), onBlur: hide },
    };
  }, [shown]);
}
