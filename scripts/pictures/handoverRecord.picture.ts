import type { APIRequestContext } from '@playwright/test';

import type { PanelJson } from '../../tests/panels';
import type { DashboardJson } from '../../tests/temporaryDashboards';
import { expect, picture } from './picture';

const UID = 'handover-of-records';
const PANELS = { responses: 1, queues: 2, handover: 3 } as const;

async function dashboardJson(request: APIRequestContext, uid: string): Promise<DashboardJson> {
  const reply = await request.get(`/api/dashboards/uid/${uid}`);
  return ((await reply.json()) as { dashboard: DashboardJson }).dashboard;
}

picture.use({ viewport: { width: 1140, height: 540 } });

picture('handover-record-dark', async ({ dashboard, request, temporaryDashboards, shoot }) => {
  const responses = await dashboardJson(request, 'responses');
  const [asked] = responses.panels as PanelJson[];
  const [queues] = (await dashboardJson(request, 'on-record')).panels as PanelJson[];
  const source = { type: 'datasource', uid: '-- Dashboard --' };
  const handover = {
    ...{ ...asked, id: PANELS.handover, title: 'Handover', description: '', options: { layout: 'handover' } },
    ...{ datasource: source, fieldConfig: { defaults: {}, overrides: [] }, transformations: [] },
    targets: [{ refId: 'A', datasource: source, panelId: PANELS.responses, withTransforms: true }],
  };
  await temporaryDashboards.add({
    ...responses,
    uid: UID,
    panels: [{ ...asked, id: PANELS.responses }, { ...queues, id: PANELS.queues }, handover],
  });
  const { root: recording } = await dashboard.openPanel(UID, PANELS.queues);
  await recording.getByRole('button', { name: 'Record them' }).click();
  const query = new URLSearchParams({ dashboardUID: UID, tags: 'protocol:breach' });
  await expect
    .poll(async () => ((await (await request.get(`/api/annotations?${query}`)).json()) as unknown[]).length)
    .toBeGreaterThanOrEqual(3);
  const { root } = await dashboard.openPanel(UID, PANELS.handover);
  await expect(root).toContainText(/Returns/);
  await shoot(root);
});
