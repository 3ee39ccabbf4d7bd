import type { Locator, Page } from '@playwright/test';

import { NOW } from './clock';
import { expect, FAILS_ON_PURPOSE, LOCAL_HOST_ALONE, LONG, ON_GRAFANA, test, TIME } from './fixtures';
import type { HostChart } from './pages/hostChart';
import { DAY, WEEK } from '../src/time/units';

/** What Sales Ops shows. */
const IN_VIEW = { from: NOW - 26 * WEEK, to: NOW };

const DASHBOARDS = ['sales-ops', 'before-after', 'rule-sheet', 'faces'];

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) {
    throw new Error('It is not on the page.');
  }
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

test.describe('the last label of the time axis', () => {
  test('is whole, whatever the width', { tag: TIME }, async ({ dashboard, page }) => {
    const panel = await dashboard.openPanel('sales-ops', 1);
    const seen = new Set<boolean>();
    const label = panel.root.getByTestId('protocol-last-time').first();
    for (const width of [820, 1000, 1180, 1366, 1400, 1500, 1710, 1920]) {
      const chart = panel.chart();
      await expect(async () => {
        // Where its size changes while it is built, uPlot at times keeps the ticks of the former size until the next one.
        await page.setViewportSize({ width: width + 8, height: 900 });
        await page.setViewportSize({ width, height: 900 });
        // One that ends at the very edge is covered, too.
        const [isCut, isCovered] = [await chart.cutsLabel(), (await label.count()) > 0];
        expect(isCovered || !isCut).toBe(true);
        if (isCovered) {
          await coversTheCutOne(chart, label);
        }
        seen.add(isCovered);
      }, `${width} px wide`).toPass({ timeout: 15_000 });
    }
    expect(seen, 'some widths cut the label, and some do not').toEqual(new Set([true, false]));
  });
});

/** That a label is whole, inside of the chart, and over all that the chart itself has there. */
async function coversTheCutOne(chart: HostChart, label: Locator) {
  const [frame, plot, text] = [await boxOf(chart.root), await chart.plotBox(), await boxOf(label)];
  expect(text.right).toBeCloseTo(frame.right, 0);
  expect(text.y).toBeGreaterThan(plot.y + plot.height);
  expect(await label.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  await expect(label).toHaveText(/^\d\d\/\d\d$/);
}

test.describe('what is not settled', () => {
  test(
    'lies under a veil, exactly, and what leaves the axis is marked at its edge',
    { tag: TIME },
    async ({ dashboard }) => {
      const panel = await dashboard.openPanel('sales-ops', 1);
      const [chart, card] = [panel.chart(), panel.card('Week-2 lead conversion')];
      const veil = panel.root.getByTestId('protocol-veil').first();
      await expect(veil).toBeVisible();
      await card.settled();
      const measured = async () => ({ plot: await chart.plotBox(), box: await boxOf(veil) });
      await expect(async () => {
        const { plot, box } = await measured();
        expect(Math.abs(box.x - (await chart.placeOf(NOW - 15 * DAY, IN_VIEW)))).toBeLessThanOrEqual(1.5);
        expect(Math.abs(box.right - (plot.x + plot.width))).toBeLessThanOrEqual(1.5);
        expect([box.y, box.height].map(Math.round)).toEqual([plot.y, plot.height].map(Math.round));
      }).toPass();
      const { plot, box } = await measured();

      const mark = panel.root.getByRole('button', { name: /not final: show the whole axis$/ }).first();
      await expect(mark).toHaveText(/^↓ \d+\.\d%$/);
      const edge = await boxOf(mark);
      expect(plot.y + plot.height - edge.bottom).toBeGreaterThanOrEqual(0);
      expect(plot.y + plot.height - edge.bottom).toBeLessThan(6);
      expect(edge.x).toBeGreaterThan(box.x - edge.width);
      expect(edge.right).toBeLessThanOrEqual(plot.x + plot.width);
      await expect(card.root).toContainText(/16\.8% on \d+ \w+/);
    }
  );

  test(
    'has its date in a view of seven days, and the moment of its state is said to be out of it',
    { tag: LONG },
    async ({ dashboard }) => {
      const panel = await dashboard.openPanel('sales-ops', 1, { from: 'now-7d', to: 'now' });
      await expect(panel.card('Week-2 lead conversion').root).toContainText(/% on \d+ \w+/);
      const out = panel.root.getByText(/^← state of .+, before the time shown$/);
      await expect(out).toBeVisible();
      const [plot, text] = [await panel.chart().plotBox(), await boxOf(out)];
      expect(text.x).toBeGreaterThanOrEqual(plot.x);
      expect(text.right).toBeLessThanOrEqual(plot.x + plot.width);
    }
  );

  test('and a level beyond the axis stands at its edge, with its distance', { tag: LONG }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', 1);
    const label = panel.root.getByText(/^↓ 6\.2 to Critical < 88%/);
    await expect(label).toBeVisible();
    // What is loaded late may still move the chart between the two measurements.
    await expect(async () => {
      const [plot, text] = [await panel.chart(2).plotBox(), await boxOf(label)];
      expect(plot.y + plot.height - text.bottom).toBeLessThan(34);
      expect(text.bottom).toBeLessThanOrEqual(plot.y + plot.height + 1);
    }).toPass();
  });
});

