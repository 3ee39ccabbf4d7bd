import { getBackendSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { lastValueFrom } from 'rxjs';

import { isRecord } from '../../rule/isRecord';

/** What Grafana has for an alert rule beside its panel: where it is kept, and whom it may notify. */
export interface AlertPlace {
  folder?: { uid: string; title: string };
  contactPoints: readonly string[];
}

const UNKNOWN: AlertPlace = { contactPoints: [] };

/** The folder of a dashboard and the contact points that there are, as far as the person may see them. */
export function useAlertPlace(dashboardUid: string | undefined): AlertPlace {
  const [place, setPlace] = useState(UNKNOWN);
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([folderOf(dashboardUid), contactPoints()]).then(([folder, names]) => {
      if (isCurrent) {
        setPlace({ ...(folder && { folder }), contactPoints: names });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [dashboardUid]);
  return place;
}

async function folderOf(uid: string | undefined): Promise<AlertPlace['folder']> {
  const answer = uid === undefined ? undefined : await ask(`/api/dashboards/uid/${encodeURIComponent(uid)}`);
  const meta = isRecord(answer) && isRecord(answer.meta) ? answer.meta : {};
  const { folderUid, folderTitle } = meta;
  const isFolder = typeof folderUid === 'string' && folderUid !== '' && typeof folderTitle === 'string';
  return isFolder ? { uid: folderUid, title: folderTitle } : undefined;
}

async function contactPoints(): Promise<string[]> {
  const answer = await ask('/api/v1/provisioning/contact-points');
  const names = Array.isArray(answer) ? answer.map((one: unknown) => (isRecord(one) ? one.name : undefined)) : [];
  return names.filter((name): name is string => typeof name === 'string');
}

/** What a person may not see is not there. */
async function ask(url: string): Promise<unknown> {
  try {
    const answer = await lastValueFrom(getBackendSrv().fetch<unknown>({ url, showErrorAlert: false }));
    return answer.data;
  } catch {
    return undefined;
  }
}
