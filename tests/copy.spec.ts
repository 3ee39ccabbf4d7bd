import type { BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';

import { startClock } from './clock';
import { expect, FAILS_ON_PURPOSE, listenToConsole, LONG, test, TIME, unexpected } from './fixtures';
import { RuleCard } from './pages/ruleCard';

/** What the copied sentence says on the card of a face. */
const SENTENCES: Array<{ panel: number; name: string; state: string; says: RegExp }> = [
  {
    panel: 7,
    name: 'Well written',
    state: 'normal',
    says: /^Well written is [\d.]+\. No action now\.\nRule: above 80 \(warning above 70\), Face team: Look at this face; Say what is wrong with it\.\n.+: http/,
  },
  { panel: 8, name: 'Waiting', state: 'pending', says: /^Waiting is [\d.]+\. Watching for .+ No action yet\.\n/ },
  {
    panel: 9,
    name: 'On fire',
    state: 'firing',
    says: /^On fire is [\d.]+\. Critical for .+, since .+\. (Overdue .+\. )?Act now: .+\nRule: above 80 for 15 min .+ Then tell Head of faces\.\n/,
  },
  {
    panel: 10,
    name: 'Getting better',
    state: 'recovering',
    says: /^Getting better is [\d.]+\. Easing for .+ No new action\.\n/,
  },
  {
    panel: 11,
    name: 'Gone quiet',
    state: 'stale',
    says: /^Gone quiet was [\d.]+ when it was last known\. Data late\. .+ Whether to act can’t be said\.\n/,
  },
  {
    panel: 13,
    name: 'Can’t say',
    state: 'unknown',
    says: /^Can’t say is [\d.]+\. Unclear\. Needs 2 d of data.+ Whether to act can’t be said\.\n/,
  },
  {
    panel: 14,
    name: 'Crossed',
    state: 'a level without an agreement',
    says: /^Crossed is [\d.]+\. Level crossed, nothing agreed.*\n/,
  },
  {
    panel: 16,
    name: 'For context',
    state: 'context',
    says: /^For context is [\d.]+\. No rule needed: Shown so that .*\n/,
  },
  {
    panel: 17,
    name: 'Unruled',
    state: 'no rule',
    says: /^Unruled is [\d.]+\. Nothing is agreed for this metric\.\n/,
  },
];

test.describe('the copied answer', () => {
  test.use({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1400, height: 7200 },
    expectedConsole: FAILS_ON_PURPOSE,
  });

  test(
    'is a sentence, what is agreed, and a link to the panel, in every state',
    { tag: TIME },
    async ({ dashboard, page }) => {
      await dashboard.open('faces');
      for (const { panel, name, state, says } of SENTENCES) {
        await test.step(state, async () => {
          const card = new RuleCard(page.getByRole('article', { name, exact: true }));
          await card.copyButton.click();
          await expect.soft.poll(() => page.evaluate(() => navigator.clipboard.readText()), state).toMatch(says);
          const text = await page.evaluate(() => navigator.clipboard.readText());
          const link = new URL(/https?:\S+$/.exec(text)?.[0] ?? 'about:blank');
          expect.soft(link.searchParams.get('viewPanel'), state).toBe(String(panel));
          expect.soft(link.pathname, state).toMatch(/^\/d\/faces/);
        });
      }
    }
  );
});

test('the copied link leads to the panel', { tag: LONG }, async ({ context, dashboard, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await dashboard.open('sales-ops', { kiosk: 'true' });
  await dashboard.panel('Lead quality').card('Week-2 lead conversion').copyButton.click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/https?:\S+$/);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(/https?:\S+$/.exec(text)?.[0] ?? '');
  await expect(page.getByRole('article', { name: 'Week-2 lead conversion' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Pipeline coverage' })).toHaveCount(0);
  expect(page.url()).not.toContain('kiosk');
});

test('the answer is copied on plain http, too, where browsers have no clipboard API', async ({
  baseURL,
  grafanaAPICredentials,
  launchOptions,
  expectedConsole,
}) => {
  const wall = new URL(baseURL ?? '');
  const { hostname } = wall;
  wall.hostname = 'wall.example';
  // Chromium has the name from its command line, so the test needs a browser of its own.
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP wall.example ${hostname}`],
  });
  try {
    const context = await browser.newContext({ baseURL: wall.origin });
    await startClock(context);
    const said = listenToConsole(context);
    const page = await context.newPage();
    if (process.env.BASE_URL) {
      await login(context, page, grafanaAPICredentials);
    }
    await page.goto('/d/faces?viewPanel=9');
    const card = new RuleCard(page.getByRole('article', { name: 'On fire' }));
    await expect(card.root).toBeVisible();
    expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);

    await card.copyButton.click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    const pasted = await paste(page);
    expect(pasted).toMatch(/^On fire is .+ Act now: [^]+ http:\/\/wall\.example:\d+\/d\/faces\S+viewPanel=9/);
    expect(unexpected(said, expectedConsole)).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** What a person gets who pastes into a text area. */
async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.setAttribute('aria-label', 'paste here');
    area.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99999';
    document.body.append(area);
    area.focus();
  });
  await page.keyboard.press('Control+V');
  return page.getByLabel('paste here').inputValue();
}

/** Logs in from the page, as the request client of the test does not know the name of the wall. */
async function login(context: BrowserContext, page: Page, credentials: { user?: string; password?: string } = {}) {
  await page.goto('/login');
  const status = await page.evaluate(async (data) => {
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch('/login', { method: 'POST', headers, body: JSON.stringify(data) })).status;
  }, credentials);
  expect(status).toBe(200);
  expect(await context.cookies()).not.toEqual([]);
}
