import type { Page, Request, Route, TestInfo } from '@playwright/test';

import { NOW } from './clock';
import { expect, FAILS_ON_PURPOSE, LONG, test, TIME } from './fixtures';
import type { DashboardPage } from './pages/dashboard';
import type { ProtocolPanel } from './pages/protocolPanel';
import type { PanelJson } from './panels';
import { dashboardOf } from './panels';
import type { TemporaryDashboards } from './temporaryDashboards';
import { DAY, HOUR, MINUTE } from '../src/time/units';

const JUDGED_ON = /States are of now.* from the last 1 d in 1 min steps\./i;
const IN_THE_PAST = 'States are of now, the charts show another time.';

test(
  'a state is the same at every zoom, and says that it is today’s',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards }) => {
    const onset = minuteAgo(3 * HOUR);
    const panel = await openPanel(dashboard, temporaryDashboards, { targets: [wave(onset, 4 * HOUR)] });
    const card = panel.card('Load');
    const isFiringNow = async () => {
      await expect(card.badge).toHaveText('Critical');
      await expect(card.root).toContainText(new RegExp(`since (yesterday )?${clockOf(onset + 30 * MINUTE)}`));
      await expect(card.root).toContainText(/for 2 h 3\d min/);
      await expect(panel.root).toContainText(JUDGED_ON);
    };
    await isFiringNow();
    await expect(panel.root).not.toContainText(IN_THE_PAST);
    await expect(panel.chart().marks).toHaveCount(1);

    const march = Date.UTC(new Date(NOW).getUTCFullYear() - 1, 2, 3, new Date(onset).getUTCHours());
    const zooms: Array<[from: number, to: number]> = [
      [NOW - 2 * HOUR, NOW - 2 * HOUR + MINUTE],
      [NOW - 365 * DAY, NOW - DAY],
      // The hours before the load rises, when nothing fires.
      [march - 8 * HOUR, march - 2 * HOUR],
    ];
    for (const [from, to] of zooms) {
      await dashboard.grafana.timeRange.set({ from: textOf(from), to: textOf(to) });
      await expect(panel.root).toContainText(IN_THE_PAST);
      await isFiringNow();
    }
    await expect(panel.chart().marks).toHaveCount(0);
  }
);

test(
  'what has nothing in the time shown is judged all the same',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards, page }) => {
    await page.route(QUERIES, (route) =>
      isJudged(route.request()) ? route.fallback() : route.fulfill({ json: { results: { A: { frames: [] } } } })
    );
    const panel = await openPanel(dashboard, temporaryDashboards, { targets: [wave(minuteAgo(3 * HOUR), 4 * HOUR)] });
    await expect(panel.card('Load').badge).toHaveText('Critical');
    await expect(panel.root).toContainText('Nothing in the time shown.');
    await expect(panel.charts).toHaveCount(0);
  }
);

test(
  'nothing is judged until the look-back is there',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards, page }) => {
    const held: Route[] = [];
    let isHolding = true;
    await page.route(QUERIES, async (route) => {
      if (isHolding && isJudged(route.request())) {
        held.push(route);
      } else {
        await route.fallback();
      }
    });
    const panel = await openPanel(dashboard, temporaryDashboards, { targets: [wave(minuteAgo(3 * HOUR), 4 * HOUR)] });
    const card = panel.card('Load');
    await expect(card.badge).toHaveText('Unclear');
    await expect(card.root).toContainText('The data of the look-back is under way.');
    await expect(panel.root).toContainText('Asking for the last 1 d in 1 min steps');
    await expect(panel.chart().marks).toHaveCount(1);
    isHolding = false;
    await Promise.all(held.map((route) => route.continue()));
    await expect(card.badge).toHaveText('Critical');
  }
);

