import { NOW } from './clock';
import { expect, LONG, test } from './fixtures';
import type { PanelJson } from './panels';
import { dashboardOf, seriesQuery } from './panels';
import { MINUTE } from '../src/time/units';

const TIMES = Array.from({ length: 24 }, (_, row) => NOW - (23 - row) * 5 * MINUTE);

const AGREED = { owner: 'Ana', action: 'Look', automation: 'none' };

/** A query for frames as they are. */
const framesQuery = (...frames: object[]) => ({
  refId: 'A',
  datasource: { type: 'grafana-testdata-datasource', uid: 'testdata' },
  scenarioId: 'raw_frame',
  rawFrameContent: JSON.stringify(frames),
});

function frame(
  name: string,
  type: string,
  values: unknown[],
  { times = TIMES, config = {}, ...schema }: FrameLooks = {}
) {
  const fields = [
    { name: 'time', type: 'time' },
    { name, type, config },
  ];
  return { schema: { refId: 'A', ...schema, fields }, data: { values: [times, values] } };
}

interface FrameLooks {
  times?: readonly unknown[];
  config?: object;
  meta?: object;
  refId?: string;
}

const panelOf = (defaults: object, target: unknown): Partial<PanelJson> => ({
  type: 'protocolops-protocol-panel',
  options: { chart: {} },
  fieldConfig: { defaults, overrides: [] },
  targets: [target],
});

const PERCENT = {
  mode: 'percentage',
  steps: [
    { value: null, color: 'green' },
    { value: 60, color: 'red' },
  ],
};

test('percentages are judged by a range, and without one they ask for it', async ({
  dashboard,
  temporaryDashboards,
}) => {
  const load = seriesQuery('A', { Load: TIMES.map((_, row) => 1000 + 10 * row) });
  const styled = { rule: AGREED, thresholdsStyle: { mode: 'line' } };
  await temporaryDashboards.add(
    dashboardOf('percentages', [
      panelOf({ thresholds: PERCENT, custom: styled }, load),
      panelOf({ thresholds: PERCENT, custom: { ...styled, axisSoftMin: 0, axisSoftMax: 5000 } }, load),
      panelOf({ thresholds: PERCENT, min: 0, max: 1500, custom: styled }, load),
    ])
  );
  const asking = (await dashboard.openPanel('percentages', 1)).card('Load');
  await expect(asking.badge).toHaveAttribute('data-state', 'unknown');
  await expect(asking.root).toContainText('Critical: unclear. Percent of what? Set min and max.');

  const soft = (await dashboard.openPanel('percentages', 2)).card('Load');
  await expect(soft.badge).toHaveAttribute('data-state', 'normal');
  await soft.open();
  await expect(soft.answer('Act when')).toContainText('at or above 3000');

  const hard = (await dashboard.openPanel('percentages', 3)).card('Load');
  await expect(hard.badge).toHaveAttribute('data-state', 'critical');
});

test('a boolean is 0 and 1, and an enum keeps its chart', async ({ dashboard, temporaryDashboards }) => {
  const up = TIMES.map((_, row) => row < 12);
  const text = ['idle', 'busy', 'stuck'];
  const states = TIMES.map((_, row) => row % 3);
  await temporaryDashboards.add(
    dashboardOf('switches', [
      panelOf({ custom: { rule: { ...AGREED, operator: '<', critical: 1 } } }, framesQuery(frame('Up', 'boolean', up))),
      panelOf({}, framesQuery(frame('State', 'enum', states, { config: { type: { enum: { text } } } }))),
    ])
  );
  const boolean = await dashboard.openPanel('switches', 1);
  await expect(boolean.card('Up').badge).toHaveAttribute('data-state', 'critical');
  await expect(boolean.chart().plot).toBeVisible();
  await expect(boolean.chart().marks.first()).toBeVisible();

  await dashboard.openPanel('switches', 2);
  const enumerated = dashboard.panel('Panel 2');
  await expect(enumerated.chart().plot).toBeVisible();
  await expect(enumerated.root).toContainText('No rule can work here');
  await expect(enumerated.cards).toHaveCount(0);
});

