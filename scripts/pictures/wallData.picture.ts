import type { PanelJson } from '../../tests/panels';
import type { DashboardJson } from '../../tests/temporaryDashboards';
import { around, expect, picture } from './picture';

const UID = 'wall-data';
const WALL = 1;

picture.use({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 2 });

picture('wall-data', async ({ editPane, page, request, temporaryDashboards, shoot }) => {
  const reply = await request.get('/api/dashboards/uid/wall');
  const { dashboard } = (await reply.json()) as { dashboard: DashboardJson };
  const [wall, ...shown] = dashboard.panels as PanelJson[];
  const asksForTheFirst = { ...wall, targets: wall.targets.slice(0, 1) };
  await temporaryDashboards.add({ ...dashboard, uid: UID, panels: [asksForTheFirst, ...shown] });
  await editPane.open(UID, WALL);
  await editPane.grafana.getCustomOptions('Protocol').expand();
  const link = page.getByRole('link', { name: 'Open it alone on a screen' });
  await link.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  const json = page.getByRole('textbox', { name: /Panel JSON/ });
  await expect(json).toHaveValue(/"panelId": 4/);
  await shoot(await around([page.getByText('Panels of this dashboard', { exact: true }), json, link], 12));
});
