import type { RuleCard } from './pages/ruleCard';
import { expect, LONG, test, TIME } from './fixtures';

/** Sales Ops, whose data ends yesterday and whose conversion fell below its critical level days ago. */
const LEAD_QUALITY = 1;
const FORECAST = 2;
const HANDOFFS = 3;
const BY_REGION = 4;

async function expectConversionAnswers(card: RuleCard) {
  await expect(card.badge).toHaveAttribute('data-state', 'critical');
  await expect(card.badge).toHaveText('Critical');
  await expect(card.answer('Act when')).toContainText('below 20% for 2 d');
  await expect(card.answer('Who')).toContainText('Demand Gen');
  await expect(card.answer('Who').getByRole('link', { name: 'ana.ruiz@example.com' })).toHaveAttribute(
    'href',
    'mailto:ana.ruiz@example.com'
  );
  await expect(card.answer('Who')).toContainText('#demand-gen');
  await expect(card.answer('Do').getByRole('listitem')).toHaveText([
    'Pause paid campaigns that convert below 15 %',
    'Call the 20 newest leads today',
    'Go through the lead sources of the week with the SDR lead',
  ]);
  await expect(card.answer('Do').getByRole('link', { name: /^Runbook/ })).toHaveAttribute(
    'href',
    'https://wiki.example.com/sales-plan/lead-conversion'
  );
  await expect(card.answer('Automatically')).toHaveText('Lead routing switches to inbound only (not checked)');
  await expect(card.answer('If nobody acts')).toContainText(/^(Due|Overdue) .+\. Then tell VP Sales$/);
}

test.describe('the four answers', () => {
  test('of a firing metric stand beside its chart, a row a metric', { tag: TIME }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
    const card = panel.card('Week-2 lead conversion');
    await expectConversionAnswers(card);
    await expect(card.root).toContainText('Share of the leads of a week that became an opportunity within 14 days.');
    await expect(card.root).toContainText(/Agreed by Sales and Finance, \d+ \w+ \d{4}/);
    await expect(card.root).toContainText(/since (\w{3} )?\d+ \w+/);
    await expect(card.root).toContainText('16.8%');
    await expect(card.figures).toContainText('daily values');
    await expect(card.strip).toBeVisible();
    await expect(panel.charts).toHaveCount(4);
    const chart = await panel.chart().plotBox();
    const beside = await card.root.boundingBox();
    expect(beside?.x).toBeGreaterThanOrEqual(chart.x + chart.width);
  });

  test('of many series stand in a list beside one chart, worst first, filled from the labels', async ({
    dashboard,
  }) => {
    const panel = await dashboard.openPanel('sales-ops', BY_REGION);
    await expect(panel.list).toBeVisible();
    await expect(panel.charts).toHaveCount(1);
    const states = await panel.list
      .locator('article [data-state]')
      .evaluateAll((badges) => badges.map((badge) => badge.getAttribute('data-state') ?? ''));
    const rank = ['critical', 'warning', 'pending', 'recovering', 'normal'];
    expect(states.map((state) => rank.indexOf(state))).toEqual(
      [...states.map((state) => rank.indexOf(state))].sort((a, b) => a - b)
    );
    const { firstCard: card } = panel;
    const name = await card.name.innerText();
    await card.open();
    await expect(card.answer('Act when')).toContainText('above 8 h for 2 d (warning above 6 h)');
    await expect(card.answer('Who')).toContainText(/\w/);
    await expect(card.answer('Who')).not.toContainText('${');
    await expect(card.answer('Do').getByRole('listitem').first()).toHaveText(
      `Answer the oldest ten leads of ${name} first`
    );
    await expect(card.answer('Automatically')).toContainText('Overflow goes to the inbound pool after 8 h');
    await expect(card.answer('If nobody acts')).toContainText('Head of Sales Development');
  });

  test.describe('on a narrow screen', () => {
    test.use({ viewport: { width: 480, height: 900 } });

    test('stand below the chart', { tag: LONG }, async ({ dashboard }) => {
      const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
      const card = panel.card('Week-2 lead conversion');
      await expectConversionAnswers(card);
      const chart = await panel.chart().plotBox();
      const below = await card.root.boundingBox();
      expect(below?.y).toBeGreaterThanOrEqual(chart.y + chart.height);
      for (const label of ['Act when', 'Who', 'Do', 'Automatically', 'If nobody acts'] as const) {
        await card.answer(label).scrollIntoViewIfNeeded();
        await expect(card.answer(label)).toBeInViewport();
      }
    });
  });

  test(
    'of a normal metric fit a line, which opens and closes by click and by keyboard',
    { tag: TIME },
    async ({ dashboard, page }) => {
      const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
      const card = panel.card('Lead response time');
      await expect(card.badge).toHaveText('OK');
      await expect(card.root).toContainText('Act above 6 h for 1 d: SDR lead · Page the rota');
      await expect(card.answer('Who')).toHaveCount(0);

      await card.toggle.click();
      await expect(card.toggle).toHaveAttribute('aria-expanded', 'true');
      expect(Object.keys(await card.answers())).toEqual(['Act when', 'Who', 'Do', 'Automatically', 'If nobody acts']);
      await expect(card.answer('If nobody acts')).toHaveText(
        'After 2 d of working time, tell Head of Sales Development'
      );

      await card.toggle.focus();
      await page.keyboard.press('Enter');
      await expect(card.toggle).toHaveAttribute('aria-expanded', 'false');
      await expect(card.answer('Who')).toHaveCount(0);
      await page.keyboard.press('Space');
      await expect(card.answer('Who')).toContainText('SDR lead');
      await expect(card.toggle).toBeFocused();
    }
  );
});

