import type { Locator } from '@playwright/test';

import type { DashboardPage } from '../../tests/pages/dashboard';
import type { ProtocolPanel } from '../../tests/pages/protocolPanel';
import type { Area, Shoot } from './picture';
import { around, expect, picture } from './picture';

const PANELS = { leadQuality: 1, responseByRegion: 4 } as const;

/** What stands on a firing card once all of it has come. */
async function complete(panel: ProtocolPanel): Promise<Locator> {
  const card = panel.firstCard;
  await expect(card.respond('I have it')).toBeVisible();
  await expect(panel.charts.first()).toBeVisible();
  return card.root;
}

/** A panel until below one of its cards, counted from 0: what comes after it would be cut off. */
async function untilCard(panel: ProtocolPanel, place: number): Promise<Area> {
  const [frame, card] = await Promise.all([
    around([panel.root]),
    around([panel.cards.nth(place), panel.chart(place).root], 2),
  ]);
  return { ...frame, height: card.y + card.height - frame.y };
}

picture.describe('in full', () => {
  picture.use({ viewport: { width: 1280, height: 1180 } });

  picture('sales-ops-dark', async ({ dashboard, shoot }) => {
    const panel = await dashboard.openPanel('sales-ops', PANELS.leadQuality);
    await complete(panel);
    await shoot(await untilCard(panel, 2));
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
    await shoot(await untilCard(panel, 0));
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
