import { expect, LONG, test } from './fixtures';
import type { PanelJson } from './panels';
import { dashboardOf, seriesQuery } from './panels';

const RISING = Array.from({ length: 24 }, (_, index) => 20 + index);
const FALLING = RISING.map((value) => 100 - value);

/** A panel of two queries, with the layout that is there when nobody chose one. */
function panelOf(defaults: object, overrides: unknown[] = []): Partial<PanelJson> {
  return {
    type: 'protocolops-protocol-panel',
    fieldConfig: { defaults, overrides },
    options: { chart: {} },
    targets: [seriesQuery('A', { user: RISING }), seriesQuery('B', { idle: FALLING })],
  };
}

const forField = (name: string, properties: Record<string, unknown>) => ({
  matcher: { id: 'byName', options: name },
  properties: Object.entries(properties).map(([id, value]) => ({ id, value })),
});

const TWO_UNITS = [forField('user', { unit: 'ms' }), forField('idle', { unit: 'percent' })];

const PANELS: Array<[what: string, charts: number, panel: Partial<PanelJson>]> = [
  ['a percent stack', 1, panelOf({ unit: 'percent', custom: { stacking: { mode: 'percent', group: 'A' } } })],
  ['a band', 1, panelOf({}, [...TWO_UNITS, forField('idle', { 'custom.fillBelowTo': 'user' })])],
  ['bars side by side', 1, panelOf({ custom: { drawStyle: 'bars' } }, TWO_UNITS)],
  ['one unit', 1, panelOf({ unit: 'percent' })],
  ['two units and nothing in common', 2, panelOf({}, TWO_UNITS)],
];

for (const [place, [what, charts, panel]] of PANELS.entries()) {
  const tag = what.endsWith('units and nothing in common') || what === 'one unit' ? [] : [LONG];
  test(
    `${what}: ${charts === 1 ? 'one chart' : 'a chart a metric'}`,
    { tag },
    async ({ dashboard, temporaryDashboards }) => {
      const uid = `one-chart-${place}`;
      await temporaryDashboards.add(dashboardOf(uid, [panel]));
      const shown = await dashboard.openPanel(uid, 1);
      await expect(shown.cards).toHaveCount(2);
      await expect(shown.charts).toHaveCount(charts);
    }
  );
}

test('switching a panel never takes its chart apart', async ({ editPane, temporaryDashboards }) => {
  const uid = 'one-chart-switched';
  const panel = panelOf({}, TWO_UNITS);
  await temporaryDashboards.add(dashboardOf(uid, [{ ...panel, type: 'timeseries', options: {} }]));
  const editor = await editPane.open(uid, 1);
  await editor.setVisualization('Protocol');
  await expect(editPane.panel.cards).toHaveCount(2);
  await expect(editPane.panel.charts).toHaveCount(1);
});
