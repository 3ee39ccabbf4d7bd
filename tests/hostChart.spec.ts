import { NOW } from './clock';
import { expect, test, TIME } from './fixtures';

const BY_REGION = 4;
const LEAD_QUALITY = 1;
const FIRING = 9;
/** A panel whose marks no other spec counts, as annotations are everybody's. */
const ANNOTATED = 18;

test('a series that the legend hides leaves the chart and keeps its card', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('sales-ops', BY_REGION);
  await panel.ready();
  const cards = await panel.cards.count();
  expect(cards).toBeGreaterThan(5);
  const name = await panel.firstCard.name.innerText();
  const state = await panel.firstCard.badge.innerText();
  const chart = panel.chart();
  const shown = await chart.picture();

  // A click shows the series alone, another one all of them.
  const legend = panel.root.getByRole('button', { name, exact: true });
  await legend.click();
  await page.mouse.move(0, 0);
  await expect.poll(() => chart.picture()).not.toBe(shown);
  await expect(panel.cards).toHaveCount(cards);
  await expect(panel.firstCard.name).toHaveText(name);
  await expect(panel.firstCard.badge).toHaveText(state);
  await legend.click();
  await page.mouse.move(0, 0);
  await expect.poll(() => chart.picture()).toBe(shown);
});

test('a drag over the chart zooms the time range of the dashboard', { tag: TIME }, async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('faces', FIRING, { from: 'now-6h', to: 'now' });
  await panel.ready();
  await expect(page).toHaveURL(/from=now-6h/);
  await panel.chart().drag(0.25, 0.75);
  await expect(page).not.toHaveURL(/from=now-6h/);
  const url = new URL(page.url());
  const length = timeOf(url.searchParams.get('to')) - timeOf(url.searchParams.get('from'));
  expect(length / 3_600_000).toBeGreaterThan(2.7);
  expect(length / 3_600_000).toBeLessThan(3.3);
});

test('hovering tells the values of all series', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('sales-ops', BY_REGION);
  await panel.ready();
  const names = await panel.cards.getByRole('heading').allInnerTexts();
  await panel.chart().hover(0.5);
  const tooltip = page.locator('#grafana-portal-container');
  for (const name of names) {
    await expect(tooltip).toContainText(name);
  }
  await expect(tooltip).toContainText(/\d\.\d h/);
});

test('the crosshair moves in all charts of the panel', async ({ dashboard }) => {
  const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
  await panel.ready();
  await expect(panel.charts).toHaveCount(4);
  await panel.chart(0).hover(0.5);
  for (const place of [1, 2]) {
    const { x, width } = await panel.chart(place).plotBox();
    const crosshair = panel.chart(place).root.locator('.u-cursor-x');
    await expect
      .poll(async () => {
        const box = await crosshair.boundingBox();
        return box && (box.x - x) / width;
      })
      .toBeCloseTo(0.5, 1);
  }
});

test('annotations of the dashboard are drawn beside the breaches', { tag: TIME }, async ({ dashboard, page }) => {
  const text = `A release ${test.info().testId}`;
  const time = NOW - 4 * 3_600_000;
  const reply = await page.request.post('/api/annotations', {
    data: { dashboardUID: 'faces', panelId: ANNOTATED, time, text, tags: ['release'] },
  });
  const { id } = (await reply.json()) as { id: number };
  try {
    const panel = await dashboard.openPanel('faces', ANNOTATED);
    const chart = panel.chart();
    await expect(chart.marks).toHaveCount(2);
    const [own] = await chart.markExtents();
    const expected = await chart.placeOf(time, { from: NOW - 6 * 3_600_000, to: NOW });
    expect(Math.abs((own.left + own.right) / 2 - expected)).toBeLessThanOrEqual(6);
    await chart.marks.first().hover();
    await expect(page.getByText(text)).toBeVisible();
  } finally {
    await page.request.delete(`/api/annotations/${id}`);
  }
});

/** A time as the URL has it: epoch ms, or ISO. */
function timeOf(text: string | null): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : Date.parse(text ?? '');
}
