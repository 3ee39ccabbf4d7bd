import { expect, FAILS_ON_PURPOSE, LOCAL_HOST_ALONE, LONG, ON_GRAFANA, test } from './fixtures';

const FIRING = 9;

test.describe('among all faces', () => {
  test.use({ expectedConsole: FAILS_ON_PURPOSE });

  test('a single key is a shortcut of the page, unless an input has the focus', async ({ dashboard, page }) => {
    test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
    await dashboard.open('faces');
    const { root } = dashboard.panel('In breach');
    await root.scrollIntoViewIfNeeded();
    await root.hover();
    await page.keyboard.press('v');
    await expect(page).toHaveURL(new RegExp(`[?&]viewPanel=(panel-)?${FIRING}\\b`));
  });
});

test('what is typed into the form is text, though every letter is a shortcut of the page', async ({
  editPane,
  page,
}) => {
  await editPane.open('faces', FIRING);
  const form = await editPane.defaultRule();
  const address = page.url();
  await form.field('Who').click();
  await page.keyboard.type('dkghv?');
  await expect(form.field('Who')).toHaveValue(/dkghv\?/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(page.url()).toBe(address);
});

test('a link of a card leads where it says', { tag: LONG }, async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('faces', FIRING);
  const link = panel.firstCard.answer('Do').getByRole('link', { name: /^Runbook/ });
  await expect(link).toHaveAttribute('target', '_blank');
  await page.context().route('https://wiki.example.com/**', (route) => route.fulfill({ body: 'The runbook' }));
  const opened = page.waitForEvent('popup');
  await link.click();
  await expect((await opened).getByText('The runbook')).toBeVisible();
});
