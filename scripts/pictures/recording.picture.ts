import { NOW } from '../../tests/clock';
import { expect, picture } from './picture';

const PANELS = { queues: 1, plain: 2 } as const;
const UID = 'on-record';

/** What fires is recorded by itself, and three breaches that are over when somebody asks for it. */
const RECORDED = 4;

picture.use({ viewport: { width: 1280, height: 690 } });

picture('recording', async ({ dashboard, page, shoot }) => {
  // It tells by the second for how long something is in breach.
  await page.clock.setFixedTime(NOW);
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
    const query = new URLSearchParams({ dashboardUID: UID, tags: 'protocol:breach' });
    await expect
      .poll(async () => ((await (await page.request.get(`/api/annotations?${query}`)).json()) as unknown[]).length)
      .toBe(RECORDED);
    await page.clock.setFixedTime(NOW);
    const { root } = await dashboard.openPanel(UID, PANELS.plain);
    const markers = root.getByTestId('data-testid annotation-marker');
    await expect(markers).toHaveCount(RECORDED);
    await markers.last().hover();
    await expect(page.getByText(/^Critical: /)).toBeVisible();
    await shoot(root, { keepPointer: true });
  });
});