test('an answer says on hover and on focus that it is stated, and where', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
  const card = panel.card('Week-2 lead conversion');
  const hint = page.getByRole('tooltip');

  await card.answer('Who').hover();
  await expect(hint).toHaveText(/^Written in the rule for this metric$/);
  await page.mouse.move(0, 0);
  await expect(hint).toHaveCount(0);

  await card.label('If nobody acts').focus();
  await expect(hint).toHaveText(/^Written in the rule for this metric$/);
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
});

test('what is not agreed is one line with a button that opens the editor of the panel', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('sales-ops', HANDOFFS);
  const card = panel.card('Open handoff disputes');
  await expect(card.root).toContainText('Nobody is named.');
  await expect(card.writeButton).toHaveCount(0);
  await card.editButton.click();
  await expect(page).toHaveURL(new RegExp(`[?&]editPanel=(panel-)?${HANDOFFS}\\b`));
  await expect(page.getByTestId('data-testid Options group Protocol')).toBeVisible();
});

test('a whole rule is edited from its card', { tag: LONG }, async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
  await panel.card('Week-2 lead conversion').editButton.click();
  await expect(page).toHaveURL(new RegExp(`[?&]editPanel=(panel-)?${LEAD_QUALITY}\\b`));
  await expect(page).not.toHaveURL(/viewPanel/);
});

test('a context metric gives its reason and counts for nothing', { tag: LONG }, async ({ dashboard }) => {
  const panel = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
  const card = panel.card('New leads per day');
  await expect(card.badge).toHaveText('No rule needed');
  await expect(card.root).toContainText('Volume says nothing about quality: week-2 conversion has the rule.');
  await expect(card.writeButton).toHaveCount(0);
  await expect(panel.root).toContainText('1 needs no rule');
  await expect(panel.root).toContainText('3 of 3 rules complete');
});

test('levels that nobody agreed on are told in neutral words', async ({ dashboard }) => {
  const panel = await dashboard.openPanel('sales-ops', FORECAST);
  const card = panel.card('Average discount');
  await expect(card.badge).toHaveText('Level crossed, nothing agreed');
  await expect(card.badge).toHaveAttribute('data-state', 'crossed');
  await expect(card.root).toContainText('Nobody is named, nothing is agreed to be done.');
  await card.open();
  await expect(card.answer('Level')).toContainText('15%');
  await expect(panel.root).toContainText('1 without a rule');
  await expect(panel.root.getByText(/1 (critical|warning)/)).toBeVisible();
});