test(
  'the panel asks once a step, and in a hidden tab never',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards, page }) => {
    // Grafana would renew the session that all tests share, because it thinks that hours have passed.
    await page.route('**/api/user/auth-tokens/rotate', (route) => route.fulfill({ json: {} }));
    const asked = judgedRequests(page);
    const panel = await openPanel(dashboard, temporaryDashboards, {
      targets: [wave(minuteAgo(3 * HOUR), 4 * HOUR)],
      options: { judgeOn: 'fixed', lookBack: '1d', step: '10m' },
    });
    const card = panel.card('Load');
    await expect(card.badge).toHaveText('Critical');
    expect(asked).toHaveLength(1);

    for (const hours of [1, 2, 3]) {
      await dashboard.grafana.timeRange.set({ from: textOf(NOW - hours * HOUR), to: textOf(NOW) });
      await expect(panel.root).toContainText(IN_THE_PAST);
    }
    await dashboard.grafana.refreshDashboard();
    expect(asked).toHaveLength(1);

    await page.clock.fastForward(10 * MINUTE);
    await expect.poll(() => asked.length).toBe(2);

    await setVisibility(page, 'hidden');
    await page.clock.fastForward(HOUR);
    await dashboard.grafana.refreshDashboard();
    expect(asked).toHaveLength(2);
    await setVisibility(page, 'visible');
    await expect.poll(() => asked.length).toBe(3);
  }
);

test(
  'another value of a variable is asked for at once',
  { tag: TIME },
  async ({ dashboard, temporaryDashboards, page }) => {
    const asked = judgedRequests(page);
    const now = minuteAgo(0);
    const rows = Array.from({ length: 120 }, (_, ago) => `${new Date(now - (119 - ago) * MINUTE).toISOString()},$load`);
    const panel = panelJson({
      targets: [{ ...TESTDATA, scenarioId: 'csv_content', csvContent: ['Time,Load', ...rows].join('\n') }],
    });
    const options = ['10', '90'].map((value) => ({ text: value, value, selected: value === '10' }));
    await temporaryDashboards.add({
      ...dashboardOf(uidOf(test.info()), [panel]),
      templating: { list: [{ type: 'custom', name: 'load', query: '10,90', current: options[0], options }] },
    });
    await dashboard.open(uidOf(test.info()));
    const card = dashboard.panel('Judged').card('Load');
    await expect(card.badge).toHaveText('OK');
    await page.getByTestId('data-testid template variable').getByRole('combobox').click();
    await page.getByRole('option', { name: '90' }).click();
    await expect(card.badge).toHaveText('Critical');
    expect(asked).toHaveLength(2);
  }
);

test.describe('where the look-back can’t be asked for', () => {
  test.use({ expectedConsole: FAILS_ON_PURPOSE });

  test('its failure is the panel’s', { tag: TIME }, async ({ dashboard, temporaryDashboards, page }) => {
    await page.route(QUERIES, (route) =>
      isJudged(route.request())
        ? route.fulfill({ status: 500, json: { message: 'The past is closed today' } })
        : route.fallback()
    );
    const panel = await openPanel(dashboard, temporaryDashboards, { targets: [wave(minuteAgo(3 * HOUR), 4 * HOUR)] });
    await expect(panel.card('Load').badge).toHaveText('Error');
    await expect(panel.root.getByRole('alert')).toContainText('The past is closed today');
    await expect(panel.charts).toHaveCount(1);
  });
});

const CANNOT: Array<{ what: string; panel: Partial<PanelJson>; says: string }> = [
  {
    what: 'a transformation renames',
    panel: { transformations: [{ id: 'organize', options: { renameByName: { Load: 'Named anew' } } }] },
    says: 'transformations rename or compute the metrics',
  },
  {
    what: 'it shows another panel’s data',
    panel: {
      datasource: { type: 'datasource', uid: '-- Dashboard --' },
      targets: [{ refId: 'A', panelId: 1, datasource: { type: 'datasource', uid: '-- Dashboard --' } }],
    },
    says: 'these are the data of another panel',
  },
  {
    what: 'its step is no duration',
    panel: { options: { judgeOn: 'fixed', lookBack: '1d', step: 'now and then' } },
    says: 'the panel option “Step” has to be a length of time from 5s up to the look-back',
  },
];

