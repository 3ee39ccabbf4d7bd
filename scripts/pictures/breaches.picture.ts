import { BreachList } from '../../tests/pages/breachList';
import { around, expect, picture } from './picture';
import { takeAs } from './takeAs';

const LEAD_QUALITY = 1;

picture.describe('over the panel', () => {
  picture.use({ viewport: { width: 1280, height: 900 } });

  picture('breaches-dark', async ({ dashboard, page, shoot }) => {
    const { firstCard } = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
    await takeAs(page, 'Ana Ruiz', firstCard, /^tomorrow/);
    await dashboard.openPanel('sales-ops', LEAD_QUALITY);
    await expect(firstCard.root).toContainText('Ana Ruiz has it');
    await firstCard.breaches.click();
    const { root, rows } = new BreachList(page);
    await expect(rows).toHaveCount(2);
    await expect(root.getByRole('button', { name: /^Respond/ })).not.toHaveCount(0);
    await shoot(await around([root], 16));
  });
});

picture.describe('a card', () => {
  picture.use({ viewport: { width: 1280, height: 1180 } });

  picture('respond-dark', async ({ dashboard, shoot }) => {
    const { firstCard } = await dashboard.openPanel('sales-ops', LEAD_QUALITY);
    await firstCard.respond('I have it').click();
    await expect(firstCard.respond('No promise')).toBeVisible();
    await shoot(firstCard.root);
  });
});
