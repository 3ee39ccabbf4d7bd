import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, FAILS_ON_PURPOSE, LONG, test } from './fixtures';

const THEMES = ['dark', 'light'] as const;

/** The panels' content: what is around it is the host's. */
const PANELS = '[data-testid="data-testid panel content"]';

/** What axe may not look at, because it is Grafana's own and not of the plugin. */
const NATIVE = [
  // The chart: on a real Grafana its marks are divs, on the local host buttons inside of the axis.
  '.uplot',
  // The legend of the chart.
  '[data-testid^="data-testid VizLegend"]',
];

async function openIn(page: Page, theme: string, path: string) {
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.locator(`body.theme-${theme}`)).toHaveCount(1);
}

async function violations(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).include(PANELS).options({ resultTypes: ['violations'] });
  const { violations: found } = await NATIVE.reduce((axe, selector) => axe.exclude(selector), builder).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`)
  );
}

test.describe('axe finds nothing', () => {
  test.use({
    expectedConsole: {
      ...FAILS_ON_PURPOSE,
      'axe itself, which defines a module of a name when it is injected': /SystemJS Error#W6/,
    },
  });

  for (const theme of THEMES) {
    for (const width of [1400, 480]) {
      // Each theme and each width once in the test command, all of them in `npm run e2e`.
      const isWideAndDark = theme === 'dark' && width > 800;
      const isNarrowAndLight = theme === 'light' && width < 800;

      test(
        `in ${theme}, ${width} px wide, in every state, with the cards open and closed`,
        { tag: isNarrowAndLight ? [] : [LONG] },
        async ({ page }) => {
          await page.setViewportSize({ width, height: width < 800 ? 14_500 : 7200 });
          await openIn(page, theme, '/d/faces');
          await expect(page.getByRole('article', { name: /^Share of the renewals/ })).toBeVisible();
          expect(await violations(page)).toEqual([]);
        }
      );

      test(`in ${theme}, ${width} px wide, on Sales Ops`, { tag: isWideAndDark ? [] : [LONG] }, async ({ page }) => {
        await page.setViewportSize({ width, height: 4600 });
        await openIn(page, theme, '/d/sales-ops');
        await expect(page.getByRole('article', { name: 'Handoff to kickoff' })).toBeVisible();
        for (const name of ['Lead response time', 'New leads per day', 'Average discount']) {
          await page.getByRole('button', { name: `more: ${name}` }).click();
        }
        expect(await violations(page)).toEqual([]);
      });
    }
  }
});

test('the keyboard reaches every answer and every button of a card', async ({ dashboard, page }) => {
  const panel = await dashboard.openPanel('sales-ops', 1);
  const card = panel.card('Week-2 lead conversion');
  await expect(card.badge).toBeVisible();
  const reached: string[] = [];
  await card.label('Act when').focus();
  for (let step = 0; step < 20; step++) {
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.closest('article')
        ? (activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '')
        : 'outside';
    });
    if (name === 'outside') {
      break;
    }
    reached.push(name);
    expect.soft(await hasVisibleFocus(page), `the focus on "${name}" is visible`).toBe(true);
    if (name === 'less: Week-2 lead conversion') {
      break;
    }
    await page.keyboard.press('Tab');
  }
  expect(reached).toEqual([
    'Act when',
    'Who',
    'ana.ruiz@example.com',
    'Do',
    expect.stringMatching(/^Runbook/),
    expect.stringMatching(/^Respond/),
    'Automatically',
    'If nobody acts',
    'I have it',
    'Done…',
    'More',
    expect.stringMatching(/^\d+ breach(es)?: Week-2 lead conversion$/),
    'Copy answer: Week-2 lead conversion',
    'Edit rule: Week-2 lead conversion',
    'Alert rule: Week-2 lead conversion',
    'less: Week-2 lead conversion',
  ]);
});

test('the state is told by a glyph and a word beside the colour', async ({ dashboard }) => {
  const panel = await dashboard.openPanel('sales-ops', 1);
  await panel.ready();
  for (const [name, word] of [
    ['Week-2 lead conversion', 'Critical'],
    ['Lead response time', 'OK'],
    ['New leads per day', 'No rule needed'],
  ]) {
    await expect(panel.card(name).badge).toHaveText(word);
    await expect(panel.card(name).badge.locator('svg')).toBeVisible();
  }
});

/** Whether what is focused differs from itself without the focus: by an outline, a shadow or a border. */
function hasVisibleFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) {
      return false;
    }
    const look = () => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, textDecoration } =
        getComputedStyle(element);
      const outline = outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? '' : outlineStyle + outlineColor;
      return [outline, boxShadow, borderColor, textDecoration].join('|');
    };
    const focused = look();
    element.blur();
    const plain = look();
    element.focus();
    return focused !== plain;
  });
}