for (const [place, { what, panel: json, says }] of CANNOT.entries()) {
  test(
    `a panel judges the view and says so where ${what}`,
    { tag: place === 0 ? [TIME] : [TIME, LONG] },
    async ({ dashboard, temporaryDashboards, page }) => {
      const asked = judgedRequests(page);
      const source = panelJson({ title: 'Source', options: {}, targets: [wave(minuteAgo(3 * HOUR), 4 * HOUR)] });
      await temporaryDashboards.add(
        dashboardOf(uidOf(test.info()), [source, panelJson({ targets: source.targets, title: 'Asking', ...json })])
      );
      await dashboard.open(uidOf(test.info()), past(minuteAgo(30 * HOUR)));
      const panel = dashboard.panel('Asking');
      await panel.ready();
      await expect(panel.root).toContainText('State from the time shown');
      await expect(panel.root).toContainText(says);
      await expect(panel.firstCard.root).toContainText(/at \d+ \w+/);
      expect(asked).toHaveLength(0);
    }
  );
}

test(
  'a transformation that only drops series is no obstacle',
  { tag: [TIME, LONG] },
  async ({ dashboard, temporaryDashboards }) => {
    const onset = minuteAgo(3 * HOUR);
    const panel = await openPanel(dashboard, temporaryDashboards, {
      targets: [wave(onset, 4 * HOUR), wave(onset, 4 * HOUR, 'B', 'Dropped')],
      transformations: [{ id: 'filterByRefId', options: { include: 'A' } }],
    });
    await expect(panel.card('Load').badge).toHaveText('Critical');
    await expect(panel.root).toContainText(JUDGED_ON);
    await expect(panel.cards).toHaveCount(1);
  }
);

test.describe('where the range is over', () => {
  const YESTERDAY = { from: 'now-1d/d', to: 'now-1d/d' };
  const IS_OVER = 'This range is over: states are those of its end, not of now.';
  const offer = (panel: ProtocolPanel) => panel.root.getByRole('button', { name: 'State from the last 1 d' });

  /** A panel that shows yesterday, and whose load is high now. */
  async function yesterday(dashboard: DashboardPage, dashboards: TemporaryDashboards, json: Partial<PanelJson> = {}) {
    const panel = panelJson({ targets: [wave(minuteAgo(3 * HOUR), 4 * HOUR)], options: {}, ...json });
    await dashboards.add(dashboardOf(uidOf(test.info()), [panel]));
    await dashboard.open(uidOf(test.info()), YESTERDAY);
    return dashboard.panel('Judged');
  }

  test(
    'one click judges a look-back, and says that it is to be saved',
    { tag: TIME },
    async ({ dashboard, temporaryDashboards, page }) => {
      const panel = await yesterday(dashboard, temporaryDashboards);
      await expect(panel.root).toContainText(IS_OVER);
      await expect(panel.root).not.toContainText(IN_THE_PAST);
      await offer(panel).focus();
      await page.keyboard.press('Enter');
      await expect(panel.card('Load').badge).toHaveText('Critical');
      await expect(panel.root).toContainText(IN_THE_PAST);
      await expect(panel.root.getByRole('status').filter({ hasText: 'Save the dashboard' })).toBeVisible();
      await expect(panel.root).not.toContainText(IS_OVER);

      await page.keyboard.press('Enter');
      await expect(panel.root).toContainText(IS_OVER);
      await expect(panel.root).not.toContainText(IN_THE_PAST);
    }
  );

  test('the panel editor shows what was set', { tag: TIME }, async ({ dashboard, temporaryDashboards, page }) => {
    await yesterday(dashboard, temporaryDashboards);
    await dashboard.open(uidOf(test.info()), { ...YESTERDAY, editPanel: '1' });
    const panel = dashboard.panel('Judged');
    await offer(panel).click();
    await expect(panel.card('Load').badge).toHaveText('Critical');
    await expect(page.getByRole('radio', { name: 'A fixed look-back' })).toBeChecked();
  });

  test(
    'nothing is offered where a look-back can’t be had',
    { tag: [TIME, LONG] },
    async ({ dashboard, temporaryDashboards }) => {
      const panel = await yesterday(dashboard, temporaryDashboards, CANNOT[0].panel);
      await panel.ready();
      await expect(panel.root).not.toContainText(IS_OVER);
    }
  );

  test(
    'who may not edit is told to choose another range, and offered nothing',
    { tag: TIME },
    async ({ dashboard, temporaryDashboards }) => {
      await yesterday(dashboard, temporaryDashboards);
      await dashboard.open(uidOf(test.info()), { ...YESTERDAY, kiosk: '1' });
      const panel = dashboard.panel('Judged');
      await panel.ready();
      await expect(panel.root).toContainText('choose a range up to now');
      await expect(offer(panel)).toHaveCount(0);
    }
  );
});