test.describe('pointing at a card', () => {
  test.use({ viewport: { width: 1400, height: 1000 } });

  test('brings its line forward, and draws no chart anew; opening one builds the chart once', async ({
    dashboard,
    page,
  }) => {
    const panel = await dashboard.openPanel('sales-ops', 4);
    await expect(panel.firstCard.badge).toHaveText('Critical');
    // The chart is drawn anew with what people did, once that is read.
    await panel.firstCard.settled();
    const drawn = await countDraws(panel.chart());
    await panel.card('France').root.hover();
    const line = panel.root.getByTestId('protocol-pointed');
    await expect(line).toBeVisible();
    const [plot, svg] = [await panel.chart().plotBox(), await boxOf(line)];
    expect([svg.x, svg.y, svg.width, svg.height].map(Math.round)).toEqual(
      [plot.x, plot.y, plot.width, plot.height].map(Math.round)
    );
    await panel.firstCard.root.hover();
    await page.mouse.move(2, 2);
    await expect(line).toHaveCount(0);
    expect(await drawn()).toEqual({ built: 0, drawn: 0 });

    await panel.card('France').open();
    await expect.poll(async () => (await drawn()).built).toBe(1);
  });
});

/** Counts from now on how often the chart is built anew, and how often it clears its canvas to draw. */
async function countDraws(chart: HostChart) {
  const count = await chart.root.evaluateHandle((root: HTMLElement) => {
    const count = { built: 0, drawn: 0 };
    const place = root.parentElement;
    new MutationObserver((changes) => {
      count.built += changes.flatMap(({ addedNodes }) => [...addedNodes]).filter(isChart).length;
    }).observe(place ?? root, { childList: true });
    const context = root.querySelector('canvas')?.getContext('2d');
    const clear = context?.clearRect.bind(context);
    if (context && clear) {
      context.clearRect = (...area) => {
        count.drawn++;
        clear(...area);
      };
    }
    return count;

    function isChart(node: Node) {
      return node instanceof HTMLElement && node.matches('.uplot');
    }
  });
  return () => count.jsonValue();
}

test.describe('a panel of one metric', () => {
  test('needs no line above it: its card opens the coverage', async ({ dashboard, page }) => {
    const panel = await dashboard.openPanel('before-after', 2);
    await expect(panel.firstCard.badge).toBeVisible();
    await panel.firstCard.open();
    const [chart, card] = [await boxOf(panel.chart().root), await boxOf(panel.firstCard.root)];
    expect(Math.abs(chart.y - card.y)).toBeLessThan(12);
    await expect(panel.root.getByText(/^1 (critical|warning|OK)/)).toHaveCount(0);
    const coverage = panel.firstCard.root.getByRole('button', { name: /rule complete$/ });
    await coverage.press('Enter');
    await expect(page.getByRole('region', { name: 'Which answers there are' })).toBeVisible();
  });
});

