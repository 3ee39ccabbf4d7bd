import type { Locator } from '@playwright/test';

import type { DashboardPage } from '../../tests/pages/dashboard';
import type { ProtocolPanel } from '../../tests/pages/protocolPanel';
import type { Shoot } from './picture';
import { around, expect, picture } from './picture';

const PANELS = { leadQuality: 1, responseByRegion: 4 } as const;

/** What stands on a firing card once all of it has come. */
async function complete(panel: ProtocolPanel): Promise<Locator> {
  const card = panel.firstCard;
  await expect(card.respond('I have it')).toBeVisible();
  await expect(panel.charts.first()).toBeVisible();
  return card.root;
}

picture.describe('in full', () => {
  picture.use({ viewport: { width: 1280, height: 1180 } });

  picture('sales-ops-dark', async ({ dashboard, shoot }) => {
    const panel = await dashboard.openPanel('sales-ops', PANELS.leadQuality);
    await complete(panel);
    // What is below the third metric would be cut off.
    const [frame, rows] = await Promise.all([around([panel.root]), around([panel.cards.nth(2)], 8)]);
    await shoot({ ...frame, height: rows.y + rows.height - frame.y });
  });

  const shootCard = async (dashboard: DashboardPage, shoot: Shoot, theme: string) => {
    const panel = await dashboard.openPanel('sales-ops', PANELS.leadQuality, { theme });
    const card = await complete(panel);
    await shoot(await around([panel.chart().root, card]));
  };

  picture('card-dark', ({ dashboard, shoot }) => shootCard(dashboard, shoot, 'dark'));

  picture('card-light', ({ dashboard, shoot }) => shootCard(dashboard, shoot, 'light'));
});

picture.describe('on a narrow screen', () => {
  picture.use({ viewport: { width: 560, height: 1200 } });

  picture('narrow-light', async ({ dashboard, shoot }) => {
    const panel = await dashboard.openPanel('sales-ops', PANELS.leadQuality, { theme: 'light' });
    await complete(panel);
    await shoot(panel.root);
  });
});

picture.describe('as a list', () => {
  picture.use({ viewport: { width: 1100, height: 700 } });

  picture('list-dark', async ({ dashboard, shoot }) => {
    const panel = await dashboard.openPanel('sales-ops', PANELS.responseByRegion);
    await complete(panel);
    await shoot(panel.root);
  });
});
