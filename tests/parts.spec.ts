import { expect, LOCAL_HOST_ALONE, ON_GRAFANA, test } from './fixtures';

const LEAD_QUALITY = 1;
const BY_REGION = 4;

/** The chunk of what opens from the line above the metrics. */
const COVERAGE_CHUNK = /\/coverage\.js/;

/** The chunks of what is told of a card after the panel has shown its data. */
const LATE_CHUNKS = /\/(respond|responses)\.js/;

test.use({
  expectedConsole: {
    'a chunk that can not be loaded': /ERR_FAILED|could not be loaded/,
  },
});

test('a part whose chunk is gone costs itself only, and comes back when one tries again', async ({
  dashboard,
  page,
}) => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  await page.route(COVERAGE_CHUNK, (route) => route.abort());
  const panel = await dashboard.openPanel('sales-ops', BY_REGION);
  await panel.ready();
  const cards = await panel.cards.count();
  expect(cards).toBeGreaterThan(5);

  await panel.coverage.press('Enter');
  await expect(page.getByText("The coverage can't be shown.")).toBeVisible();

  // The rest works. (While something is open, the rest is hidden from assistive technology.)
  await page.keyboard.press('Escape');
  await expect(panel.charts).toHaveCount(1);
  await expect(panel.cards).toHaveCount(cards);
  await panel.cards.last().getByRole('button', { name: /^more/ }).press('Enter');
  await expect(panel.cards.last().getByRole('button', { name: /^less/ })).toBeVisible();

  await panel.coverage.press('Enter');
  // Once more in vain; the keyboard stays where it was.
  const again = page.getByRole('button', { name: 'Try again' });
  await again.press('Enter');
  await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  await expect(again).toBeFocused();

  await page.unroute(COVERAGE_CHUNK);
  await again.press('Enter');
  await expect(page.getByRole('region', { name: 'Which answers there are' })).toBeVisible();
  await expect(again).toHaveCount(0);
});

test('what a card tells a moment later has its room before, so that neither it nor its chart grows', async ({
  dashboard,
  page,
}) => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(LATE_CHUNKS, async (route) => {
    await released;
    await route.continue();
  });
  const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
  const card = panel.card('Week-2 lead conversion');
  await expect(card.root).toContainText('(not checked)');
  await expect(card.root).toContainText('Since 1 ');
  const heights = async () => {
    const boxes = [await card.root.boundingBox(), await panel.chart().root.boundingBox()];
    return boxes.map((box) => Math.round(box?.height ?? 0));
  };
  const before = await heights();
  release();
  await expect(card.root).toContainText('No recorded response yet.');
  await expect(card.root).toContainText('No alert rule is linked');
  await expect(card.root).toContainText('with no recorded response');
  await expect(card.root.getByRole('link', { name: 'Respond' })).toBeVisible();
  await expect(card.respond('Done…')).toBeVisible();
  expect(await heights()).toEqual(before);
});
