import { getBackendSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';

import type { SavedDashboard } from '../../frames/savedDashboard';
import { readSavedDashboard } from '../../frames/savedDashboard';

/**
 * A dashboard as it was saved, asked for once.
 *
 * @param uid - Undefined asks nothing.
 * @returns Undefined until it is there, and where it can't be read.
 */
export function useSavedDashboard(uid: string | undefined): SavedDashboard | undefined {
  const [found, setFound] = useState<{ uid: string; dashboard: SavedDashboard }>();
  useEffect(() => {
    if (uid === undefined) {
      return undefined;
    }
    let isCurrent = true;
    getBackendSrv()
      .get<unknown>(`/api/dashboards/uid/${encodeURIComponent(uid)}`, undefined, undefined, { showErrorAlert: false })
      .then(
        (json) => isCurrent && setFound({ uid, dashboard: readSavedDashboard(json) }),
        (error: unknown) => console.warn('Protocol: the saved dashboard could not be read.', error)
      );
    return () => {
      isCurrent = false;
    };
  }, [uid]);
  return found?.uid === uid ? found?.dashboard : undefined;
}