test(
  'the other period of a time comparison is drawn and has no card',
  { tag: LONG },
  async ({ dashboard, temporaryDashboards }) => {
    const of = (value: number) => TIMES.map(() => value);
    const compared = { timeCompare: { isTimeShiftQuery: true, diffMs: -86_400_000 } };
    const config = { displayName: 'Day before' };
    await temporaryDashboards.add(
      dashboardOf('comparison', [
        panelOf(
          { custom: { rule: { ...AGREED, operator: '>', critical: 100 } } },
          framesQuery(
            frame('Load', 'number', of(50)),
            frame('Load', 'number', of(150), { refId: 'A-compare', meta: compared, config })
          )
        ),
      ])
    );
    const panel = await dashboard.openPanel('comparison', 1);
    await expect(panel.card('Load').badge).toHaveAttribute('data-state', 'normal');
    await expect(panel.cards).toHaveCount(1);
    await expect(panel.root).toContainText('Day before');
    await expect(panel.chart().marks).toHaveCount(0);
  }
);

test(
  'rows draw what is beside a metric and has no row of its own',
  { tag: LONG },
  async ({ dashboard, temporaryDashboards }) => {
    const of = (value: number) => TIMES.map(() => value);
    const compared = { timeCompare: { isTimeShiftQuery: true, diffMs: -86_400_000 } };
    const text = ['idle', 'busy', 'stuck'];
    const legend = { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] };
    await temporaryDashboards.add(
      dashboardOf('comparison-rows', [
        {
          ...panelOf(
            { custom: { rule: { ...AGREED, operator: '>', critical: 100 } } },
            framesQuery(
              frame('Load', 'number', of(50)),
              frame('Load', 'number', of(150), {
                refId: 'A-compare',
                meta: compared,
                config: { displayName: 'Day before' },
              }),
              frame('State', 'enum', of(1), { refId: 'B', config: { type: { enum: { text } } } })
            )
          ),
          options: { layout: 'rows', chart: { legend, tooltip: { mode: 'single' } } },
        },
      ])
    );
    const panel = await dashboard.openPanel('comparison-rows', 1);
    await expect(panel.charts).toHaveCount(1);
    for (const name of ['Load', 'Day before (comparison)', 'State']) {
      await expect(panel.root.getByTestId(`data-testid VizLegend series ${name}`)).toBeVisible();
    }
    await expect(panel.cards).toHaveCount(1);
    await expect(panel.card('Load').badge).toHaveAttribute('data-state', 'normal');
  }
);

test('times as text are read, and rows of several series are not judged', async ({
  dashboard,
  temporaryDashboards,
}) => {
  const defaults = { custom: { rule: { ...AGREED, operator: '>', critical: 100 } } };
  const times = TIMES.map((time) => new Date(time).toISOString());
  const load = TIMES.map((_, row) => (row < 12 ? 50 : 150));
  const rows = TIMES.flatMap((time, row) => [
    [time, 'north', 150],
    [time, 'south', row],
  ]);
  const long = {
    schema: {
      refId: 'A',
      fields: [
        { name: 'time', type: 'time' },
        { name: 'place', type: 'string' },
        { name: 'Load', type: 'number' },
      ],
    },
    data: { values: [0, 1, 2].map((column) => rows.map((row) => row[column])) },
  };
  await temporaryDashboards.add(
    dashboardOf('rows', [
      panelOf(defaults, framesQuery(frame('Load', 'number', load, { times }))),
      panelOf(defaults, framesQuery(long)),
    ])
  );
  const read = await dashboard.openPanel('rows', 1);
  await expect(read.card('Load').badge).toHaveAttribute('data-state', 'critical');
  await expect(read.card('Load').root).toContainText('for 55 min');

  const several = (await dashboard.openPanel('rows', 2)).card('Load');
  await expect(several.badge).toHaveAttribute('data-state', 'unknown');
  await expect(several.root).toContainText('"Prepare time series" or "Partition by values"');
});
