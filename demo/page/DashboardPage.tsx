import { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import { isFetchError, getBackendSrv } from '@grafana/runtime';
import { UrlSyncContextProvider } from '@grafana/scenes';
import { EmptyState, LoadingPlaceholder } from '@grafana/ui';
import { buildScene } from '../dashboards/buildScene';
import type { DashboardScene } from '../dashboards/DashboardScene';
import { parseDashboard } from '../dashboards/parseDashboard';

type Found = { uid: string; scene: DashboardScene } | { uid: string; error: string };

/** Loads the dashboard of the URL and shows it. */
export function DashboardPage() {
  const { uid = '' } = useParams();
  const [found, setFound] = useState<Found>();

  useEffect(() => {
    let current = true;
    loadScene(uid).then(
      (scene) => current && setFound({ uid, scene }),
      (error: unknown) => current && setFound({ uid, error: messageOf(error) })
    );
    return () => {
      current = false;
    };
  }, [uid]);

  if (found?.uid !== uid) {
    return <LoadingPlaceholder text="Loading…" />;
  }
  if ('error' in found) {
    return <EmptyState variant="not-found" message={found.error} />;
  }
  const { scene } = found;
  return (
    <UrlSyncContextProvider key={scene.state.key} scene={scene} updateUrlOnInit createBrowserHistorySteps>
      <scene.Component model={scene} />
    </UrlSyncContextProvider>
  );
}

async function loadScene(uid: string): Promise<DashboardScene> {
  const { dashboard } = await getBackendSrv().get<{ dashboard: Record<string, unknown> }>(
    `/api/dashboards/uid/${uid}`,
    undefined,
    undefined,
    { showErrorAlert: false }
  );
  const model = parseDashboard({ ...dashboard, uid });
  document.title = `${model.title} - Protocol demo`;
  return buildScene(model);
}

function messageOf(error: unknown): string {
  if (isFetchError(error) && error.status === 404) {
    return 'Dashboard not found';
  }
  return error instanceof Error ? error.message : "The dashboard can't be shown";
}
