import { ENGINES, expect, LOCAL_HOST_ALONE, ON_GRAFANA, test } from './fixtures';
import { ProtocolPanel } from './pages/protocolPanel';
import { isInstalled, Processes } from './processes';

const INSTALL = 'Prometheus is not installed: apt-get install prometheus (Debian), brew install prometheus (macOS)';

/** A figure of the Prometheus itself that the test can raise: how often somebody asked whether it is healthy. */
const HEALTH_CHECKS = 'prometheus_http_requests_total{handler="/-/healthy",code="200"}';

/** An alerting rule of the Prometheus itself: linked to the panel, with another `for` than the panel's. */
const ALERTS = `groups:
  - name: health
    interval: 1s
    rules:
      - alert: Many health checks
        expr: ${HEALTH_CHECKS} > 10
        for: 3s
        labels: { severity: critical, owner: On call }
        annotations: { __dashboardUid__: real-samples, __panelId__: "1" }
`;

test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
test.use({ realTime: true });

test(
  'a rule passes from normal over pending to firing on real samples, while one looks',
  { tag: ENGINES },
  async ({ page }) => {
    if (!isInstalled('prometheus')) {
      test.skip(!process.env.CI, INSTALL);
      throw new Error(INSTALL);
    }
    // The local host builds its page first where that is stale.
    test.setTimeout(180_000);
    const processes = new Processes();
    try {
      const prometheus = await processes.startPrometheus(ALERTS);
      const check = () => fetch(`${prometheus}/-/healthy`);
      await check();
      const host = await processes.startLocalHost(prometheus, [
        {
          uid: 'real-samples',
          title: 'Real samples',
          schemaVersion: 41,
          timezone: 'utc',
          time: { from: 'now-2m', to: 'now' },
          refresh: '5s',
          panels: [
            {
              id: 1,
              type: 'protocolops-protocol-panel',
              title: 'Health checks',
              gridPos: { x: 0, y: 0, w: 24, h: 16 },
              datasource: { type: 'prometheus', uid: 'prometheus' },
              targets: [
                { refId: 'A', expr: HEALTH_CHECKS, legendFormat: 'Health checks', interval: '1s', range: true },
              ],
              fieldConfig: {
                defaults: {
                  custom: {
                    rule: {
                      operator: '>',
                      critical: 10,
                      for: '5s',
                      owner: 'On call',
                      action: 'Look',
                      automation: 'none',
                    },
                  },
                },
                overrides: [],
              },
              options: { layout: 'auto', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
            },
          ],
        },
      ]);

      await page.goto(`${host}/d/real-samples`);
      const panel = new ProtocolPanel(page.getByTestId('data-testid Panel header Health checks'));
      const card = panel.card('Health checks');
      await expect(card.badge).toHaveAttribute('data-state', 'normal');
      await expect(panel.chart().marks).toHaveCount(0);
      await page.evaluate(() => Object.assign(window, { sameForAll: true }));

      for (let asked = 0; asked < 20; asked++) {
        await check();
      }
      await expect(card.badge).toHaveAttribute('data-state', /pending|critical/);
      await expect(card.badge).toHaveAttribute('data-state', 'critical', { timeout: 30_000 });
      await card.open();
      await expect(card.root).toContainText(/for \d+ s, since \d\d:\d\d/);
      await expect(card.answer('Who')).toContainText('On call');
      await expect(panel.chart().marks).toHaveCount(1);
      // The data source's own engine says so, too.
      await expect(card.root).toContainText(/engine: (pending|firing)/, { timeout: 90_000 });
      await expect(card.root).toContainText(
        'The panel acts above 10 for 5 s; alert rule “Many health checks” fires above 10 for 3 s.'
      );
      await expect(card.answer('Who')).toHaveText('On call (checked with the engine)');
      expect(await page.evaluate(() => 'sameForAll' in window)).toBe(true);
    } finally {
      await processes.stop();
    }
  }
);
