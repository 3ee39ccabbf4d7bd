import type { Page } from '@playwright/test';

import type { DemoAlerting, DemoAlertRule } from '../demo/server/alerting';
import { NOW } from './clock';
import { expect, LOCAL_HOST_ALONE, ON_GRAFANA, test } from './fixtures';
import type { PanelJson } from './panels';
import { dashboardOf, seriesQuery } from './panels';
import { HOUR, MINUTE } from '../src/time/units';

// A real Grafana evaluates its rules by itself.
test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);

const RULE = { operator: '>', critical: 80, owner: 'Ops', action: 'Look', automation: 'The queue is closed' };
const BUSY = [...Array<number>(48).fill(40), ...Array<number>(24).fill(90)];
const CALM = Array<number>(72).fill(40);

/** A dashboard of one test; each of its panels has a metric of the given values and a rule, or none. */
function dashboardWith(uid: string, panels: Array<{ name: string; values: number[]; rule?: object }>) {
  const json = dashboardOf(
    uid,
    panels.map(({ name, values, rule }): Partial<PanelJson> => ({
      type: 'protocolops-protocol-panel',
      title: name,
      options: { layout: 'list', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
      fieldConfig: { defaults: { custom: rule ? { rule } : {} }, overrides: [] },
      targets: [seriesQuery('A', { [name]: values })],
    }))
  );
  // All of them are seen at once: what is not in view asks for nothing.
  const places = json.panels.map((panel, place) => ({
    ...(panel as PanelJson),
    gridPos: { x: 12 * (place % 2), y: 8 * Math.floor(place / 2), w: 12, h: 8 },
  }));
  return { ...json, panels: places };
}

/** An alert rule that asks what a panel of the dashboard asks, above 80 like its rule. */
function alertRule(
  uid: string,
  panelId: number,
  query: unknown,
  overrides: Partial<DemoAlertRule> = {}
): DemoAlertRule {
  return {
    uid: `${uid}-${panelId}`,
    title: `Alert ${panelId}`,
    folder: 'Ops',
    group: 'ops',
    intervalSeconds: 60,
    data: [
      { refId: 'A', datasourceUid: 'testdata', model: query },
      { refId: 'B', datasourceUid: '__expr__', model: { type: 'reduce', reducer: 'last', expression: 'A' } },
      {
        refId: 'C',
        datasourceUid: '__expr__',
        model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'gt', params: [80] } }] },
      },
    ],
    condition: 'C',
    for: '0s',
    keepFiringFor: '0s',
    noDataState: 'NoData',
    labels: { severity: 'critical', owner: 'Ops' },
    annotations: { __dashboardUid__: uid, __panelId__: String(panelId), automation: 'The queue is closed' },
    isPaused: false,
    evaluatedAt: NOW,
    instances: [],
    ...overrides,
  };
}

async function say(page: Page, uid: string, said: Partial<DemoAlerting>): Promise<void> {
  await page.request.post('/api/demo/alerting', { data: { [uid]: said } });
}

/** What a page asks of engines. */
function engineRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/(alertmanager|ruler|prometheus)\//.test(pathname)) {
      asked.push(pathname);
    }
  });
  return asked;
}

