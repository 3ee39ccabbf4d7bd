import { config } from '@grafana/runtime';

import type { Connection } from '../../protocol/wall/wallTrouble';
import { SECOND } from '../../time/units';

/** Where Grafana serves the plugin from: known to what was built. */
declare const __webpack_public_path__: string;

/** A server that takes longer is not there. */
const PATIENCE_MS = 8 * SECOND;

/**
 * Asks the server for the dashboard, past Grafana's own service: that one leaves the page where nobody is signed in any more.
 *
 * @param dashboardUid - undefined: it was never saved, and only the server itself is asked for
 * @param before - how the last attempt ended
 */
export async function reachServer(dashboardUid: string | undefined, before: Connection): Promise<Connection> {
  const path = dashboardUid === undefined ? '/api/health' : `/api/dashboards/uid/${encodeURIComponent(dashboardUid)}`;
  const since = 'since' in before ? before.since : Date.now();
  const status = await statusOf(path);
  switch (status) {
    case undefined:
      return { kind: 'lost', since };
    case 401:
      return { kind: 'signedOut' };
    case 403:
      return { kind: 'forbidden' };
    case 404:
      return { kind: 'deleted' };
    default:
      return status >= 500 ? { kind: 'failing', since, status } : { kind: 'reached' };
  }
}

/** What the server says of the plugin that it has; undefined where it does not answer. Another text is another version. */
export async function installedPlugin(): Promise<string | undefined> {
  try {
    const answer = await ask(`${__webpack_public_path__}plugin.json`);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

async function statusOf(path: string): Promise<number | undefined> {
  try {
    return (await ask(`${config.appSubUrl}${path}`)).status;
  } catch {
    return undefined;
  }
}

async function ask(address: string): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    return await fetch(address, { cache: 'no-store', signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}
