import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Locator, Page, TestInfo } from '@playwright/test';

import { NOW } from './clock';
import { expect, LONG, ON_GRAFANA, test, TIME } from './fixtures';
import type { DashboardPage } from './pages/dashboard';
import type { ProtocolPanel } from './pages/protocolPanel';
import type { PanelJson } from './panels';
import { dashboardOf, seriesQuery, tableQuery } from './panels';
import type { TemporaryDashboards } from './temporaryDashboards';
import { DAY } from '../src/time/units';

/** On a real Grafana specs that save the same dashboard can't take turns: each cleans up after itself. */
test.describe.configure({ mode: ON_GRAFANA ? 'default' : 'parallel' });

const UID = 'sheets';

const SHEET = [
  ['KPI', 'Act when', 'Warning', 'Critical', 'For', 'Role', 'First step', 'Tell if nobody acts', 'Automation'],
  ['Lead conversion', 'below', '24 %', '20 %', '1 hour', 'Demand Gen', 'Pause the campaign', 'VP Sales', 'By hand'],
  ['Sales *', 'above', '', '60', '', 'Sales Ops', 'Call the team', 'VP Sales', 'By hand'],
  ['Sales Iberia', 'above', '', '90', '', 'Iberia', 'Call Lisbon', 'VP Sales', 'By hand'],
];

const DIRECTORY = [
  ['Role', 'Person', 'Contact', 'Deputy', 'Away until'],
  ['Demand Gen', 'Ana Ruiz', 'ana@example.com', 'Ben Okafor', new Date(NOW + 3 * DAY).toISOString().slice(0, 10)],
  ['SDR lead', 'Ben Okafor', 'ben@example.com', '', ''],
  ['VP Sales', 'vacant', '', '', ''],
];

const flat = (value: number) => Array.from({ length: 72 }, (_, place) => value + (place % 2) / 10);
const SERIES = { 'Lead conversion': flat(17), 'Sales DACH': flat(70), 'Sales Iberia': flat(71), Unplanned: flat(5) };

/** A panel with these series, the sheet and the directory. */
function panelWith(sheet: string[][], more: Partial<PanelJson> = {}): Partial<PanelJson> {
  return {
    type: 'protocolops-protocol-panel',
    title: 'Plan',
    options: { layout: 'list', ruleSheet: 'S', directory: 'P', chart: CHART },
    fieldConfig: {
      defaults: { custom: {} },
      overrides: [
        { matcher: { id: 'byName', options: 'Lead conversion' }, properties: [{ id: 'unit', value: 'percent' }] },
      ],
    },
    targets: [seriesQuery('A', SERIES), tableQuery('S', sheet), tableQuery('P', DIRECTORY)],
    ...more,
  };
}

const CHART = { legend: { showLegend: true, displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'single' } };

