import { useSyncExternalStore } from 'react';

const QUERY = '(prefers-reduced-motion: reduce)';

/** Whether somebody has asked their system for less motion. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => asked()?.matches ?? false);
}

function subscribe(listener: () => void): () => void {
  const query = asked();
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

/** Undefined where nobody can be asked. */
function asked(): MediaQueryList | undefined {
  return typeof window.matchMedia === 'function' ? window.matchMedia(QUERY) : undefined;
}
