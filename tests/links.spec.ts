import type { Page } from '@playwright/test';

import { expect, ON_GRAFANA, test } from './fixtures';
import { dashboardOf, seriesQuery } from './panels';

const UID = 'links';
const HIGH = Array.from({ length: 24 }, () => 90);

/** Addresses that a program beside the browser opens. */
const PROGRAMS = [
  'tel:+4930123456',
  'sms:+4930123456',
  'sip:desk@example.com',
  'mailto:ana@example.com',
  'slack://channel?team=T1&id=C1',
  'msteams:/l/chat/0/0?users=ana',
];

const RULE = {
  operator: '>',
  critical: 80,
  owner: 'Sales',
  contact: PROGRAMS.join('\n'),
  action: [...PROGRAMS, '/d/faces?orgId=1']
    .map((address, place) => `${place + 1}. [Step ${place}](${address})`)
    .join('\n'),
  automation: 'none',
  runbook: '/d/faces?orgId=1',
  respondUrl: 'tel:+4930999999',
};

test.use({
  expectedConsole: {
    'the browser, which has no program for these schemes': /Failed to launch|scheme does not have a registered handler/,
  },
});

/** What Grafana does with a click on a link without a target: the local host may not, so the page is taught it. */
async function interceptLinks(page: Page) {
  await page.addInitScript(() => {
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link && !link.getAttribute('target')) {
        event.preventDefault();
        document.title = `taken: ${link.getAttribute('href')}`;
      }
    });
  });
}

test.beforeEach(async ({ temporaryDashboards, dashboard, page }) => {
  await interceptLinks(page);
  await temporaryDashboards.add(
    dashboardOf(UID, [
      {
        type: 'protocolops-protocol-panel',
        fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
        options: { chart: {} },
        targets: [seriesQuery('A', { Calls: HIGH })],
      },
    ])
  );
  await dashboard.openPanel(UID, 1);
});

test('a phone, a message, a mail and a chat call their program, and leave the page and its tabs alone', async ({
  page,
  context,
}) => {
  const card = page.getByRole('article', { name: 'Calls' });
  for (const address of [...PROGRAMS, RULE.respondUrl]) {
    // Once as a contact, once in Markdown.
    await expect(card.locator(`a[href="${address}"]`)).toHaveCount(address === RULE.respondUrl ? 1 : 2);
    for (const link of await card.locator(`a[href="${address}"]`).all()) {
      await expect(link).toHaveAttribute('target', '_self');
      const before = page.url();
      await link.click({ noWaitAfter: true });
      expect(page.url()).toBe(before);
    }
  }
  expect(context.pages()).toHaveLength(1);
  await expect(page).not.toHaveTitle(/^taken/);
  await expect(card).toBeVisible();
});

test('a path opens the page of Grafana in a tab of its own', async ({ page, context, baseURL }) => {
  const card = page.getByRole('article', { name: 'Calls' });
  for (const name of ['Runbook', 'Step 6']) {
    const opening = context.waitForEvent('page');
    await card.getByRole('link', { name }).click();
    const tab = await opening;
    expect(tab.url().startsWith(`${baseURL}/d/faces`)).toBe(true);
    await tab.close();
  }
});

test('the copied answer has the addresses in full', async ({ page, context, baseURL }) => {
  test.skip(ON_GRAFANA && !baseURL?.includes('localhost'), 'the clipboard is only there on localhost');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy answer: Calls' }).click();
  const readText = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(readText).toContain('Step 0');
  const copied = await readText();
  for (const [place, address] of PROGRAMS.entries()) {
    expect(copied).toContain(`Step ${place} (${address})`);
  }
  expect(copied).toContain(`Step 6 (${baseURL}/d/faces?orgId=1)`);
});
