import { expect, test } from './fixtures';
import { dashboardOf } from './panels';

/** A stream as the TestData source makes it: values around 0 to 100, which are all above the level. */
function streamPanel(title: string, speed: number, rule: object = {}) {
  return {
    title,
    type: 'protocolops-protocol-panel',
    targets: [
      { refId: 'A', scenarioId: 'streaming_client', stream: { type: 'signal', speed, spread: 3.5, noise: 2.2 } },
    ],
    fieldConfig: {
      defaults: {
        custom: {
          rule: { owner: 'T', action: 'x', automation: 'none', operator: '>', critical: -1000, ...rule },
        },
      },
      overrides: [],
    },
  };
}

test('streams are judged as they arrive, at any rate, with their marks and strip', async ({
  dashboard,
  temporaryDashboards,
}) => {
  const panels = [streamPanel('Fast', 250), streamPanel('Slow', 2000)];
  await temporaryDashboards.add({ ...dashboardOf('stream', panels), time: { from: 'now-1m', to: 'now' } });
  await dashboard.open('stream');
  for (const title of ['Fast', 'Slow']) {
    const panel = await dashboard.panel(title).ready();
    await expect(panel.firstCard.badge).toHaveText('Critical');
    await expect(panel.chart().marks.first()).toBeVisible();
    await expect(panel.root.getByRole('status')).toHaveCount(0);
  }
});

test('a stream that stops becomes stale', async ({ dashboard, page, temporaryDashboards }) => {
  // One packet at once, and the next one after an hour.
  const panels = [streamPanel('Stopped', 3_600_000, { staleAfter: '5s', critical: 1000 })];
  await temporaryDashboards.add({ ...dashboardOf('stopped', panels), time: { from: 'now-1m', to: 'now' } });
  await dashboard.open('stopped');
  const { firstCard } = await dashboard.panel('Stopped').ready();
  await page.clock.fastForward(7000);
  await expect(firstCard.badge).toHaveText('Data late');
});
