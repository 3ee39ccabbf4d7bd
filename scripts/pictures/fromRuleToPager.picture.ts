import { expect, picture } from './picture';

const HANDOFFS = 3;

picture.use({ viewport: { width: 1280, height: 800 } });

picture('alert-rules-dark', async ({ dashboard, page, shoot }) => {
  const panel = await dashboard.openPanel('sales-ops', HANDOFFS);
  const { root } = panel.card('Open handoff disputes');
  await panel.card('Open handoff disputes').open();
  await root.getByRole('button', { name: /^Alert rule/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Alert rules? of / });
  await expect(dialog.getByRole('button', { name: /^Download/ })).toBeVisible();
  await shoot(dialog);
});
