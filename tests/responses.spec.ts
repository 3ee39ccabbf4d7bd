import type { BrowserContext, Page } from '@playwright/test';

import { NOW, startClock } from './clock';
import { expect, LOCAL_HOST_ALONE, LONG, ON_GRAFANA, test } from './fixtures';
import { BreachList } from './pages/breachList';
import { ProtocolPanel } from './pages/protocolPanel';
import type { RuleCard } from './pages/ruleCard';
import { dashboardOf, seriesQuery } from './panels';
import type { DashboardJson, TemporaryDashboards } from './temporaryDashboards';
import { MINUTE } from '../src/time/units';

const RULE = {
  operator: '>',
  critical: 80,
  owner: 'Ops',
  action: 'Look',
  automation: 'None',
  escalateTo: 'Head of specs',
};

const uidOf = () => `respond-${test.info().testId.slice(-12)}`;

const FIRING = [...Array<number>(60).fill(40), ...Array<number>(12).fill(90)];

/** A dashboard whose one metric has fired for an hour, of this test alone; others may come after it. */
function firing(uid: string, others: Record<string, number[]> = {}): DashboardJson {
  return dashboardOf(uid, [
    {
      type: 'protocolops-protocol-panel',
      options: { layout: 'list', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
      fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
      targets: [seriesQuery('A', { Busy: FIRING, ...others })],
    },
  ]);
}

/** Opens the dashboard on a page; `role` is of the local host alone. */
async function openOn(page: Page, uid: string, role?: string): Promise<RuleCard> {
  await page.goto(`/d/${uid}?viewPanel=1${role ? `&role=${role}` : ''}`);
  const panel = new ProtocolPanel(page.locator('[data-testid^="data-testid Panel header "]'));
  await panel.ready();
  return panel.card('Busy');
}

/** Another screen, in another browser: it shares nothing with the first but the server. */
async function anotherScreen(context: BrowserContext, dashboard: DashboardJson): Promise<Page> {
  const other = await context.browser()?.newContext(ON_GRAFANA ? { storageState: await context.storageState() } : {});
  if (!other) {
    throw new Error('no browser');
  }
  await startClock(other);
  const page = await other.newPage();
  if (!ON_GRAFANA) {
    await page.route(`**/api/dashboards/uid/${dashboard.uid}`, (route) =>
      route.fulfill({ json: { dashboard, meta: { canEdit: true, canSave: false, slug: dashboard.uid } } })
    );
  }
  return page;
}

async function add(
  temporaryDashboards: TemporaryDashboards,
  others?: Record<string, number[]>
): Promise<DashboardJson> {
  const dashboard = firing(uidOf(), others);
  await temporaryDashboards.add(dashboard);
  return dashboard;
}

interface Stored {
  id: number;
  data: { key: string; said: { kind: string } };
}

/** What the store has of a dashboard. */
async function stored(page: Page, uid: string): Promise<Stored[]> {
  const query = new URLSearchParams({
    dashboardUID: uid,
    tags: 'protocol:intervention',
    from: String(NOW - 24 * 60 * MINUTE),
    to: String(NOW + 24 * 60 * MINUTE),
    limit: '1000',
  });
  return (await (await page.request.get(`/api/annotations?${query}`)).json()) as Stored[];
}

async function fail(page: Page, uid: string, fault: object): Promise<void> {
  await page.request.post('/api/demo/annotations', { data: { faults: [{ dashboardUID: uid, ...fault }] } });
}

/** "I have it", and the last of the presets: no promise. */
async function take(card: RuleCard): Promise<void> {
  await card.respond('I have it').click();
  await card.respond('No promise').click();
}

test.afterEach(async ({ page }) => {
  for (const { id } of await stored(page, uidOf())) {
    await page.request.delete(`/api/annotations/${id}`);
  }
});

test('what is recorded on one screen is on the others within a minute, and leaves them when it is taken back', async ({
  page,
  context,
  temporaryDashboards,
}) => {
  const dashboard = await add(temporaryDashboards);
  const card = await openOn(page, dashboard.uid);
  const other = await anotherScreen(context, dashboard);
  const seen = await openOn(other, dashboard.uid);
  await expect(card.root).toContainText('No recorded response yet.');
  await expect(card.figures).toContainText('1 with no recorded response');

  await card.respond('I have it').press('Enter');
  await page.keyboard.press('Enter');
  await expect(card.root).toContainText(/has it \(since .+\), next word by/);
  await expect(card.respond('Undo')).toBeFocused();
  await expect.poll(async () => (await stored(page, dashboard.uid)).length).toBe(1);
  await other.clock.fastForward(MINUTE);
  await expect(seen.root).toContainText(/has it \(since .+\), next word by/);
  await expect(seen.figures).not.toContainText('no recorded response');

  await card.respond('Undo').click();
  await expect.poll(async () => (await stored(page, dashboard.uid)).length).toBe(0);
  await expect(card.root).toContainText('No recorded response yet.');
  await other.clock.fastForward(MINUTE);
  await expect(seen.root).toContainText('No recorded response yet.');
  await other.context().close();
});

test('a promised word that is late says whose turn it is', { tag: LONG }, async ({ page, temporaryDashboards }) => {
  const { uid } = await add(temporaryDashboards);
  const card = await openOn(page, uid);
  await card.respond('I have it').click();
  await card.respond(/^in 1 h/).click();
  await expect.poll(async () => (await stored(page, uid)).length).toBe(1);
  await page.clock.fastForward(70 * MINUTE);
  await expect(card.root).toContainText(/Next word from .+ was due .+ ago\. Now Head of specs’s turn\./);
  await card.toggle.click();
  await expect(card.root).toContainText(/Next word \d+ min late/);
});

test('what is accepted quiets the card, which sinks once that can’t be taken back any more', async ({
  page,
  temporaryDashboards,
}) => {
  const { uid } = await add(temporaryDashboards, { Queue: [40, ...FIRING.slice(1, -1).map((value) => value - 1), 90] });
  const card = await openOn(page, uid);
  const names = page.getByRole('article').getByRole('heading', { level: 3 });
  await expect(names).toHaveText(['Busy', 'Queue']);
  await card.respond('More').click();
  await page.getByRole('menuitem', { name: 'Accepted until…' }).click();
  await page.getByLabel(/^Why/).fill('quarter end');
  await card.respond('Record').click();
  await expect(card.root).toContainText(/accepted until/);
  await expect(card.root.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(names).toHaveText(['Busy', 'Queue']);
  await page.clock.fastForward(MINUTE);
  await expect(names).toHaveText(['Queue', 'Busy']);
  await expect(card.root).toContainText(/accepted by .+ until .+: quarter end/);
  await expect(card.toggle).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(async () => (await stored(page, uid)).map(({ data }) => data.said.kind)).toEqual(['accepted']);
  await card.open();
  await expect(card.root).toContainText(/Accepted until .+: quarter end\./);
});

test('the list of breaches says who answered, and records there, too', async ({ page, temporaryDashboards }) => {
  const { uid } = await add(temporaryDashboards);
  const card = await openOn(page, uid);
  await card.breaches.click();
  const list = new BreachList(page);
  await expect.poll(() => list.column('First response')).toEqual(['none recorded']);
  expect(await list.column('What was done')).toEqual([expect.stringContaining('seen in the data only')]);
  await list.root.getByRole('button', { name: /^Respond: Critical/ }).click();
  await list.root.getByRole('button', { name: 'Done…' }).click();
  await page.keyboard.type('Called ten leads');
  await page.keyboard.press('Enter');
  await expect(list.root).toContainText('Called ten leads');
  await expect(list.root).toContainText(/first response after/);
  await expect.poll(async () => (await stored(page, uid)).length).toBe(1);

  // A minute later what was just recorded is one of what was recorded.
  await page.clock.fastForward(MINUTE);
  await expect(list.root.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await list.root.getByRole('button', { name: /^Take back: Done/ }).click();
  await expect(list.root).not.toContainText('Called ten leads');
  await expect.poll(async () => (await stored(page, uid)).length).toBe(0);
});

test('a viewer reads what others did, and is told once why they can’t record', async ({
  page,
  context,
  temporaryDashboards,
}) => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  const dashboard = await add(temporaryDashboards);
  const card = await openOn(page, dashboard.uid);
  await take(card);
  await expect.poll(async () => (await stored(page, dashboard.uid)).length).toBe(1);
  const other = await anotherScreen(context, dashboard);
  const seen = await openOn(other, dashboard.uid, 'Viewer');
  await expect(seen.root).toContainText(/has it \(since/);
  await expect(seen.respond('I have it')).toHaveCount(0);
  await expect(other.getByText(/takes the right to write annotations/)).toHaveCount(1);
  await other.context().close();
});

test.describe('when the store fails', () => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  test.use({ expectedConsole: { 'the faults that are asked for': /Failed to load resource|ERR_/ } });

  test('what could not be written is kept over a reload, and written later, once', async ({
    page,
    temporaryDashboards,
  }) => {
    const { uid } = await add(temporaryDashboards);
    const card = await openOn(page, uid);
    await fail(page, uid, { method: 'POST', status: 503, times: 1 });
    await take(card);
    await expect(card.root).toContainText('Not written yet, kept here');
    await page.reload();
    await expect(card.root).toContainText(/has it \(since/);
    await page.clock.fastForward(10 * MINUTE);
    await expect.poll(async () => (await stored(page, uid)).length).toBe(1);
    await expect(card.root).not.toContainText('Not written yet');
  });

  test('a reply that is lost makes no second one', { tag: LONG }, async ({ page, temporaryDashboards }) => {
    const { uid } = await add(temporaryDashboards);
    const card = await openOn(page, uid);
    await fail(page, uid, { method: 'POST', lostReply: true, times: 1 });
    await take(card);
    await expect(card.root).toContainText(/has it \(since/);
    await page.clock.fastForward(10 * MINUTE);
    await expect(card.root).not.toContainText('Not written yet');
    // A browser may send once more by itself what it got no reply to: then one key is there twice, and counts once.
    expect(new Set((await stored(page, uid)).map(({ data }) => data.key)).size).toBe(1);
    await card.breaches.click();
    await expect(new BreachList(page).rows.getByText(/has it/)).toHaveCount(1);
  });

  test('what is refused says why, and is tried again by hand', async ({ page, temporaryDashboards }) => {
    const { uid } = await add(temporaryDashboards);
    const card = await openOn(page, uid);
    await fail(page, uid, { method: 'POST', status: 400, message: 'Too many tags', times: 1 });
    await take(card);
    await expect(card.root).toContainText('Could not be written: Too many tags');
    await card.respond('Try again').click();
    await expect.poll(async () => (await stored(page, uid)).length).toBe(1);
    await expect(card.root).not.toContainText('Could not be written');
  });
});
