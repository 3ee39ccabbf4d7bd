import { NOW } from './clock';
import { expect, LONG, test, TIME } from './fixtures';
import { samplesOf, startOfLastRun } from './samples';
import { DAY, HOUR, MINUTE } from '../src/time/units';

const FIRING = 9;
const BY_THRESHOLDS = 15;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test(
  'a range that ends in the past has no now: the card says of when it speaks',
  { tag: TIME },
  async ({ dashboard, page }) => {
    const samples = await samplesOf(page, 'faces', FIRING);
    const firing = startOfLastRun(samples, (value) => value > 80).time + 15 * MINUTE;
    const to = firing + 30 * MINUTE;
    const panel = await dashboard.openPanel('faces', FIRING, {
      from: String(to - 4 * HOUR),
      to: String(to),
      timezone: 'utc',
    });
    const card = panel.card('On fire');
    await expect(card.badge).toHaveText('Critical');
    await expect(card.root).toContainText(
      new RegExp(`for 30 min.* at .*${clockOf(to)}|at .*${clockOf(to)}, .*for 30 min`)
    );
    await expect(card.root).not.toContainText('today');
    await expect(card.root).not.toContainText('{{');

    await card.copyButton.click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^On fire was .+ This was the state then, not today’s\.\n/);
  }
);

test('before the breach of the same samples nothing fires', { tag: [TIME, LONG] }, async ({ dashboard, page }) => {
  const samples = await samplesOf(page, 'faces', FIRING);
  const to = startOfLastRun(samples, (value) => value > 80).time - 10 * MINUTE;
  const panel = await dashboard.openPanel('faces', FIRING, {
    from: String(to - 4 * HOUR),
    to: String(to),
    timezone: 'utc',
  });
  const card = panel.card('On fire');
  await expect(card.badge).toHaveText('OK');
  await expect(card.root).toContainText(new RegExp(`at .*${clockOf(to)}`));
  await expect(panel.chart().marks).toHaveCount(0);
});

test(
  'a breach that reaches the left edge reads "since at least" the first value in view',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards }) => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `${new Date(NOW - (59 - index) * 5 * MINUTE).toISOString()},90`
    );
    await temporaryDashboards.add({
      uid: 'since-before',
      title: 'Test since before',
      schemaVersion: 41,
      timezone: 'utc',
      time: { from: 'now-6h', to: 'now' },
      panels: [
        {
          id: 1,
          type: 'protocolops-protocol-panel',
          title: 'Since before',
          gridPos: { x: 0, y: 0, w: 24, h: 12 },
          datasource: { type: 'grafana-testdata-datasource', uid: 'testdata' },
          targets: [{ refId: 'A', scenarioId: 'csv_content', csvContent: ['Time,High', ...rows].join('\n') }],
          fieldConfig: {
            defaults: { custom: { rule: { operator: '>', critical: 80, owner: 'A team', staleAfter: '1h' } } },
            overrides: [],
          },
          options: { layout: 'auto', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
        },
      ],
    });
    await dashboard.open('since-before');
    const card = dashboard.panel('Since before').card('High');
    await expect(card.badge).toHaveText('Critical');
    await expect(card.root).toContainText(`since at least ${dayAndClockOf(NOW - 59 * 5 * MINUTE)}`);
    await expect(dashboard.panel('Since before').chart().marks).toHaveCount(1);
  }
);

test('the range picker of the dashboard changes what is judged', { tag: TIME }, async ({ dashboard, page }) => {
  const samples = await samplesOf(page, 'faces', BY_THRESHOLDS);
  const onset = startOfLastRun(samples, (value) => value >= 80).time;
  const panel = await dashboard.openPanel('faces', BY_THRESHOLDS, { timezone: 'utc' });
  const card = panel.card('By thresholds');
  await expect(card.badge).toHaveText('Critical');
  await expect(panel.chart().marks).toHaveCount(1);

  await dashboard.grafana.timeRange.set({ from: textOf(onset - 3 * HOUR), to: textOf(onset - 10 * MINUTE) });
  await expect(card.badge).toHaveText('OK');
  await expect(panel.chart().marks).toHaveCount(0);
  await dashboard.grafana.refreshDashboard();
  await expect(card.badge).toHaveText('OK');
  expect(NOW - onset).toBeLessThan(DAY);
});

/** As a dashboard in UTC says it: "yesterday 23:10" where that was before midnight. */
function dayAndClockOf(time: number): string {
  const isToday = Math.floor(time / DAY) === Math.floor(NOW / DAY);
  return isToday ? clockOf(time) : `yesterday ${clockOf(time)}`;
}

function clockOf(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

function textOf(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
