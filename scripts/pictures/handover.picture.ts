import { expect, picture } from './picture';
import { takeAs } from './takeAs';

const PANELS = { leadQuality: 1, responseByRegion: 4, handover: 8 } as const;

picture.beforeEach(async ({ page, dashboard }) => {
  const { firstCard } = await dashboard.openPanel('sales-ops', PANELS.responseByRegion);
  await takeAs(page, 'Dana Lee', firstCard, 'No promise');
});

picture('handover-dark', async ({ dashboard, page, shoot }) => {
  await page.setViewportSize({ width: 1240, height: 490 });
  const { root } = await dashboard.openPanel('sales-ops', PANELS.handover);
  await expect(root).toContainText('Dana Lee has it');
  await shoot(root);
});

picture('review-light', async ({ dashboard, page, shoot }) => {
  await page.setViewportSize({ width: 1240, height: 720 });
  const { root } = await dashboard.openPanel('sales-ops', PANELS.handover, { theme: 'light' });
  await page.getByRole('radio', { name: 'Last Monday' }).check({ force: true });
  await expect(root).toContainText('Dana Lee has it');
  await expect(root.getByRole('table', { name: 'Figures by metric' })).toBeVisible();
  await shoot(root);
});
