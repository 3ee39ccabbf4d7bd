import { expect, test } from './fixtures';
import { dashboardOf, seriesQuery } from './panels';

/** Levels that the field's own look would tell as other numbers. */
const CASES = [
  {
    name: 'Availability',
    unit: 'percent',
    value: 99.97,
    operator: '<',
    levels: [99.95, 99.5],
    told: ['99.95%', '99.5%'],
  },
  { name: 'Share', unit: 'percentunit', value: 1, operator: '<', levels: [0.9995, 0.995], told: ['99.95%', '99.5%'] },
  { name: 'Leads', unit: 'none', value: 149, operator: '>', levels: [149.6, 150.4], told: ['149.6', '150.4'] },
  {
    name: 'Deal',
    unit: 'currencyUSD',
    value: 12000,
    operator: '>',
    levels: [12340, 12390],
    told: ['$12.34K', '$12.39K'],
  },
];

test('a level is told by its own number: on the card, in the answer and on the chart', async ({
  dashboard,
  temporaryDashboards,
  page,
}) => {
  await temporaryDashboards.add(
    dashboardOf(
      'levels',
      CASES.map(({ name, unit, value, operator, levels: [warning, critical] }) => ({
        type: 'protocolops-protocol-panel',
        title: name,
        options: { chart: {} },
        fieldConfig: {
          defaults: {
            unit,
            decimals: 0,
            min: value * 0.9,
            max: value * 1.1,
            mappings: [{ type: 'value', options: { [critical]: { text: 'Normal' } } }],
            custom: { rule: { operator, warning, critical, owner: 'Sales', action: 'Look', automation: 'none' } },
          },
          overrides: [],
        },
        targets: [seriesQuery('A', { [name]: Array.from({ length: 24 }, () => value) })],
      }))
    )
  );
  await page.setViewportSize({ width: 1400, height: 2600 });
  await dashboard.open('levels');
  for (const { name, operator, told } of CASES) {
    const [warning, critical] = told;
    const panel = dashboard.panel(name);
    const side = operator === '<' ? 'below' : 'above';
    await expect(panel.card(name).root).toContainText(`Act ${side} ${critical}`);
    await panel.card(name).open();
    await expect(panel.card(name).answer('Act when')).toContainText(`${side} ${critical}`);
    await expect(panel.card(name).answer('Act when')).toContainText(`(warning ${side} ${warning})`);
    await expect(panel.root.getByText(`Critical ${operator} ${critical}`).first()).toBeVisible();
    await expect(panel.root.getByText(`Warning ${operator} ${warning}`).first()).toBeVisible();
    await expect(panel.root).not.toContainText('Normal');
  }
});
