import { useEffect, useState } from 'react';

type Reader = typeof import('./readSheets').readSheets;

let loaded: Reader | undefined;

/**
 * What reads sheets: loaded where a panel has some, and once for all panels.
 *
 * @returns undefined until it is there
 * @throws where it can't be loaded, for the panel's frame to say so
 */
export function useSheetReader(isNeeded: boolean): Reader | undefined {
  const [reader, setReader] = useState<{ read?: Reader; error?: unknown }>({ read: loaded });
  const isMissing = isNeeded && !reader.read && !reader.error;
  useEffect(() => {
    if (!isMissing) {
      return undefined;
    }
    let isCurrent = true;
    import(/* webpackChunkName: "sheets" */ './readSheets').then(
      ({ readSheets }) => {
        loaded = readSheets;
        return isCurrent && setReader({ read: readSheets });
      },
      (error: unknown) => isCurrent && setReader({ error })
    );
    return () => {
      isCurrent = false;
    };
  }, [isMissing]);
  if (reader.error && isNeeded) {
    throw reader.error;
  }
  return reader.read;
}
