import { expect, LONG, test as base } from './fixtures';
import { dashboardOf, seriesQuery } from './panels';

const DEFAULT_AND_OVERRIDE = 2;
const NO_RULE = 1;

/** High enough for every level that the specs type, and steady. */
const NINETY = Array.from({ length: 60 }, () => 90);
const FIFTY = NINETY.map(() => 50);

/** The tests edit a dashboard of their own: its data is fresh however long Grafana has run. */
const test = base.extend<{ uid: string }>({
  uid: async ({ temporaryDashboards }, use, { testId }) => {
    const uid = `edit-${testId.slice(-12)}`;
    const type = 'protocolops-protocol-panel';
    const options = { layout: 'auto', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } };
    await temporaryDashboards.add(
      dashboardOf(uid, [
        {
          type,
          options,
          fieldConfig: { defaults: {}, overrides: [] },
          targets: [seriesQuery('A', { Unruled: NINETY })],
        },
        {
          type,
          options,
          fieldConfig: {
            defaults: {
              custom: { rule: { operator: '>', warning: 70, critical: 80, owner: 'Everybody', automation: 'none' } },
            },
            overrides: [
              {
                matcher: { id: 'byName', options: 'Ruled' },
                properties: [{ id: 'custom.rule', value: { critical: 85, action: 'Look' } }],
              },
            ],
          },
          targets: [seriesQuery('A', { Ruled: FIFTY })],
        },
      ])
    );
    await use(uid);
  },
});

test('what is typed into the default rule is on the card at once', async ({ editPane, uid }) => {
  await editPane.open(uid, NO_RULE);
  const card = editPane.panel.card('Unruled');
  await expect(card.badge).toHaveText('No rule');

  const form = await editPane.defaultRule();
  await form.choose('Act when', 'above (>)');
  await form.field('Critical level').fill('80');
  await form.field('Who').fill('Platform team');
  await expect(card.badge).toHaveText('Critical');
  await card.open();
  await expect(card.answer('Act when')).toContainText('above 80');
  await expect(card.answer('Who')).toHaveText('Platform team');
  await expect(card.root).toContainText('Not agreed yet: what to do, what happens automatically or next.');

  await form.open('What they do');
  await form.field('All steps').fill('1. Look\n2. Act');
  await form.open('What happens automatically');
  await form.field('Automation').fill('none');
  await expect(card.answer('Do').getByRole('listitem')).toHaveText(['Look', 'Act']);
  await expect(card.root).not.toContainText('Not agreed yet');
});

test('a duration that is none says what is wrong, and nothing is lost', async ({ editPane, uid }) => {
  await editPane.open(uid, NO_RULE);
  const form = await editPane.defaultRule();
  await form.choose('Act when', 'above (>)');
  await form.field('Critical level').fill('80');
  await form.field('Who').fill('Platform team');
  await form.field('For how long').fill('2 dayz');
  await expect(form.root).toContainText('"2 dayz" is not a duration. Write it like 2d, 2 days or 1h30m.');
  await expect(form.field('For how long')).toHaveValue('2 dayz');
  await expect(form.field('Who')).toHaveValue('Platform team');
  // How long it has to last was not left out: nothing fires on a guess.
  await expect(editPane.panel.card('Unruled').badge).toHaveText('Unclear');
  await expect(editPane.panel.card('Unruled').root).toContainText('what is written can’t be read');

  await form.field('For how long').fill('2d');
  await expect(form.root).not.toContainText('is not a duration');
  await expect(editPane.panel.card('Unruled').badge).toHaveText(/^(Watching|Unclear)$/);
});

test('a blank field of an override inherits from the default', async ({ editPane, uid }) => {
  await editPane.open(uid, DEFAULT_AND_OVERRIDE);
  const card = editPane.panel.card('Ruled');
  await expect(card.badge).toHaveText('OK');
  await card.open();
  await expect(card.answer('Who')).toHaveText('Everybody');

  const form = await editPane.overriddenRule(1);
  await expect(form.field('Critical level')).toHaveValue('85');
  await expect(form.field('Who')).toHaveValue('');
  await form.open('When to act');
  await form.field('Critical level').fill('40');
  await form.field('Warning').fill('30');
  await form.field('Who').fill('Somebody');
  await expect(card.badge).toHaveText('Critical');
  await card.open();
  await expect(card.answer('Act when')).toContainText('above 40');
  await expect(card.answer('Who')).toHaveText('Somebody');

  await form.field('Critical level').fill('');
  await form.field('Warning').fill('');
  await form.field('Who').fill('');
  await expect(card.badge).toHaveText('OK');
  await card.open();
  await expect(card.answer('Act when')).toContainText('above 80');
  await expect(card.answer('Who')).toHaveText('Everybody');
});

test('a date that is none can be seen and mended, and the console stays quiet', { tag: LONG }, async ({ editPane }) => {
  // The rule of this face says that it was agreed "in spring".
  await editPane.open('faces', 7);
  const form = await editPane.overriddenRule(1);
  await form.open('Agreement and dates 1 to mend');
  await expect(form.root).toContainText('"in spring" is not a date. Write it like 2026-12-01.');
  await expect(form.root.getByLabel(/^Agreed on/)).toHaveValue('in spring');
});

test(
  'a level whose direction nobody stated is not guessed: the card says what to state',
  { tag: LONG },
  async ({ editPane, uid }) => {
    await editPane.open(uid, NO_RULE);
    const card = editPane.panel.card('Unruled');
    const form = await editPane.defaultRule();
    await form.field('Critical level').fill('80');
    await form.field('Who').fill('Platform team');
    await expect(card.badge).toHaveText('Unclear');
    await expect(card.root).toContainText('Not checked yet: choose above or below.');
    await expect(card.problems).toHaveCount(0);
  }
);

test('a rule of its own is given to one metric by name', async ({ editPane, uid }) => {
  await editPane.open(uid, NO_RULE);
  const card = editPane.panel.card('Unruled');
  await editPane.addRuleByName('Unruled');
  const form = await editPane.overriddenRule(1);
  await form.choose('Act when', 'above (>)');
  await form.open('When to act');
  await form.field('Warning').fill('60');
  await form.field('Who').fill('Those who read this');
  await expect(card.badge).toHaveText('Warning');
  await card.open();
  await expect(card.answer('Who')).toHaveText('Those who read this');
  await editPane.page.keyboard.press('Tab');
  await card.label('Who').hover();
  await expect(
    editPane.page.getByRole('tooltip').filter({ hasText: /^Written in the rule for this metric$/ })
  ).toBeVisible();
});
