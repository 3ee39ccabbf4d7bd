import { expect, FAILS_ON_PURPOSE, LONG, test, TIME } from './fixtures';
import type { ProtocolPanel } from './pages/protocolPanel';
import { dashboardOf, tableQuery } from './panels';

/** What each face says: the panel's title, and its words. */
const WORDS: Array<{ title: string; says: RegExp[] }> = [
  { title: 'No queries', says: [/No query yet/, /Add a query/] },
  { title: 'No numeric field', says: [/No numeric field/, /let a query return a numeric field/] },
  { title: 'No time field', says: [/No time field/, /let the query return a time field, too/] },
  { title: 'No data', says: [/No data/, /nothing is checked/] },
  { title: 'Query error', says: [/The query failed, so nothing can be said/, /Query A failed: \w+/] },
  { title: 'Query error with partial data', says: [/failed: \w+/, /OK/, /Answered/] },
  { title: 'No rule', says: [/No rule/, /Nothing is agreed for this metric\./, /0 of 1 rule complete/] },
  { title: 'No rule needed', says: [/No rule needed/, /Shown so that the others can be read\./] },
  { title: 'Levels only', says: [/Level crossed, nothing agreed/, /Nobody is named, nothing is agreed to be done\./] },
];

/** What the one card of a face says: its badge, and words. */
const CARDS: Array<{ title: string; name: string; state: string; badge: string; says: RegExp[] }> = [
  {
    title: 'Watching',
    name: 'Waiting',
    state: 'pending',
    badge: 'Watching',
    says: [/for \d+ h/, /Becomes critical .+ if it stays\./, /Act above 80 for 2 d: Face team/],
  },
  {
    title: 'In breach',
    name: 'On fire',
    state: 'critical',
    badge: 'Critical',
    says: [/for \d+ h.*, since /, /Due .+\. Then tell Head of faces/, /respond within 1 h/],
  },
  {
    title: 'Easing',
    name: 'Getting better',
    state: 'recovering',
    badge: 'Easing',
    says: [/Over .+ if it stays back\./],
  },
  {
    title: 'Data late',
    name: 'Gone quiet',
    state: 'stale',
    badge: 'Data late',
    says: [/Last value \d+ h.* ago; expected within 5 min\./],
  },
  {
    title: 'Unclear',
    name: 'Can’t say',
    state: 'unknown',
    badge: 'Unclear',
    says: [/Needs 2 d of data, (6 h shown|12 h.* loaded)\./],
  },
  {
    title: 'Levels from the thresholds',
    name: 'By thresholds',
    state: 'critical',
    badge: 'Critical',
    says: [/at or above 80\s+\(warning at or above 70\)/, /Face team/],
  },
  {
    title: 'No owner',
    name: 'Unowned',
    state: 'critical',
    badge: 'Critical',
    says: [/Nobody is named\./, /Look at this face/],
  },
  {
    title: 'State from a look-back',
    name: 'The same at every zoom',
    state: 'critical',
    badge: 'Critical',
    // Of the six hours in view it would be known to fire for four.
    says: [/since at least yesterday/],
  },
];

/** All faces are there at once: what is missing after a moment stays missing, and the others are looked at, too. */
const soft = expect.configure({ soft: true, timeout: 4_000 });

test.describe('each face', () => {
  // High enough that the dashboard draws every panel at once.
  test.use({
    viewport: { width: 1400, height: 7200 },
    expectedConsole: FAILS_ON_PURPOSE,
  });

  test('says what it is', { tag: TIME }, async ({ dashboard }) => {
    await dashboard.open('faces');
    await expect(dashboard.panel('Long text').firstCard.root).toBeVisible();
    for (const { title, says } of WORDS) {
      await test.step(title, async () => {
        for (const words of says) {
          await soft(dashboard.panel(title).root, title).toContainText(words);
        }
      });
    }
    for (const { title, name, state, badge, says } of CARDS) {
      await test.step(title, async () => {
        const card = dashboard.panel(title).card(name);
        await soft(card.badge, title).toHaveAttribute('data-state', state);
        await soft(card.badge, title).toHaveText(badge);
        for (const words of says) {
          await soft(card.root, title).toContainText(words);
        }
      });
    }
  });
});