test('the sheet drives the states, and is no metric itself', async ({ dashboard, temporaryDashboards }) => {
  const panel = await openPanel(dashboard, temporaryDashboards, SHEET);
  await expect(panel.cards).toHaveCount(4);
  await expect(panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
  await expect(panel.card('Sales DACH').badge).toHaveAttribute('data-state', /critical/);
  await expect(panel.card('Sales Iberia').badge).toHaveAttribute('data-state', 'normal');
  await expect(panel.card('Unplanned').badge).toHaveAttribute('data-state', 'unruled');
  await expect(panel.card('Lead conversion').answer('Act when')).toHaveText(/below 20% for 1 h \(warning below 24%\)/);
  await panel.card('Sales DACH').open();
  await expect(panel.card('Sales DACH').answer('Do')).toHaveText('Call the team');
  await panel.card('Lead conversion').label('Act when').focus();
  await expect(panel.root.page().getByText('Written in the rule sheet')).toBeVisible();
  await expect(panel.charts).toHaveCount(1);
});

test('the card asks who holds the role now', { tag: [TIME, LONG] }, async ({ dashboard, temporaryDashboards }) => {
  const panel = await openPanel(dashboard, temporaryDashboards, SHEET);
  const conversion = panel.card('Lead conversion');
  await expect(conversion.answer('Who')).toHaveText(
    /^Demand Gen: Ben Okafor for Ana Ruiz, away until \d+ \w+( \d+)? ben@example\.com ?$/
  );
  await expect(conversion.answer('Who').getByRole('link')).toHaveAttribute('href', 'mailto:ben@example.com');
  await expect(conversion.answer('If nobody acts')).toHaveText(/Then tell VP Sales \(vacant\)/);
  await panel.card('Sales DACH').open();
  await expect(panel.card('Sales DACH').answer('Who')).toHaveText('Sales Ops: nobody by this name in the directory');
  await conversion.toggle.click();
  await expect(conversion.root).toContainText('Demand Gen (Ben Okafor)');
});

test('a bad cell is named by row and column, and the rest works', async ({ dashboard, temporaryDashboards, page }) => {
  const [headers, conversion, ...others] = SHEET;
  const bad = conversion.with(4, '1 month').with(2, '20 leads');
  const panel = await openPanel(dashboard, temporaryDashboards, [
    headers,
    bad,
    ...others,
    ['unplanned', 'above', '', '3', ...Array<string>(5).fill('')],
  ]);
  // A duration that can't be read was not left out: nothing is judged by the rest.
  await expect(panel.card('Lead conversion').badge).toHaveAttribute('data-state', 'unknown');
  await expect(panel.card('Lead conversion').root).toContainText('what is written can’t be read');
  await expect(panel.sheetNotice).toHaveText(
    'The rule sheet has 2 problems · 1 row matches no metric · 1 metric has no row'
  );

  await panel.sheetNotice.press('Enter');
  await expect(problems(page, 'Problems of the rule sheet')).toHaveText([
    /^Row 2, column For: "1 month" is not always as long\./,
    /^Row 2, column Warning: "leads" is not the unit of the metric\./,
  ]);
  await expect(problems(page, 'Rules and metrics that do not fit each other')).toHaveText([
    /^Row 5: "unplanned" matches no metric of the panel\. Write "Unplanned", if that is meant\./,
    /^"Unplanned" has no row in the sheet\./,
  ]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Problems of the rule sheet' })).toBeHidden();

  await panel.coverage.click();
  await expect(page.getByText('Rules that match nothing shown: “unplanned” in the rule sheet.')).toBeVisible();
});

test('judged on a look-back, only the metrics are asked for once more', async ({
  dashboard,
  temporaryDashboards,
  page,
}) => {
  const asked: string[][] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/ds/query')) {
      const { queries } = request.postDataJSON() as { queries: Array<{ refId: string }> };
      asked.push(queries.map(({ refId }) => refId));
    }
  });
  const judged = { judgeOn: 'fixed', lookBack: '1d', step: '1h' };
  const panel = await openPanel(dashboard, temporaryDashboards, SHEET, {}, judged);
  await expect(panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
  expect(asked).toContainEqual(['A']);
});

test('a wall display says it, and has nothing to press', { tag: LONG }, async ({ dashboard, temporaryDashboards }) => {
  const panel = await openPanel(dashboard, temporaryDashboards, SHEET, { kiosk: 'true' });
  await expect(panel.root).toContainText('1 metric has no row');
  await expect(panel.sheetNotice).toHaveCount(0);
});

test('the template has the metrics of the panel, and their rules', async ({
  editPane,
  temporaryDashboards,
}, testInfo) => {
  await temporaryDashboards.add(dashboardOf(UID, [panelWith(SHEET)]));
  await editPane.open(UID, 1);
  const ruleFile = await editPane.ruleFile();
  await expect(editPane.panel.cards).toHaveCount(4);
  const template = await ruleFile.template();
  expect(template.suggestedFilename()).toBe('protocol-rules-template.csv');
  const path = await kept(template, testInfo);
  expect(await readFile(path, 'utf8')).toMatch(
    /^\uFEFF"Metric","Act when","Critical","For how long","Who acts","First step"/
  );
  const dialog = await ruleFile.choose(path);
  await expect(dialog.getByRole('status')).toHaveText('3 rules (4 rows, 9 columns)');
  await expect(dialog).toContainText('No rule yet: Unplanned.');
  await expect(dialog).toContainText('Query S is the rule sheet, so the imported rules do not count.');
  await expect(dialog.getByRole('region')).toHaveCount(0);
});

