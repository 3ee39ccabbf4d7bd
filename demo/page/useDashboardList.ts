import { useEffect, useState } from 'react';
import { getBackendSrv } from '@grafana/runtime';

export interface DashboardHit {
  uid: string;
  title: string;
  description?: string;
  tags: string[];
  url: string;
}

/** The provisioned dashboards; undefined until they are known. */
export function useDashboardList(): DashboardHit[] | undefined {
  const [hits, setHits] = useState<DashboardHit[]>();
  useEffect(() => {
    void getBackendSrv().get<DashboardHit[]>('/api/search').then(setHits);
  }, []);
  return hits;
}
