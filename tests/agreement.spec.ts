import { NOW } from './clock';
import { expect, test as base, TIME } from './fixtures';
import { dashboardOf, seriesQuery } from './panels';
import { DAY } from '../src/time/units';

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Under 20 for an hour in the middle, and at 17 now. */
const LEADS = Array.from({ length: 60 }, (_, index) => (index > 24 && index < 37 ? 16 : index > 50 ? 17 : 30));

const SIGNED = {
  operator: '<',
  critical: 20,
  owner: 'Demand Gen',
  action: 'Call the oldest leads',
  escalateTo: 'VP Sales',
  agreedBy: 'Sales and Finance',
  agreedOn: '2025-03-03',
};

/** The tests edit a dashboard of their own: its data is fresh however long Grafana has run. */
const test = base.extend<{ uid: string }>({
  uid: async ({ temporaryDashboards }, use, { testId }) => {
    const uid = `agreement-${testId.slice(-12)}`;
    const next = { ...SIGNED, critical: 25, validFrom: isoDay(NOW + 10 * DAY) };
    const panel = (rule: object) => ({
      type: 'protocolops-protocol-panel',
      options: { layout: 'auto', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
      fieldConfig: { defaults: { unit: 'percent', custom: { rule } }, overrides: [] as unknown[] },
      targets: [seriesQuery('A', { Leads: LEADS })],
    });
    const overridden = panel(SIGNED);
    overridden.fieldConfig.overrides = [
      { matcher: { id: 'byName', options: 'Leads' }, properties: [{ id: 'custom.rule', value: {} }] },
    ];
    await temporaryDashboards.add(dashboardOf(uid, [panel(SIGNED), panel({ ...next, earlier: [SIGNED] }), overridden]));
    await use(uid);
  },
});

const SIGNATURE = 'Agreed by Sales and Finance, 3 March 2025';

test(
  'a level that was agreed is lowered by keyboard from today on: the past stays, and no signature is shown',
  { tag: TIME },
  async ({ editPane, uid }) => {
    await editPane.open(uid, 1);
    const card = editPane.panel.card('Leads');
    const form = await editPane.defaultRule();
    await card.open();
    await expect(card.root).toContainText(`${SIGNATURE} (agreement not checked)`);
    const level = form.field('Critical level');
    await level.focus();
    const { keyboard } = editPane.page;
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('14');
    await expect(level).toBeFocused();
    await expect(level).toHaveValue('14');
    await expect(form.ask).toContainText('Your change counts from today 00:00 on');
    await expect(card.root).toContainText('Changed today, not agreed yet');
    await expect(form.root.getByRole('group', { name: 'Test on the past' })).toContainText('called nobody');

    await keyboard.press('Tab');
    await expect(form.button('From today on')).toBeFocused();
    await keyboard.press('Enter');
    await expect(form.ask).toBeHidden();
    await expect(level).toBeFocused();

    // It fires no more, and so closed.
    await card.open();
    await expect(card.root).not.toContainText('Agreed by');
    await form.button('Mark as agreed today').click();
    const by = form.root.getByLabel('Agreed by whom, for all metrics of this panel?');
    await expect(by).toBeFocused();
    await expect(by).toHaveValue('Sales and Finance');
    await by.fill('Sales alone');
    await keyboard.press('Enter');
    await expect(card.root).toContainText(/Agreed by Sales alone, \d+ \w+ \d{4}\./);
    await expect(card.root).not.toContainText('not checked');
  }
);

test('a mistake is corrected: the past is judged again', async ({ editPane, uid }) => {
  await editPane.open(uid, 1);
  const card = editPane.panel.card('Leads');
  const form = await editPane.defaultRule();
  await card.open();
  await form.field('Critical level').fill('14');
  await form.button('Correct a mistake').click();
  await expect(form.field('Critical level')).toBeFocused();
  await expect(form.tabs).toHaveCount(0);
  await expect(card.root).toContainText('Changed today, not agreed yet');
  await expect(card.badge).toHaveText('OK');
  await card.open();
  await expect(card.root).toContainText(/Changed from what was agreed: critical below 20 ?% → below 14 ?%\./);
  await form.button('Back to what was agreed').click();
  await expect(form.field('Critical level')).toHaveValue('20');
  await expect(form.field('Critical level')).toBeFocused();
  await expect(card.root).toContainText(SIGNATURE);
  await expect(card.root).not.toContainText('Changed from');
});

test('a rule over one that was agreed elsewhere asks, keeps the past, and leads back', async ({ editPane, uid }) => {
  await editPane.open(uid, 3);
  const card = editPane.panel.card('Leads');
  const form = await editPane.overriddenRule(1);
  const level = form.field('Critical level');
  await level.fill('14');
  await expect(form.ask).toContainText('This was agreed in the rule for all metrics.');
  await expect(level).toBeFocused();
  await card.open();
  await expect(card.root).toContainText('Changed today, not agreed yet');
  await form.button('From today on').click();
  await expect(form.root).toContainText('It says otherwise than what was agreed in the rule for all metrics.');
  await form.button('Back to what was agreed').click();
  await expect(level).toHaveValue('');
  await expect(card.root).toContainText(SIGNATURE);

  await level.fill('14');
  await form.button('Correct a mistake').click();
  await card.open();
  await expect(card.root).toContainText(/Changed from what was agreed: critical below 20 ?% → below 14 ?%\./);
});

test('what is typed into the version to come is what is tested, and the form stays in view', async ({
  editPane,
  uid,
}) => {
  await editPane.open(uid, 2);
  const form = await editPane.defaultRule();
  const backTest = form.root.getByRole('group', { name: 'Test on the past' });
  await expect(form.tabs).toHaveCount(2);
  await expect(form.tab('Now')).toBeChecked();
  await expect(form.field('Critical level')).toHaveValue('20');
  await expect(backTest).toContainText('called Demand Gen 2 times');

  await form.tab('Now').focus();
  const placeOf = async () =>
    (
      await form
        .tab(/^(Now|From)/)
        .first()
        .boundingBox()
    )?.y;
  const before = await placeOf();
  await editPane.page.keyboard.press('ArrowRight');
  await expect(form.tab(/^From/)).toBeChecked();
  await expect(form.tab(/^From/)).toBeFocused();
  await expect(form.field('Critical level')).toHaveValue('25');
  expect(Math.abs(((await placeOf()) ?? NaN) - (before ?? NaN))).toBeLessThan(4);

  await form.field('Critical level').fill('1');
  await expect(backTest).toContainText('called nobody');
  await expect(form.ask).toBeHidden();
  await expect(editPane.panel.card('Leads').badge).toHaveText('Critical');
});

test('a version begun from a date on opens, with the focus on its tab', async ({ editPane, uid }) => {
  await editPane.open(uid, 1);
  const form = await editPane.defaultRule();
  await form.button('Change from a date on…').click();
  await form.root.getByLabel(/^The new version counts from/).fill(isoDay(NOW + 20 * DAY));
  await form.button('Begin the new version').click();
  await expect(form.tab(/^From/)).toBeFocused();
  await expect(form.tab(/^From/)).toBeInViewport();
  await form.field('Critical level').fill('30');
  await form.tab('Now').click();
  await expect(form.field('Critical level')).toHaveValue('20');
});