const TESTDATA = { refId: 'A', datasource: { type: 'grafana-testdata-datasource', uid: 'testdata' } };

const QUERIES = /\/api\/ds\/query/;

/** Whether a request is the panel's own: it asks for a day, which no range of these dashboards is long. */
function isJudged(request: Request): boolean {
  const { from, to } = request.postDataJSON() as { from: string; to: string };
  return Number(to) - Number(from) === DAY;
}

function judgedRequests(page: Page): Request[] {
  const asked: Request[] = [];
  page.on('request', (request) => {
    if (QUERIES.test(request.url()) && isJudged(request)) {
      asked.push(request);
    }
  });
  return asked;
}

async function setVisibility(page: Page, state: DocumentVisibilityState) {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

/** The dashboard of a test: what runs beside it on the same Grafana has another. */
function uidOf({ testId }: TestInfo): string {
  return `judge-on-${testId.slice(-12)}`;
}

/** A panel of one wave, with a rule, that judges on the last day. */
async function openPanel(dashboard: DashboardPage, dashboards: TemporaryDashboards, panel: Partial<PanelJson>) {
  await dashboards.add(dashboardOf(uidOf(test.info()), [panelJson(panel)]));
  await dashboard.open(uidOf(test.info()));
  return dashboard.panel('Judged');
}

function panelJson(panel: Partial<PanelJson>): Partial<PanelJson> & { targets: unknown[] } {
  return {
    type: 'protocolops-protocol-panel',
    title: 'Judged',
    fieldConfig: {
      defaults: { custom: { rule: { operator: '>', critical: 80, for: '30m', owner: 'A team', action: 'Look' } } },
      overrides: [],
    },
    targets: [],
    ...panel,
    options: {
      layout: 'rows',
      chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } },
      ...(panel.options ?? { judgeOn: 'fixed', lookBack: '1d', step: '1m' }),
    },
  };
}

/** A query for values that depend on the time of day alone: high for a while from a moment on, each day. */
function wave(onset: number, lengthMs: number, refId = 'A', name = 'Load') {
  const high = (onset % DAY) / MINUTE;
  const isHigh = (minute: number) => (minute - high + 1440) % 1440 < lengthMs / MINUTE;
  const valuesCSV = Array.from({ length: 1440 }, (_, minute) => (isHigh(minute) ? 90 : 10)).join(',');
  return {
    ...TESTDATA,
    refId,
    scenarioId: 'predictable_csv_wave',
    csvWave: [{ timeStep: 60, valuesCSV, name }],
  };
}

/** An hour that ends at a moment. */
function past(to: number): Record<string, string> {
  return { from: String(to - HOUR), to: String(to) };
}

function minuteAgo(ms: number): number {
  return Math.floor((NOW - ms) / MINUTE) * MINUTE;
}

function clockOf(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

function textOf(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
