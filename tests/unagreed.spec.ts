import type { Locator } from '@playwright/test';

import { expect, LONG, test } from './fixtures';
import { dashboardOf, seriesQuery } from './panels';

const CROSSED = Array.from({ length: 48 }, (_, index) => (index > 16 && index < 36 ? 95 : 60));

/** How far the channels of a grey may be apart, of 255. Grafana's ink is a little blue. */
const GREY = 40;

/** The colours that are stated in the style of an element, as how far their channels are apart. */
async function colorfulness(element: Locator, property: string): Promise<number[]> {
  const style = await element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  return [...style.matchAll(/rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/g)]
    .filter(([, , , , alpha]) => alpha !== '0')
    .map(([, ...channels]) => channels.slice(0, 3).map(Number))
    .map((channels) => Math.max(...channels) - Math.min(...channels));
}

for (const theme of ['dark', 'light']) {
  const tag = theme === 'dark' ? [] : [LONG];
  test(
    `a level without an agreement is grey on chart, strip and card, in ${theme}`,
    { tag },
    async ({ dashboard, temporaryDashboards }) => {
      const uid = `unagreed-${theme}`;
      await temporaryDashboards.add(
        dashboardOf(uid, [
          {
            type: 'protocolops-protocol-panel',
            options: { chart: {} },
            fieldConfig: {
              defaults: {
                color: { mode: 'fixed', fixedColor: '#808080' },
                thresholds: {
                  mode: 'absolute',
                  steps: [
                    { value: null, color: 'green' },
                    { value: 80, color: 'red' },
                  ],
                },
                custom: { rule: { operator: '>', warning: 70, critical: 80 } },
              },
              overrides: [],
            },
            targets: [seriesQuery('A', { Load: CROSSED })],
          },
        ])
      );
      const panel = await dashboard.openPanel(uid, 1, { theme });
      const card = panel.card('Load');
      await expect(card.badge).toHaveAttribute('data-state', 'notCrossed');
      await expect(panel.chart().marks.first()).toBeVisible();

      expect(await panel.chart().mostColorful()).toBeLessThanOrEqual(GREY);
      const strip = await colorfulness(card.strip, 'background-image');
      expect(strip.length).toBeGreaterThan(1);
      expect(Math.max(...strip)).toBeLessThanOrEqual(GREY);
      for (const name of ['border-left-color', 'background-image', 'color']) {
        expect(Math.max(0, ...(await colorfulness(card.root, name)))).toBeLessThanOrEqual(GREY);
      }
      expect(Math.max(...(await colorfulness(card.badge, 'color')))).toBeLessThanOrEqual(GREY);
      for (const mark of await panel.chart().marks.all()) {
        expect(Math.max(0, ...(await colorfulness(mark, 'background-color')))).toBeLessThanOrEqual(GREY);
      }
    }
  );
}
