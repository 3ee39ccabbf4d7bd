import type { Page } from '@playwright/test';

import saved from './fixtures/time-series-panel.json';
import { expect, ON_GRAFANA, test } from './fixtures';
import type { EditPane } from './pages/editPane';
import { HostChart } from './pages/hostChart';
import type { PanelJson } from './panels';
import { dashboardOf, seriesQuery } from './panels';
import type { TemporaryDashboards } from './temporaryDashboards';

const TIME_SERIES = 'Time series';
const PROTOCOL = 'Protocol';

const RISING = Array.from({ length: 60 }, (_, index) => 20 + index);
const FALLING = RISING.map((value) => 110 - value);

/** The panel as it would be saved, or was: a real Grafana saves it, the local host shows its JSON. */
async function panelAfter(editPane: EditPane, dashboards: TemporaryDashboards, uid: string): Promise<PanelJson> {
  if (!ON_GRAFANA) {
    return editPane.panelJson();
  }
  await editPane.save();
  const { panels } = await dashboards.read(uid);
  return panels[0] as PanelJson;
}

test('switching a Time series panel to Protocol keeps every key of its field config and options', async ({
  editPane,
  temporaryDashboards,
}) => {
  const uid = 'switching-keys';
  await temporaryDashboards.add(
    dashboardOf(uid, [
      { ...(saved as object), targets: [seriesQuery('A', { Lower: RISING, north: FALLING, south: RISING })] },
    ])
  );
  const editor = await editPane.open(uid, 1);
  await expect(editor.getVisualizationName()).toHaveText(TIME_SERIES);
  // Grafana changes a little whenever it saves a Time series: what it would save without the switch is what counts.
  await editor.setPanelTitle('Before');
  const before = await panelAfter(editPane, temporaryDashboards, uid);
  expect(Object.keys(saved.fieldConfig.defaults.custom)).toHaveLength(28);
  expect(before).toMatchObject({ type: 'timeseries', title: 'Before' });
  expect(before.fieldConfig).toMatchObject({ defaults: { custom: saved.fieldConfig.defaults.custom } });

  await editor.setVisualization(PROTOCOL);
  await expect(editPane.panel.cards.first()).toBeVisible();
  const after = await panelAfter(editPane, temporaryDashboards, uid);
  expect(after.type).toBe('protocolops-protocol-panel');
  expect(after.fieldConfig).toEqual(before.fieldConfig);
  expect(after.options.chart).toEqual(before.options);
});

test('the chart looks the same before and after, and after going back', async ({
  editPane,
  page,
  temporaryDashboards,
}) => {
  const uid = 'switching-look';
  await temporaryDashboards.add(
    dashboardOf(uid, [
      {
        type: 'timeseries',
        options: {
          legend: { calcs: ['min', 'max'], displayMode: 'table', placement: 'bottom', showLegend: true },
          tooltip: { mode: 'multi', sort: 'desc' },
        },
        fieldConfig: {
          defaults: {
            unit: 'percent',
            decimals: 1,
            color: { mode: 'fixed', fixedColor: 'purple' },
            custom: { axisPlacement: 'right', lineWidth: 3 },
          },
          overrides: [
            { matcher: { id: 'byName', options: 'south' }, properties: [{ id: 'displayName', value: 'The South' }] },
          ],
        },
        targets: [seriesQuery('A', { north: FALLING, south: RISING })],
      },
    ])
  );
  const editor = await editPane.open(uid, 1);
  const before = await lookOf(page);
  expect(before.legend.join(' ')).toContain('The South');
  expect(before.valueAxis).toBe('right');

  await editor.setVisualization(PROTOCOL);
  await expect(editPane.panel.cards).toHaveCount(2);
  expect(await lookOf(page)).toEqual(before);

  await editor.setVisualization(TIME_SERIES);
  await expect(editPane.panel.cards).toHaveCount(0);
  expect(await lookOf(page)).toEqual(before);
});

test('a stat panel is taken over, and shows its figure beside the rules', async ({ editPane, temporaryDashboards }) => {
  const uid = 'switching-stat';
  await temporaryDashboards.add(
    dashboardOf(uid, [
      {
        type: 'stat',
        options: { textMode: 'value_and_name', reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } },
        fieldConfig: { defaults: { unit: 'percent' }, overrides: [] },
        targets: [seriesQuery('A', { north: RISING })],
      },
    ])
  );
  const editor = await editPane.open(uid, 1);
  await expect(editPane.panel.root).toContainText('79%');
  await editor.setVisualization(PROTOCOL);
  await expect(editPane.panel.card('north').root).toContainText('79%');
  await expect(editPane.panel.root.getByText('79%')).toHaveCount(2);
});

/** What of a chart can be told from outside of its picture. */
async function lookOf(page: Page) {
  const chart = new HostChart(page.locator('.uplot').first());
  await expect(chart.plot).toBeVisible();
  const legend = page.getByRole('table').getByRole('row');
  await expect(legend).toHaveCount(3);
  return {
    legend: await legend.allInnerTexts(),
    colors: await page
      .getByTestId('series-icon')
      .evaluateAll((icons) => icons.map((icon) => getComputedStyle(icon).background)),
    valueAxis: await chart.valueAxisSide(),
  };
}
