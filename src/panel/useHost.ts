import type { PanelPlugin } from '@grafana/data';
import { useEffect, useState } from 'react';

import { TIME_SERIES, getHostPlugin, importHostPlugin } from '../chart/hostPlugin';

/**
 * The visualization that the panel shows.
 *
 * @param id undefined: Time series
 * @returns `loading` until it is there; undefined where this Grafana can't give it
 */
export function useHost(id: string = TIME_SERIES): PanelPlugin | undefined | 'loading' {
  const [loaded, setLoaded] = useState<{ id: string; host: PanelPlugin | undefined }>();
  const cached = getHostPlugin(id);
  const missing = cached === undefined && loaded?.id !== id;

  useEffect(() => {
    if (!missing) {
      return undefined;
    }
    let current = true;
    importHostPlugin(id).then((host) => current && setLoaded({ id, host }));
    return () => {
      current = false;
    };
  }, [id, missing]);

  return cached ?? (missing ? 'loading' : loaded?.host);
}