test.describe('beside a failed query', () => {
  test.use({ expectedConsole: FAILS_ON_PURPOSE });

  test('the rest of the panel is whole: nothing is pushed out of it', { tag: LONG }, async ({ dashboard }) => {
    await dashboard.open('faces');
    const panel = dashboard.panel('Query error with partial data');
    await panel.root.scrollIntoViewIfNeeded();
    const card = panel.card('Answered');
    await expect(card.badge).toHaveText('OK');
    await card.open();
    await card.copyButton.click({ trial: true, timeout: 5_000 });
    const [frame, chart] = [await panel.root.boundingBox(), await panel.charts.first().boundingBox()];
    expect((chart?.y ?? 0) + (chart?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
  });
});

test(
  'a metric without a sample in view says so, or counts as critical where the rule wants that',
  { tag: TIME },
  async ({ dashboard }) => {
    const panel = await dashboard.openPanel('faces', 12);
    const shown = panel.card('Silent');
    await expect(shown.badge).toHaveText(/^(No data|Data late)$/);
    await expect(shown.root).toContainText(/No value in the time shown\.|Last value 1 d.* ago/);
    await expect(panel.card('Silent and alarming').badge).toHaveAttribute('data-state', 'critical');
  }
);

test('a bad rule names each field, what is wrong and how to mend it, and the rest goes on', async ({ dashboard }) => {
  const panel = await dashboard.openPanel('faces', 7);
  const bad = panel.card('Badly written');
  await bad.open();
  const problems = [
    /^Act when.*"approximately" is no side of a level\. Choose one of the list/,
    /^Critical.*"twenty" is not one number\. Write one, like 20/,
    /^For how long.*"2 dayz" is not a duration\. Write it like 2d, 2 days or 1h30m\./,
    /^No data or late data.*"explode" says nothing about no data\. Choose show, alerting, normal or keep\./,
    /^Agreed on.*"in spring" is not a date\. Write it like 2026-12-01\./,
    /"ownr" is not a field of a rule\. .*owner/i,
  ];
  await expect(bad.problems).toHaveCount(problems.length);
  for (const problem of problems) {
    await expect(bad.problems.filter({ hasText: problem })).toHaveCount(1);
  }
  await expect(bad.answer('Who')).toContainText('Face team');
  await expect(bad.answer('Do')).toContainText('Mend the rule');

  const good = panel.card('Well written');
  await expect(good.badge).toHaveText('OK');
  await expect(good.problems).toHaveCount(0);
  await expect(panel.charts).toHaveCount(2);
});

test('too many series are a list, worst first, that grows as one scrolls', async ({ dashboard }) => {
  const panel = await dashboard.openPanel('faces', 19);
  await expect(panel.root).toContainText('3 critical · 57 OK');
  for (const place of [0, 1, 2]) {
    await expect(panel.cards.nth(place).locator('[data-state]')).toHaveText('Critical');
  }
  await expect(panel.cards.nth(3).locator('[data-state]')).toHaveText('OK');
  await expect(async () => {
    await panel.cards.last().scrollIntoViewIfNeeded();
    await expect(panel.cards).toHaveCount(60, { timeout: 500 });
  }).toPass();
  await expect(panel.card('web-60').root).toContainText('Team C');
});

test('text that would like to be more than text is only text', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('faces', 21);
  const card = panel.firstCard;
  await card.open();
  await panel.chart().marks.last().hover();
  await expect(page.getByText(/Crossed .*, in breach from /)).toBeVisible();

  await expect(card.name).toHaveText('<img src=x onerror="window.hostile=true">');
  await expect(card.answer('Who')).toContainText('<img src=x onerror="window.hostile=true">');
  await expect(card.answer('Automatically')).toContainText('<style>body{display:none}</style>');
  expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
  await expect(page.locator('body')).toBeVisible();
  for (const element of ['img[src="x"]', 'script:has-text("hostile")', 'iframe', 'form', 'svg[onload]', '[onclick]']) {
    await expect(card.root.locator(element), element).toHaveCount(0);
  }
  const addresses = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.filter((address) => /^\s*(javascript|data|vbscript):/i.test(address))).toEqual([]);
});

test.describe('long text', () => {
  for (const width of [1400, 480]) {
    test(
      `stays in its card on a screen of ${width} px`,
      { tag: width === 480 ? [] : [LONG] },
      async ({ dashboard, page }) => {
        await page.setViewportSize({ width, height: 900 });
        const panel = await dashboard.openPanel('faces', 22);
        await panel.firstCard.open();
        await expect(panel.firstCard.answer('Do').getByRole('listitem')).toHaveCount(12);
        expect(await overflowing(panel)).toEqual([]);
      }
    );
  }
});

test.describe('a slow query', () => {
  test('claims nothing before it is answered: only the loading bar shows', async ({ dashboard, page }) => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/ds/query**', async (route) => {
      await answered;
      await route.continue();
    });
    const panel = await dashboard.openPanel('faces', 9);
    await expect(panel.root.getByLabel('Panel loading bar')).toBeVisible();
    await expect(panel.root).not.toContainText(/No data|No query|failed|OK|Critical/);
    answer();
    await expect(panel.card('On fire').badge).toHaveText('Critical');
    await expect(panel.root.getByLabel('Panel loading bar')).toHaveCount(0);
  });
});

/** What of the cards' text is wider than its card. */
function overflowing(panel: ProtocolPanel): Promise<string[]> {
  return panel.cards.evaluateAll((cards) =>
    cards.flatMap((card) => {
      const { right } = card.getBoundingClientRect();
      return [...card.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > right + 1)
        .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
    })
  );
}

test('what there is nothing of is in sight also in a panel that is higher than the screen', async ({
  dashboard,
  temporaryDashboards,
}) => {
  const uid = `high-${test.info().testId.slice(-12)}`;
  const panel = { type: 'protocolops-protocol-panel', options: {}, fieldConfig: { defaults: {}, overrides: [] } };
  const targets = [tableQuery('A', [['Time', 'Leads']])];
  await temporaryDashboards.add(
    dashboardOf(uid, [{ ...panel, title: 'High', targets, gridPos: { x: 0, y: 0, w: 24, h: 60 } } as object])
  );
  await dashboard.open(uid);
  await expect(dashboard.panel('High').root.getByText('No data', { exact: true })).toBeInViewport();
});