test('bars of the coverage are as long as what they say', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('sales-ops', 2);
  await panel.coverage.click();
  const rows = page.getByRole('region', { name: 'Which answers there are' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const told = await rows.evaluateAll((items) =>
    items.flatMap((item) => {
      const filled = item.querySelector('[aria-hidden] > span');
      const [, n, of] = /(\d+) of (\d+)/.exec(item.textContent ?? '') ?? [];
      const width = (element?: Element | null) => element?.getBoundingClientRect().width ?? NaN;
      return filled
        ? [
            {
              said: Number(n) / Number(of),
              shown: width(filled) / width(filled.parentElement),
              px: width(filled.parentElement),
            },
          ]
        : [];
    })
  );
  expect(told.length).toBe(4);
  for (const { said, shown, px } of told) {
    expect(shown).toBeCloseTo(said, 1);
    expect(px).toBe(told[0].px);
    expect(px).toBeGreaterThan(60);
  }
});

test.describe('at 1366 px', () => {
  test.use({ viewport: { width: 1366, height: 768 }, expectedConsole: FAILS_ON_PURPOSE });

  test('the wheel moves the page over a card that has nothing to scroll', async ({ dashboard, page }) => {
    test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
    await dashboard.open('sales-ops');
    const card = dashboard.panel('Lead quality').card('Week-2 lead conversion');
    await expect(card.badge).toBeVisible();
    await card.settled();
    for (const answer of [card.answer('Who'), card.name]) {
      await answer.hover();
      const before = (await boxOf(card.root)).y;
      await page.mouse.wheel(0, 120);
      await expect.poll(async () => Math.round(before - (await boxOf(card.root)).y)).toBe(120);
    }
  });

  for (const uid of DASHBOARDS) {
    test(`no answer of ${uid} is cut off`, { tag: uid === 'sales-ops' ? [] : [LONG] }, async ({ dashboard, page }) => {
      await page.setViewportSize({ width: 1366, height: 5000 });
      await dashboard.open(uid);
      await expect(page.getByRole('article').first()).toBeVisible();
      await expect.poll(() => cutOff(page)).toEqual([]);
    });
  }

  test('nothing below a closed card has its tint', { tag: LONG }, async ({ dashboard }) => {
    const panel = await dashboard.openPanel('sales-ops', 1);
    const card = panel.card('Week-2 lead conversion');
    await expect(card.badge).toHaveText('Critical');
    await card.toggle.click();
    const [whole, foot] = [await boxOf(card.root), await boxOf(card.toggle)];
    expect(whole.bottom - foot.bottom).toBeLessThan(24);
  });
});

/** The answers of closed and open cards of which a part is out of sight. */
function cutOff(page: Page): Promise<string[]> {
  return page
    .locator('article p, article dd')
    .evaluateAll((answers) =>
      answers
        .filter(
          ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
            scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1
        )
        .map((answer) => answer.textContent ?? '')
    );
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what fires below is named, and one key away', async ({ dashboard, page }) => {
    await dashboard.open('sales-ops');
    const panel = await dashboard.scrollTo('Lead response time by region');
    await expect(panel.firstCard.badge).toHaveText('Critical');
    await expect(panel.firingBelow).toHaveText('1 more warning below');
    const [bar, content] = [await boxOf(panel.firingBelow), await boxOf(panel.root)];
    expect(bar.bottom).toBeLessThanOrEqual(content.bottom);
    await panel.firingBelow.press('Enter');
    const france = panel.card('France');
    await expect(france.badge).toBeInViewport();
    await expect(france.toggle).toBeFocused();
    await expect(panel.firingBelow).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(france.answer('Do')).toBeVisible();
  });
});
