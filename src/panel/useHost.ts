import type { PanelPlugin } from '@grafana/data';
import { useEffect, useMemo, useState } from 'react';

import type { Host } from '../chart/hostPlugin';
import { TIME_SERIES, getHostPlugin, importHostPlugin } from '../chart/hostPlugin';
import { hostCan } from '../chart/hosts';

/**
 * The visualization that the panel shows.
 *
 * @param id - undefined: Time series
 */
export function useHost(id: string = TIME_SERIES): Host {
  const [loaded, setLoaded] = useState<{ id: string; plugin: PanelPlugin | undefined }>();
  const cached = getHostPlugin(id);
  const isAsked = cached !== undefined || loaded?.id === id;
  const plugin = cached ?? (loaded?.id === id ? loaded.plugin : undefined);

  useEffect(() => {
    if (isAsked) {
      return undefined;
    }
    let current = true;
    importHostPlugin(id).then((host) => current && setLoaded({ id, plugin: host }));
    return () => {
      current = false;
    };
  }, [id, isAsked]);

  return useMemo(
    () => (plugin ? { kind: 'ready', plugin, can: hostCan(id) } : { kind: isAsked ? 'missing' : 'loading' }),
    [plugin, id, isAsked]
  );
}
