import { expect, test } from './fixtures';

/** The width of a phone. */
const PHONE = { width: 390, height: 844 };

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('every answer can be read without scrolling sideways', async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', 1);
    const card = panel.card('Week-2 lead conversion');
    await expect(card.badge).toHaveText('Critical');
    for (const label of ['Act when', 'Who', 'Do', 'Automatically', 'If nobody acts'] as const) {
      const box = await card.answer(label).boundingBox();
      expect(box?.width, label).toBeGreaterThan(120);
      expect((box?.x ?? 0) + (box?.width ?? 0), label).toBeLessThanOrEqual(PHONE.width);
    }
    expect(await panel.root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(
      0
    );
    await card.copyButton.scrollIntoViewIfNeeded();
    await expect(card.copyButton).toBeInViewport({ ratio: 1 });
  });

  test('the list of many series stands below their chart', async ({ dashboard }) => {
    const panel = await dashboard.openPanel('faces', 19);
    await expect(panel.list).toBeVisible();
    const chart = await panel.chart().root.boundingBox();
    const list = await panel.list.boundingBox();
    expect(list?.y).toBeGreaterThanOrEqual((chart?.y ?? 0) + 100);
    await expect(panel.firstCard.badge).toHaveText('Critical');
    // Cards out of view have an estimated height, and move once when they come into it.
    await expect(async () => {
      await panel.cards.last().scrollIntoViewIfNeeded();
      await expect(panel.cards.nth(59)).toBeInViewport({ timeout: 500 });
    }).toPass();
  });
});

test.describe('on a wall', () => {
  test('kiosk mode shows the panels, and offers nothing that edits', async ({ dashboard, page }) => {
    await dashboard.open('sales-ops', { kiosk: 'true' });
    const card = dashboard.panel('Lead quality').card('Week-2 lead conversion');
    await expect(card.badge).toHaveText('Critical');
    await expect(card.answer('Who')).toContainText('Demand Gen');
    await expect(page.getByRole('button', { name: /^(Edit|Write) rule/ })).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(card.copyButton).toBeVisible();
  });
});

test.describe('a panel that is low', () => {
  test.use({ viewport: { width: 1000, height: 420 } });

  test('keeps the worst in view, and the rest can be scrolled to', async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', 1);
    await expect(panel.card('Week-2 lead conversion').badge).toBeInViewport();
    const last = panel.card('New leads per day');
    await last.badge.scrollIntoViewIfNeeded();
    await expect(last.badge).toBeInViewport();
  });
});
