import { expect, picture } from './picture';

const PANELS = { plan: 1, mistakes: 2 } as const;
const UID = 'rule-sheet';

picture.use({ viewport: { width: 1280, height: 800 } });

picture('rule-sheet-dark', async ({ dashboard, shoot }) => {
  const panel = await dashboard.openPanel(UID, PANELS.plan);
  await expect(panel.firstCard.respond('I have it')).toBeVisible();
  await shoot(panel.root);
});

picture('rule-sheet-options', async ({ editPane, page, shoot }) => {
  await editPane.open(UID, PANELS.plan);
  await editPane.panel.ready();
  const sheet = await editPane.queryPicker('Rule sheet');
  await sheet.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect(page.getByRole('group', { name: 'Rule file', exact: true })).toBeVisible();
  await shoot('page');
});

picture('rule-sheet-problems', async ({ dashboard, page, shoot }) => {
  const panel = await dashboard.openPanel(UID, PANELS.mistakes, { theme: 'light' });
  await panel.ready();
  await panel.sheetNotice.click();
  await expect(page.getByRole('region', { name: 'Problems of the rule sheet' })).toBeVisible();
  await shoot(panel.root);
});

picture('who-is-who-dark', async ({ dashboard, shoot }) => {
  const { firstCard } = await dashboard.openPanel(UID, PANELS.plan);
  await expect(firstCard.answer('Who')).toContainText('Ben Okafor for Ana Ruiz');
  await expect(firstCard.respond('I have it')).toBeVisible();
  await shoot(firstCard.root);
});
