import { NOW } from '../../tests/clock';
import type { PanelJson } from '../../tests/panels';
import type { DashboardJson } from '../../tests/temporaryDashboards';
import { DAY, HOUR } from '../../src/time/units';
import { expect, picture } from './picture';

const UID = 'sales-ops-engine';
const LEAD_QUALITY = 1;
const CRITICAL = 20;

/** An alert rule linked to the panel, which asks what its first query asks and acts at once; the panel waits for two days. */
function alertRule(query: unknown, state: object) {
  return {
    ...{ uid: `${UID}-critical`, title: 'Week-2 lead conversion (critical)', folder: 'Sales', group: 'sales' },
    ...{ intervalSeconds: 60, condition: 'C', for: '1d', keepFiringFor: '0s', noDataState: 'NoData', isPaused: false },
    data: [
      { refId: 'A', datasourceUid: 'testdata', model: query },
      { refId: 'B', datasourceUid: '__expr__', model: { type: 'reduce', reducer: 'last', expression: 'A' } },
      {
        refId: 'C',
        datasourceUid: '__expr__',
        model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'lt', params: [CRITICAL] } }] },
      },
    ],
    labels: { severity: 'critical', owner: 'Demand Gen' },
    annotations: { __dashboardUid__: UID, __panelId__: String(LEAD_QUALITY) },
    evaluatedAt: NOW,
    instances: [state],
  };
}

picture.use({ viewport: { width: 1280, height: 1180 } });

picture('engine-dark', async ({ dashboard, page, request, temporaryDashboards, shoot }) => {
  const { dashboard: json } = (await (await request.get('/api/dashboards/uid/sales-ops')).json()) as {
    dashboard: DashboardJson;
  };
  await temporaryDashboards.add({ ...json, uid: UID });
  const [query] = (json.panels as PanelJson[])[0].targets;
  const firing = {
    labels: {},
    state: 'Alerting',
    activeAt: NOW - 2 * DAY,
    receivers: ['#demand-gen', 'Sales on call'],
  };
  const said = {
    rules: [alertRule(query, { ...firing, silencedBy: ['s1'] })],
    silences: [{ id: 's1', createdBy: 'ben', comment: 'Campaign stopped', endsAt: NOW + HOUR }],
    failures: { '#demand-gen': 'dial tcp: no such host' },
  };
  await page.request.post('/api/demo/alerting', { data: { [UID]: said } });
  const panel = await dashboard.openPanel(UID, LEAD_QUALITY);
  const { root } = panel.firstCard;
  await expect(root.getByRole('region', { name: /^What the engine says/ })).toContainText('Silenced by ben');
  await expect(panel.firstCard.respond('I have it')).toBeVisible();
  await shoot(root);
});
