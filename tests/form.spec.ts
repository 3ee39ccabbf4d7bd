import { expect, LONG, test as base, TIME } from './fixtures';
import { dashboardOf, seriesQuery } from './panels';

const FUNNEL = 1;

const LEADS = Array.from({ length: 60 }, (_, index) => 30 + 15 * Math.sin(index / 4));
const VISITS = LEADS.map(() => 50);

const DEFAULT_RULE = {
  operator: '<',
  critical: 20,
  owner: 'Demand Gen',
  action: '1. Call the oldest leads\n2. Check the form',
  escalateTo: 'VP Sales',
};

/** The tests edit a dashboard of their own: its data is fresh however long Grafana has run. */
const test = base.extend<{ uid: string }>({
  uid: async ({ temporaryDashboards }, use, { testId }) => {
    const uid = `form-${testId.slice(-12)}`;
    await temporaryDashboards.add(
      dashboardOf(uid, [
        {
          title: 'Funnel',
          type: 'protocolops-protocol-panel',
          options: { layout: 'auto', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
          fieldConfig: {
            defaults: { unit: 'percent', custom: { rule: DEFAULT_RULE } },
            overrides: [
              {
                matcher: { id: 'byName', options: 'Leads' },
                properties: [{ id: 'custom.rule', value: { critical: 25, owner: 'Growth' } }],
              },
            ],
          },
          targets: [seriesQuery('A', { Leads: LEADS, Visits: VISITS })],
        },
      ])
    );
    await use(uid);
  },
});

const isFocused = (element: Element) => element === document.activeElement;

test('a whole rule is written by keyboard alone', async ({ editPane, uid }) => {
  await editPane.open(uid, FUNNEL);
  const card = editPane.panel.card('Leads');
  const form = await editPane.overriddenRule(1);
  const { keyboard } = editPane.page;
  await form.field('Act when').focus();
  await keyboard.type('above (>)');
  // The list is filtered a moment after it is typed.
  await expect(editPane.page.getByRole('option').first()).toHaveText(/^above/);
  await keyboard.press('Enter');
  // On the way are the buttons that clear the operator, which not every version of Grafana stops at, and that reset it.
  for (let stops = 0; stops < 3 && !(await form.field('Critical level').evaluate(isFocused)); stops++) {
    await keyboard.press('Tab');
  }
  await expect(form.field('Critical level')).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('10');
  await form.field('For how long').focus();
  await keyboard.type('1');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(form.field('For how long')).toHaveValue('15m');
  await form.field('First step').focus();
  await keyboard.type('Ask the web team');
  await card.open();
  await expect(card.answer('Act when')).toContainText('above 10% for 15 min');
  await expect(card.answer('Do').getByRole('listitem')).toHaveText(['Ask the web team', 'Check the form']);
});

test('all of it fits into the narrow option pane', { tag: LONG }, async ({ editPane, uid }) => {
  await editPane.open(uid, FUNNEL);
  const form = await editPane.overriddenRule(1);
  for (const group of [
    'When to act',
    'Data',
    'Who',
    'What they do',
    'What happens automatically',
    'Agreement and dates',
  ]) {
    await form.open(group);
  }
  await expect(form.field('Review by')).toBeVisible();
  const { width = NaN } = (await form.root.boundingBox()) ?? {};
  expect(width).toBeLessThan(400);
  const tooWide = await form.root.evaluate((root) => {
    const { right } = root.getBoundingClientRect();
    const parts = [...root.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > right + 1);
    return parts.map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  expect(tooWide).toEqual([]);
});

test(
  'an override shows what it inherits and from where, and goes back to it',
  { tag: LONG },
  async ({ editPane, uid }) => {
    await editPane.open(uid, FUNNEL);
    const form = await editPane.overriddenRule(1);
    await expect(form.root).toContainText('For Leads.');
    await expect(form.field('Tell if nobody acts')).toHaveAttribute('placeholder', 'VP Sales');
    await expect(form.field('Tell if nobody acts')).toHaveAccessibleDescription('from rule for all');
    await expect(form.field('Who')).toHaveAccessibleDescription('Instead of Demand Gen, from rule for all');
    await form.button('Clear what is written here: Who').click();
    await expect(form.field('Who')).toHaveValue('');
    const card = editPane.panel.card('Leads');
    await card.open();
    await expect(card.answer('Who')).toHaveText('Demand Gen');
  }
);

test('from a card the way leads straight to the form of its metric', async ({ dashboard, editPane, uid }) => {
  await dashboard.open(uid);
  const card = dashboard.panel('Funnel').card('Leads');
  await card.open();
  await card.editButton.click();
  const group = editPane.page.getByTestId('data-testid Options group panel-options-override-0');
  await expect(group.getByRole('combobox', { name: 'Act when' })).toBeFocused();
  await expect(group.getByRole('combobox', { name: 'Act when' })).toBeInViewport();
});

test('a metric without a rule of its own gets one with a click', async ({ dashboard, editPane, uid }) => {
  await dashboard.open(uid);
  const { page } = editPane;
  const card = dashboard.panel('Funnel').card('Visits');
  await card.open();
  await card.editButton.click();
  await expect(
    page.getByText('The rule for all: for every metric without one of its own, such as Visits.')
  ).toBeVisible();
  await page.getByRole('button', { name: 'A rule for Visits alone' }).click();
  const group = page.getByTestId('data-testid Options group panel-options-override-1');
  await expect(group.getByRole('combobox', { name: 'Act when' })).toBeFocused();
  await group.getByRole('textbox', { name: 'Who' }).fill('Web');
  await expect(editPane.panel.card('Visits').root).toContainText('Web');
});

test('a metric is for context alone with a click, and back without loss', async ({ editPane, uid }) => {
  await editPane.open(uid, FUNNEL);
  const card = editPane.panel.card('Leads');
  const form = await editPane.overriddenRule(1);
  await form.button('No rule needed').click();
  await expect(card.badge).toHaveText('No rule needed');
  await form.button('Back to the rule').click();
  await expect(form.field('Critical level')).toHaveValue('25');
  await card.open();
  await expect(card.answer('Act when')).toContainText('below 25%');
});

test('what a rule would have done is told while it is typed', { tag: TIME }, async ({ editPane, uid }) => {
  await editPane.open(uid, FUNNEL);
  const form = await editPane.overriddenRule(1);
  const backTest = form.root.getByRole('group', { name: 'Test on the past' });
  await expect(backTest).toContainText(/This rule would have called Growth 2 times in 5 hours/);
  await form.field('Critical level').fill('1');
  await expect(backTest).toContainText('This rule would have called nobody in 5 hours.');
});