test('a template is filled in in a spreadsheet, and pasted back, by keyboard', async ({
  editPane,
  temporaryDashboards,
  page,
}, testInfo) => {
  const unruled = panelWith(SHEET, { options: { layout: 'list', chart: CHART } });
  await temporaryDashboards.add(dashboardOf(UID, [unruled]));
  await editPane.open(UID, 1);
  const ruleFile = await editPane.ruleFile();
  await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', 'unruled');
  const template = await readFile(await kept(await ruleFile.template(), testInfo), 'utf8');
  const copied = spreadsheetCells(template)
    .map((row) => (row[0] === 'Lead conversion' ? row.with(1, 'below').with(2, '20%').with(4, 'Demand Gen') : row))
    .map((row) => row.join('\t'))
    .join('\r\n');

  await ruleFile.root.getByRole('button', { name: 'Paste…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import rules' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await pasteInto(dialog.getByRole('textbox'), copied);
  await expect(dialog.getByRole('status')).toHaveText('1 rule (4 rows, 4 columns)');
  await expect(dialog).toContainText('Changes 1 metric: Lead conversion.');
  await expect(dialog).toContainText('No rule yet: Sales DACH, Sales Iberia, Unplanned.');
  await dialog.getByRole('button', { name: 'Import 1 rule' }).press('Enter');
  await expect(ruleFile.root).toContainText('1 rule imported');
  await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
  await expect(editPane.panel.card('Sales DACH').badge).toHaveAttribute('data-state', 'unruled');
});

for (const [answer, told] of [
  ['From today on', /^Lead conversion From \d{4}-\d\d-\d\d ?Critical ?20% → 14%$/],
  ['Correct a mistake', /^Lead conversion ?(?:.*)Critical ?20% → 14%/],
] as const) {
  test(
    `an import that changes an agreed rule asks from when on: ${answer}`,
    { tag: answer === 'Correct a mistake' ? [TIME, LONG] : [TIME] },
    async ({ editPane, temporaryDashboards }, testInfo) => {
      const agreed = { operator: '<', critical: 20, owner: 'Demand Gen', agreedBy: 'Sales', agreedOn: '2026-01-22' };
      const ruleFile = { protocolRules: 1, rules: [{ metric: 'Lead conversion', ...agreed }] };
      await temporaryDashboards.add(
        dashboardOf(UID, [panelWith(SHEET, { options: { layout: 'list', chart: CHART, ruleFile } })])
      );
      await editPane.open(UID, 1);
      await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
      const exported = await readFile(await kept(await (await editPane.ruleFile()).export('CSV'), testInfo), 'utf8');
      const changed = testInfo.outputPath('changed.csv');
      await writeFile(changed, exported.replace('"below","20"', '"below","14 %"'));

      const file = await editPane.ruleFile();
      const dialog = await file.choose(changed);
      const button = dialog.getByRole('button', { name: 'Import 1 rule' });
      const changes = dialog.getByRole('region', { name: 'What changes' });
      await expect(changes.getByRole('listitem')).toHaveText(['Lead conversion Critical20% → 14%']);
      await expect(button).toBeDisabled();
      await dialog.getByRole('radio', { name: new RegExp(`^${answer}`) }).press('Space');
      await expect(changes.getByRole('listitem')).toHaveText([told]);
      await button.press('Enter');
      await expect(editPane.panel.card('Lead conversion').root).toContainText('below 14%');

      const { rules } = (await editPane.panelJson()).options?.ruleFile as { rules: object[] };
      const before = expect.objectContaining(agreed);
      expect(rules).toEqual([
        expect.objectContaining({
          ...agreed,
          critical: 14,
          ...(answer === 'From today on' && { validFrom: expect.any(String), earlier: [before] }),
        }),
      ]);
    }
  );
}

test(
  'an import without a row for an agreed rule asks before that ends',
  { tag: TIME },
  async ({ editPane, temporaryDashboards, page }) => {
    const agreed = { operator: '<', critical: 20, owner: 'Demand Gen', agreedBy: 'Sales', agreedOn: '2026-01-22' };
    const ruleFile = { protocolRules: 1, rules: [{ metric: 'Lead conversion', ...agreed }] };
    const options = { layout: 'list', chart: CHART, ruleFile };
    await temporaryDashboards.add(dashboardOf(UID, [panelWith(SHEET, { options })]));
    await editPane.open(UID, 1);
    await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
    await (await editPane.ruleFile()).root.getByRole('button', { name: 'Paste…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import rules' });
    await pasteInto(dialog.getByRole('textbox'), 'Metric\tAct when\tCritical\nUnplanned\tabove\t60\n');
    const question = dialog.getByRole('group', { name: 'This ends what was agreed: Lead conversion. From when on?' });
    await expect(question).toContainText('To keep what was agreed, add their rows.');
    await expect(dialog.getByRole('button', { name: 'Import 1 rule' })).toBeDisabled();
    await question.getByRole('radio', { name: /^From today on/ }).press('Space');
    await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText(
      /Lead conversion From .*Critical ?20% → none/
    );
    await dialog.getByRole('button', { name: 'Import 1 rule' }).press('Enter');
    await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', 'unruled');

    const { rules } = (await editPane.panelJson()).options?.ruleFile as { rules: object[] };
    expect(rules[1]).toEqual({
      metric: 'Lead conversion',
      validFrom: expect.any(String),
      earlier: [expect.objectContaining(agreed)],
    });
  }
);

test('cells with tabs, quotes and line ends are pasted as a spreadsheet copies them', async ({
  editPane,
  temporaryDashboards,
  page,
}) => {
  await temporaryDashboards.add(dashboardOf(UID, [panelWith(SHEET, { options: { layout: 'list', chart: CHART } })]));
  await editPane.open(UID, 1);
  await (await editPane.ruleFile()).root.getByRole('button', { name: 'Paste…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import rules' });
  await pasteInto(
    dialog.getByRole('textbox'),
    [
      'Metric\tAct when\tCritical\tWho acts\tFirst step\t\t',
      'Lead conversion\tbelow\t20%\tAna "the boss" Ruiz\t"Pause the campaign',
      'Call ""the 20"" newest"\t\t',
      'Unplanned\tabove\tJan-20\tTBD\tLook\t\t',
      'Elsewhere\tabove\t\tTBD\tLook\t\t',
      '\t\t\t\t\t\t',
      '',
    ].join('\r\n')
  );
  await expect(dialog.getByRole('status')).toHaveText('3 rules (3 rows, 5 columns)1 problem, 2 placeholders');
  await expect(dialog).toContainText('2 of 3 are clean; not clean: Unplanned.');
  await expect(dialog.getByRole('region', { name: 'Problems of the file' }).getByRole('listitem')).toHaveText([
    /^Row 3, column Critical: "Jan-20" is a date, not a number\./,
    'Rows 3, 4, Who acts: “TBD”. A placeholder: it counts as no answer.',
  ]);
  await dialog.getByRole('button', { name: 'Import only the clean: 2 rules' }).click();
  const card = editPane.panel.card('Lead conversion');
  await expect(card.answer('Who')).toHaveText('Ana "the boss" Ruiz');
  await expect(card.answer('Do')).toHaveText(/^Pause the campaign\s*Call "the 20" newest\s*$/);
  await expect(editPane.panel.card('Unplanned').badge).toHaveAttribute('data-state', 'unruled');
});

for (const format of ['CSV', 'YAML'] as const) {
  const tag = format === 'CSV' ? [] : [LONG];
  test(
    `what is exported as ${format} is the same when it is imported`,
    { tag },
    async ({ editPane, temporaryDashboards }, testInfo) => {
      const unruled = panelWith(SHEET, { options: { layout: 'list', directory: 'P', chart: CHART } });
      await temporaryDashboards.add(dashboardOf(UID, [panelWith(SHEET), unruled]));
      await editPane.open(UID, 1);
      // Whether an engine does what is written is known a moment later.
      await expect(editPane.panel.card('Lead conversion').answer('Automatically')).toContainText('(not checked)');
      const before = await toldBy(editPane.panel);
      const file = await kept(await (await editPane.ruleFile()).export(format), testInfo);
      expect(basename(file)).toBe(`protocol-rules.${format.toLowerCase()}`);
      expect(await readFile(file, 'utf8')).toContain('Pause the campaign');

      await editPane.open(UID, 2);
      await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', 'unruled');
      const ruleFile = await editPane.ruleFile();
      const dialog = await ruleFile.choose(file);
      await expect(dialog).toContainText('Changes 3 metrics: Lead conversion, Sales DACH, Sales Iberia.');
      await dialog.getByRole('button', { name: 'Import 3 rules' }).click();
      await expect(ruleFile.root).toContainText('3 rules imported');
      await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
      await expect.poll(() => toldBy(editPane.panel)).toEqual(before);

      await ruleFile.root.getByRole('button', { name: 'Remove' }).click();
      await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', 'unruled');
    }
  );
}

for (const schema of ['rule.v1.schema.json', 'rule-file.v1.schema.json']) {
  test(`${schema} is in the package, the same as in the docs`, async ({ page }) => {
    const response = await page.request.get(`/public/plugins/protocolops-protocol-panel/schema/${schema}`);
    expect(await response.json()).toEqual(JSON.parse(await readFile(`docs/schema/${schema}`, 'utf8')));
  });
}

test('ten rules in ten minutes, as the page of that name says', async ({ editPane }, testInfo) => {
  const page = await readFile('docs/ten-rules.md', 'utf8');
  const file = testInfo.outputPath('plan.csv');
  await writeFile(file, /```csv\n(.*?)```/s.exec(page)?.[1] ?? '');
  await editPane.open('rule-sheet', 3);
  await expect(editPane.panel.coverage).toHaveText('0 of 10 rules complete');
  const dialog = await (await editPane.ruleFile()).choose(file);
  await expect(dialog.getByRole('list', { name: 'What the import does' }).getByRole('listitem')).toHaveText([
    'All of them are clean.',
    /^Changes 10 metrics: /,
    /^4 metrics would be in breach today: /,
  ]);
  await dialog.getByRole('button', { name: 'Import 10 rules' }).click();
  await expect(editPane.panel.coverage).toHaveText('9 of 9 rules complete');
  await expect(editPane.panel.firstCard.name).toHaveText('Lead conversion');
});

test('a query is picked as the sheet, by keyboard', async ({ editPane, temporaryDashboards, page }) => {
  const none = panelWith(SHEET, { options: { layout: 'list', chart: CHART } });
  await temporaryDashboards.add(dashboardOf(UID, [none]));
  await editPane.open(UID, 1);
  await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', 'unruled');
  const picker = await editPane.queryPicker('Rule sheet');
  await picker.press('ArrowDown');
  await expect(page.getByRole('option')).toHaveText(['None', /^Query A72 rows/, /^Query P3 rows/, /^Query S3 rows/]);
  await picker.fill('S');
  await page.getByRole('option', { name: /^Query S/ }).click();
  await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
  await expect(editPane.panel.card('Lead conversion').answer('Who')).toHaveText('Demand Gen');
});

test.describe('axe', () => {
  test.use({
    expectedConsole: {
      'axe itself, which defines a module of a name when it is injected': /SystemJS Error#W6/,
    },
  });

  test('finds nothing in an import that asks', async ({ editPane, temporaryDashboards, page }) => {
    const rules = [{ metric: 'Lead conversion', critical: 20, operator: '<', owner: 'Ana', agreedBy: 'Sales' }];
    const options = { layout: 'list', chart: CHART, ruleFile: { protocolRules: 1, rules } };
    await temporaryDashboards.add(dashboardOf(UID, [panelWith(SHEET, { options })]));
    await editPane.open(UID, 1);
    await expect(editPane.panel.card('Lead conversion').badge).toHaveAttribute('data-state', /critical/);
    const ruleFile = await editPane.ruleFile();
    await ruleFile.root.getByRole('button', { name: 'Paste…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import rules' });
    await pasteInto(dialog.getByRole('textbox'), 'Metric\tCritical\tFor\nLead conversion\t14\tsoon\nSales *\t60\t\n');
    await expect(dialog.getByRole('radio')).toHaveCount(2);
    const { violations } = await new AxeBuilder({ page })
      .include('[role="dialog"]')
      .options({ resultTypes: ['violations'] })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });

  test('finds nothing in the problems of a sheet', { tag: LONG }, async ({ dashboard, page }) => {
    const panel = await dashboard.openPanel('rule-sheet', 2);
    await panel.ready();
    await panel.sheetNotice.click();
    await expect(page.getByRole('region', { name: 'Problems of the rule sheet' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .include('[data-testid="toggletip-content"]')
      .options({ resultTypes: ['violations'] })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
});

function problems(page: Page, title: string) {
  return page.getByRole('region', { name: title }).getByRole('listitem');
}

/** What the cards of a panel say: states and answers. */
async function toldBy(panel: ProtocolPanel) {
  await expect(panel.cards).toHaveCount(4);
  const told: Record<string, unknown> = {};
  for (const name of Object.keys(SERIES)) {
    const card = panel.card(name);
    if (name !== 'Unplanned') {
      await card.open();
    }
    told[name] = { state: await card.badge.getAttribute('data-state'), answers: await card.answers() };
  }
  return told;
}

/** The cells of a CSV whose cells are all in quotes, as a spreadsheet shows them. */
function spreadsheetCells(csv: string): string[][] {
  const lines = csv.replace('\uFEFF', '').trim().split('\r\n');
  return lines.map((line) => line.slice(1, -1).split('","'));
}

/** Pastes as the browser does: the clipboard of a page that no hand touched can't be read. */
async function pasteInto(input: Locator, text: string): Promise<void> {
  await input.evaluate((element, copied) => {
    element.focus();
    document.execCommand('insertText', false, copied);
  }, text);
}

async function kept(download: Download, testInfo: TestInfo): Promise<string> {
  const path = testInfo.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function openPanel(
  dashboard: DashboardPage,
  temporaryDashboards: TemporaryDashboards,
  sheet: string[][],
  parameters: Record<string, string> = {},
  options: Record<string, unknown> = {}
): Promise<ProtocolPanel> {
  const panelJson = panelWith(sheet);
  await temporaryDashboards.add(dashboardOf(UID, [{ ...panelJson, options: { ...panelJson.options, ...options } }]));
  const panel = await dashboard.openPanel(UID, 1, parameters);
  return panel.ready();
}
