import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { APIRequestContext, APIResponse } from '@playwright/test';

import { NOW } from './clock';
import { expect, ON_GRAFANA, test as setup } from './fixtures';
import type { DashboardJson } from './temporaryDashboards';

/** What a real Grafana provisions, if it is this checkout that it reads. */
const PROVISIONED = 'provisioning/dashboards';

/** Until a real Grafana has read its folder again, which it does every ten seconds. */
const READ_AGAIN_MS = 60_000;

setup('the dashboards are written for the moment at which the specs take place', async ({ request }, testInfo) => {
  setup.setTimeout(3 * READ_AGAIN_MS);
  if (!ON_GRAFANA) {
    // The local host reads this folder at every request.
    write(String(testInfo.project.metadata.dashboards));
    return;
  }
  const folder = testInfo.outputPath('dashboards');
  write(folder);
  const dashboards = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  for (const dashboard of dashboards as DashboardJson[]) {
    const reply = await save(request, dashboard);
    if (!reply.ok()) {
      expect(await reply.text()).toContain('provisioned');
      await provision(request, dashboard);
    }
  }
});

function write(folder: string) {
  const now = new Date(NOW).toISOString();
  execFileSync(process.execPath, ['scripts/writeDashboards.mjs', '--now', now, '--out', folder]);
}

/** Replaces a dashboard where it is. */
async function save(request: APIRequestContext, dashboard: DashboardJson): Promise<APIResponse> {
  const saved = await request.get(`/api/dashboards/uid/${dashboard.uid}`);
  const { meta } = (saved.ok() ? await saved.json() : {}) as { meta?: { folderUid?: string } };
  const data = { dashboard: { ...dashboard, id: null }, folderUid: meta?.folderUid, overwrite: true };
  return request.post('/api/dashboards/db', { data });
}

/** For a Grafana whose provisioned dashboards nobody may save: it reads them from this checkout, or else says so. */
async function provision(request: APIRequestContext, dashboard: DashboardJson): Promise<void> {
  write(PROVISIONED);
  const queries = ({ panels }: DashboardJson) =>
    (panels as Array<{ targets?: unknown[] }>).map(({ targets }) => targets ?? []);
  const saved = async () => {
    const reply = await request.get(`/api/dashboards/uid/${dashboard.uid}`);
    return queries(((await reply.json()) as { dashboard: DashboardJson }).dashboard);
  };
  const message = `Grafana reads ${PROVISIONED}, or its dashboards may be saved (allowUiUpdates)`;
  await expect.poll(saved, { message, timeout: READ_AGAIN_MS }).toEqual(queries(dashboard));
}
