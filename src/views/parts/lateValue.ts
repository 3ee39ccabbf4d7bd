import { useCallback, useEffect, useState } from 'react';

/** Something that loads when it is first needed. */
export interface Late<T> {
  /** Undefined until it is there. */
  value?: T;
  /** It could not be loaded; until somebody tries again it is not. */
  hasFailed: boolean;
  /** How many times it was tried again. */
  tries: number;
  tryAgain: () => void;
}

/**
 * What loads when it is first needed, and once for all panels. React's own `lazy` keeps a rejected import for ever; this
 * one really tries again.
 *
 * @param load - imports it
 * @returns a hook that loads as soon as it is called with `true`
 */
export function lateValue<T>(load: () => Promise<T>): (isNeeded: boolean) => Late<T> {
  let loaded: T | undefined;

  return function useLate(isNeeded) {
    const [own, setOwn] = useState({ value: loaded, hasFailed: false, tries: 0 });
    const value = own.value ?? loaded;
    const isMissing = isNeeded && value === undefined && !own.hasFailed;
    useEffect(() => {
      if (!isMissing) {
        return undefined;
      }
      let isCurrent = true;
      load().then(
        (there) => {
          loaded = there;
          return isCurrent && setOwn((before) => ({ ...before, value: there }));
        },
        (error: unknown) => {
          console.warn('Protocol: a part of the panel could not be loaded.', error);
          return isCurrent && setOwn((before) => ({ ...before, hasFailed: true }));
        }
      );
      return () => {
        isCurrent = false;
      };
    }, [isMissing]);
    const tryAgain = useCallback(
      () => setOwn(({ tries }) => ({ value: loaded, hasFailed: false, tries: tries + 1 })),
      []
    );
    return { value, hasFailed: own.hasFailed && value === undefined, tries: own.tries, tryAgain };
  };
}
