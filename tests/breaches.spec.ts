import { readFile } from 'node:fs/promises';

import { AxeBuilder } from '@axe-core/playwright';

import { expect, LONG, ON_GRAFANA, test, TIME } from './fixtures';
import { BreachList } from './pages/breachList';
import type { DashboardPage } from './pages/dashboard';
import type { RuleCard } from './pages/ruleCard';
import { dashboardOf, seriesQuery } from './panels';
import type { TemporaryDashboards } from './temporaryDashboards';

const RULE = {
  operator: '>',
  critical: 80,
  warning: 70,
  owner: '=HYPERLINK("http://evil.example")',
  action: 'Look',
  automation: 'None',
  escalateAfter: '1h',
  escalateTo: 'Head of specs',
};

/** Six hours, a value every five minutes: a warning that became critical and ended, and one that goes on. */
const VALUES = Array.from({ length: 72 }, (_, place) =>
  place >= 60 ? 90 : place >= 20 && place < 26 ? 75 : place >= 26 && place < 32 ? 85 + (place === 28 ? 3.5 : 0) : 40
);

test(
  'the breaches in view open as a list by keyboard, and Escape gives the focus back',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards, page }) => {
    const card = await openCard(dashboard, temporaryDashboards);
    await expect(card.figures).toContainText('2 breaches');
    await card.breaches.press('Enter');
    const list = new BreachList(page);
    await expect(list.root).toBeVisible();
    expect(await list.root.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await expect(list.rows).toHaveCount(2);
    expect(await list.column('Worst')).toEqual([expect.stringContaining('90'), expect.stringContaining('88.5')]);
    expect(await list.column('Until')).toEqual([
      expect.stringMatching(/^still open/),
      expect.stringMatching(/\d\d:\d\d 1 h$/),
    ]);
    expect(await list.column('Rule then')).toEqual(['above 80', 'above 80']);
    expect(await list.column('Since')).toEqual([
      expect.stringMatching(/^Critical/),
      expect.stringMatching(/^Critical/),
    ]);
    await page.keyboard.press('Escape');
    await expect(list.root).toBeHidden();
    await expect(card.breaches).toBeFocused();
  }
);

test('the list opens from a closed card, too', { tag: LONG }, async ({ dashboard, temporaryDashboards, page }) => {
  const card = await openCard(dashboard, temporaryDashboards);
  await card.toggle.click();
  await card.breaches.click();
  await expect(new BreachList(page).rows).toHaveCount(2);
});

test('the list is copied as Markdown', { tag: LONG }, async ({ dashboard, temporaryDashboards, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await openCard(dashboard, temporaryDashboards);
  await card.breaches.click();
  await new BreachList(page).copyButton.click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\*\*Specs: 2 breaches\*\*\n/);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/\n\| Since \| Until \| Worst \| Rule then \| Owner then \| Due \|/);
  expect(text).toMatch(/\n\| Critical, .+ \| still open \(.+\) \| 90 \(.+\) \| above 80 \|/);
});

test('the list is saved as CSV under its name, and nothing in it runs', async ({
  dashboard,
  temporaryDashboards,
  page,
}) => {
  const card = await openCard(dashboard, temporaryDashboards);
  await card.breaches.click();
  const saved = page.waitForEvent('download');
  await new BreachList(page).saveButton.click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('breaches-Specs.csv');
  const [headers, open, over] = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(headers).toMatch(/^\uFEFF"Metric","Severity","Since \(UTC\)",/);
  expect(open).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(over).toMatch(/^"Specs","Critical","20\d\d-\d\d-\d\d \d\d:\d\d:00",.+,"1","88.5",/);
});

test.describe('axe', () => {
  test.use({
    expectedConsole: {
      'axe itself, which defines a module of a name when it is injected': /SystemJS Error#W6/,
    },
  });

  for (const width of [1366, 768, 400]) {
    test(
      `finds nothing in the list, ${width} px wide`,
      { tag: width === 400 ? [] : [LONG] },
      async ({ dashboard, temporaryDashboards, page }) => {
        await page.setViewportSize({ width, height: 900 });
        const card = await openCard(dashboard, temporaryDashboards);
        await card.breaches.click();
        const list = new BreachList(page);
        await expect(list.rows).toHaveCount(2);
        const { violations } = await new AxeBuilder({ page })
          .include('[role="dialog"]')
          .options({ resultTypes: ['violations'] })
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
        const overflow = await list.root.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
        expect(overflow, 'nothing is cut off at the side').toBeLessThanOrEqual(0);
      }
    );
  }
});

async function openCard(dashboard: DashboardPage, temporaryDashboards: TemporaryDashboards): Promise<RuleCard> {
  // What runs beside the test on the same Grafana has another dashboard.
  const uid = `breaches-${test.info().testId.slice(-12)}`;
  await temporaryDashboards.add(
    dashboardOf(uid, [
      {
        type: 'protocolops-protocol-panel',
        title: 'Breaches',
        options: { layout: 'list', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
        fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
        targets: [seriesQuery('A', { Specs: VALUES })],
      },
    ])
  );
  const panel = await dashboard.openPanel(uid, 1, ON_GRAFANA ? { timezone: 'utc' } : {});
  await panel.ready();
  return panel.card('Specs');
}
