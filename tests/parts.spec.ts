import { expect, LOCAL_HOST_ALONE, ON_GRAFANA, test } from './fixtures';

const BY_REGION = 4;

/** The chunk of what opens from the line above the metrics. */
const COVERAGE_CHUNK = /\/coverage\.js/;

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
