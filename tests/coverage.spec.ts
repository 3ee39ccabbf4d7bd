import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { NOW } from './clock';
import { expect, LONG, test, TIME } from './fixtures';
import type { DashboardPage } from './pages/dashboard';
import type { ProtocolPanel } from './pages/protocolPanel';
import { dashboardOf, seriesQuery } from './panels';
import type { TemporaryDashboards } from './temporaryDashboards';
import { DAY } from '../src/time/units';

const WHOLE = {
  operator: '>',
  critical: 80,
  owner: 'A team',
  action: 'Look',
  automation: 'None',
};

/** What is stated for each series. */
const RULES: Record<string, object> = {
  Whole: { ...WHOLE, reviewBy: dayFromNow(200) },
  'No owner': { ...WHOLE, owner: '' },
  'Bare levels': { operator: '>', critical: 80 },
  Overdue: { ...WHOLE, reviewBy: dayFromNow(-30) },
  // Agreed with a critical level of 70.
  Changed: { ...WHOLE, agreedOn: '2026-03-03', agreedFingerprint: 'f1-00000000' },
  Context: { noRule: 'To read the others' },
};

test(
  'what the rules lack is counted, named, and shown alone',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards, page }) => {
    const panel = await openPanel(dashboard, temporaryDashboards);
    await expect(panel.cards).toHaveCount(6);
    await panel.coverage.press('Enter');
    for (const words of [
      'Act when5 of 5',
      'Who3 of 5Show 2No owner, Bare levels',
      'Do4 of 5',
      'Automatically4 of 5',
      'Levels with nothing agreedShow 1Bare levels',
      'Past the review dateShow 1Overdue',
      'Changed since agreedShow 1Changed',
      'Rules that match nothing shown: “Renamed long ago” in a rule for one metric (override).',
    ]) {
      await expect(details(page)).toContainText(words);
    }

    await details(page).getByRole('button', { name: 'Show 2: without an owner' }).press('Enter');
    await expect(details(page)).toBeHidden();
    await expect(panel.root.getByRole('status')).toHaveText('Showing 2 of 6: without an owner.');
    await expect(panel.cards).toHaveCount(2);
    await expect(panel.card('No owner').root).toBeVisible();
    await expect(panel.card('Bare levels').root).toBeVisible();
    await expect(panel.coverage).toHaveText('3 of 5 rules complete');

    await panel.root.getByRole('button', { name: 'Show all' }).press('Enter');
    await expect(panel.cards).toHaveCount(6);
    await expect(panel.coverage).toBeFocused();
  }
);

for (const layout of ['rows', 'list']) {
  const tag = layout === 'rows' ? [] : [LONG];
  test(
    `the filter works in ${layout}, and Escape closes what is found`,
    { tag },
    async ({ dashboard, temporaryDashboards, page }) => {
      const panel = await openPanel(dashboard, temporaryDashboards, layout);
      const charts = await panel.charts.count();
      await panel.coverage.click();
      await page.keyboard.press('Escape');
      await expect(details(page)).toBeHidden();
      await panel.coverage.click();
      await details(page).getByRole('button', { name: 'Show 1: past the review date' }).click();
      await expect(panel.cards).toHaveCount(1);
      // One chart of all series goes on showing them all.
      await expect(panel.charts).toHaveCount(1);
      expect(charts).toBe(layout === 'rows' ? 6 : 1);
    }
  );
}

test(
  'a card says that its review was due, and that its rule is no longer what was agreed',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards }) => {
    const panel = await openPanel(dashboard, temporaryDashboards);
    await panel.card('Overdue').open();
    await expect(panel.card('Overdue').root).toContainText(/Review was due \d+ \w+/);
    await panel.card('Changed').open();
    await expect(panel.card('Changed').root).toContainText('Changed since agreed.');
    await panel.card('Whole').open();
    await expect(panel.card('Whole').root).not.toContainText(/Review|Changed/);
  }
);

test('a wall display has nothing to press', { tag: LONG }, async ({ dashboard, temporaryDashboards }) => {
  const panel = await openPanel(dashboard, temporaryDashboards, 'list', { kiosk: 'true' });
  await expect(panel.root).toContainText('3 of 5 rules complete');
  await expect(panel.coverage).toHaveCount(0);
});

test.describe('axe', () => {
  test.use({
    expectedConsole: {
      'axe itself, which defines a module of a name when it is injected': /SystemJS Error#W6/,
    },
  });

  test('finds nothing in the coverage', async ({ dashboard, temporaryDashboards, page }) => {
    const panel = await openPanel(dashboard, temporaryDashboards);
    await panel.coverage.click();
    await expect(details(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .include('[data-testid="toggletip-content"]')
      .options({ resultTypes: ['violations'] })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
});

function details(page: Page) {
  return page.getByRole('region', { name: 'Which answers there are' });
}

async function openPanel(
  dashboard: DashboardPage,
  temporaryDashboards: TemporaryDashboards,
  layout = 'list',
  parameters: Record<string, string> = {}
): Promise<ProtocolPanel> {
  const stated = { ...RULES, 'Renamed long ago': WHOLE };
  const values = Array.from({ length: 72 }, (_, place) => 40 + (place % 7));
  // What runs beside the test on the same Grafana has another dashboard.
  const uid = `coverage-${test.info().testId.slice(-12)}`;
  await temporaryDashboards.add(
    dashboardOf(uid, [
      {
        type: 'protocolops-protocol-panel',
        title: 'Covered',
        options: { layout, chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
        fieldConfig: {
          defaults: { custom: {} },
          overrides: Object.entries(stated).map(([name, value]) => ({
            matcher: { id: 'byName', options: name },
            properties: [{ id: 'custom.rule', value }],
          })),
        },
        targets: [seriesQuery('A', Object.fromEntries(Object.keys(RULES).map((name) => [name, values])))],
      },
    ])
  );
  const panel = await dashboard.openPanel(uid, 1, parameters);
  return panel.ready();
}

function dayFromNow(days: number): string {
  return new Date(NOW + days * DAY).toISOString().slice(0, 10);
}