test('a card says what the engine says beside what it says itself', async ({ page, temporaryDashboards }) => {
  const uid = `engine-${test.info().testId.slice(-12)}`;
  const panels = [
    { name: 'Same', values: BUSY, rule: RULE },
    { name: 'Other', values: BUSY, rule: { ...RULE, owner: 'Sales', for: '1m' } },
    { name: 'Taken over', values: CALM },
    { name: 'Nobody', values: BUSY, rule: RULE },
  ];
  const json = dashboardWith(uid, panels);
  const [same, other, taken] = (json.panels as PanelJson[]).map(({ targets }) => targets[0]);
  const since = NOW - 2 * HOUR;
  const firing = { labels: {}, state: 'Alerting', activeAt: since, receivers: ['pager'] };
  const rules = [
    alertRule(uid, 1, same, { instances: [{ ...firing, silencedBy: ['s1'] }] }),
    alertRule(uid, 2, other, { for: '10m' }),
    alertRule(uid, 3, taken, {
      for: '5m',
      annotations: {
        __dashboardUid__: uid,
        __panelId__: '3',
        action: 'Call them',
        runbook_url: 'https://wiki.example.com/r',
      },
      instances: [{ labels: {}, state: 'Pending', activeAt: NOW - MINUTE }],
    }),
  ];
  const silence = { id: 's1', createdBy: 'ana', comment: 'Moving house', endsAt: NOW + HOUR };
  await say(page, uid, { rules, silences: [silence], failures: { pager: 'no such host' } });
  await temporaryDashboards.add(json);
  const asked = engineRequests(page);
  await page.goto(`/d/${uid}`);
  const card = (name: string) => page.getByRole('article', { name, exact: true });

  const engine = card('Same').getByRole('region', { name: 'What the engine says of Same' });
  await expect(engine).toContainText(/Grafana Alerting: firing since .*\d\d:\d\d/);
  await expect(engine).toContainText('routed to pager');
  await expect(engine).toContainText(/Silenced by ana until (today|tomorrow) \d\d:\d\d: “Moving house”/);
  await expect(engine).toContainText('The last notification of pager failed (email): no such host');
  await expect(engine.getByRole('link', { name: 'Alert rule' })).toHaveAttribute(
    'href',
    `/alerting/grafana/${uid}-1/view`
  );
  await expect(engine.getByRole('link', { name: 'History' })).toHaveAttribute('href', /view\?tab=history$/);
  await expect(engine.getByRole('link', { name: 'Silence' })).toHaveAttribute(
    'href',
    /__alert_rule_uid__%3Dengine-.*-1/
  );
  await expect(card('Same').locator('dl')).toContainText('Ops (checked with the engine)');
  await expect(card('Same').locator('dl')).toContainText('The queue is closed (checked with the engine)');

  await expect(card('Other')).toContainText(
    'The panel acts above 80 for 1 min; alert rule “Alert 2” fires above 80 for 10 min.'
  );
  await expect(card('Other')).toContainText('Owner: the panel names Sales, the alert rule Ops.');
  await expect(card('Other')).toContainText(
    'Panel and engine disagree: the panel says in breach, the engine normal. They go by different rules.'
  );

  await expect(card('Taken over')).toContainText('Act above 80 for 5 min: Ops');
  await expect(card('Taken over')).toContainText('Grafana Alerting: pending, fires at');
  await expect(card('Nobody')).toContainText('No alert rule is linked: the panel itself alerts nobody.');

  expect(asked.length).toBeLessThanOrEqual(5);
  expect(asked.filter((path) => path.startsWith('/api/ruler'))).toHaveLength(1);

  // What the engine says next is on the card without a refresh, at no more than ten questions a minute.
  const calm = { ...rules[0], instances: [] };
  await say(page, uid, { rules: [calm, ...rules.slice(1)] });
  await page.clock.runFor(2 * MINUTE);
  await expect(card('Same')).toContainText('Panel and engine disagree: the panel says in breach, the engine normal.');
  expect(asked.length).toBeLessThanOrEqual(30);
});

test('a rule is taken over from its alert rule, and others are found by what they ask', async ({
  editPane,
  page,
  temporaryDashboards,
}) => {
  const uid = `engine-${test.info().testId.slice(-12)}`;
  const json = dashboardWith(uid, [{ name: 'Taken over', values: CALM }]);
  const [query] = (json.panels as PanelJson[])[0].targets;
  const unlinked = {
    ...alertRule(uid, 1, query),
    uid: `${uid}-free`,
    title: `Free of ${uid}`,
    labels: { owner: 'Night shift' },
    annotations: {},
  };
  await say(page, uid, { rules: [alertRule(uid, 1, query, { for: '5m' }), unlinked] });
  await temporaryDashboards.add(json);
  await editPane.open(uid, 1);
  const form = await editPane.defaultRule();
  await expect(editPane.panel.card('Taken over').root).toContainText('Act above 80 for 5 min: Ops');

  await form.button('Find alert rules that ask what this panel asks').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem').filter({ hasText: uid })).toContainText(`Free of ${uid}`);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await form.button('Take over from the alert rule').click();
  await expect(form.field('Who')).toHaveValue('Ops');
  const { fieldConfig } = await editPane.panelJson();
  expect(fieldConfig).toMatchObject({
    defaults: {
      custom: { rule: { operator: '>', critical: 80, for: '5m', owner: 'Ops', automation: 'The queue is closed' } },
    },
  });
  await expect(form.button('Take over from the alert rule')).toHaveCount(0);
});
