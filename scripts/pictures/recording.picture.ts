import { expect, picture } from './picture';

const PANELS = { queues: 1, plain: 2 } as const;
const UID = 'on-record';

picture.use({ viewport: { width: 1280, height: 690 } });

picture('recording', async ({ dashboard, shoot }) => {
  const panel = await dashboard.openPanel(UID, PANELS.queues);
  await expect(panel.root.getByRole('button', { name: 'Record them' })).toBeVisible();
  await expect(panel.firstCard.respond('I have it')).toBeVisible();
  await shoot(panel.root);
});

picture.describe('in another panel', () => {
  picture.use({ viewport: { width: 1280, height: 440 } });

  picture('recorded-elsewhere', async ({ dashboard, page, shoot }) => {
    const { root: recording } = await dashboard.openPanel(UID, PANELS.queues);
    await recording.getByRole('button', { name: 'Record them' }).click();
    await expect(recording).not.toContainText(/not on the record/);
    const { root } = await dashboard.openPanel(UID, PANELS.plain);
    const markers = root.getByTestId('data-testid annotation-marker');
    await expect(markers).toHaveCount(4);
    await markers.last().hover();
    await expect(page.getByText(/^Critical: /)).toBeVisible();
    await shoot(root, { keepPointer: true });
  });
});
