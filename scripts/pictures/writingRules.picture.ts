import { around, expect, picture } from './picture';

picture.describe('the form', () => {
  picture.use({ viewport: { width: 1280, height: 1500 } });

  picture('form-dark', async ({ editPane, shoot }) => {
    await editPane.open('before-after', 2);
    await editPane.panel.ready();
    const form = await editPane.overriddenRule(1);
    await expect(form.root.getByText(/would have called/)).toBeVisible();
    await form.root.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await shoot(await around([form.root], 10));
  });
});

picture.describe('from a card', () => {
  picture.use({ viewport: { width: 1280, height: 800 } });

  picture('edit-rule-sheet', async ({ dashboard, page, shoot }) => {
    const { firstCard } = await dashboard.openPanel('rule-sheet', 1);
    await firstCard.editButton.click();
    const dialog = page.getByRole('dialog', { name: /^The rule of / });
    await expect(dialog.getByRole('listitem')).not.toHaveCount(0);
    await shoot(dialog);
  });
});
