import type { PluginOptions } from '@grafana/plugin-e2e';
import type { BrowserContext, Page } from '@playwright/test';

import { NOW, startClock } from './clock';
import { expect, LOCAL_HOST_ALONE, LONG, ON_GRAFANA, test } from './fixtures';
import { BreachList } from './pages/breachList';
import { ProtocolPanel } from './pages/protocolPanel';
import type { PanelJson } from './panels';
import { dashboardOf, seriesQuery } from './panels';
import { loggedIn } from './session';
import type { DashboardJson, TemporaryDashboards } from './temporaryDashboards';
import { identitiesOf, identityHash } from '../src/protocol/identity';
import { DAY, HOUR, MINUTE } from '../src/time/units';

const RULE = {
  operator: '>',
  critical: 80,
  owner: 'Ops',
  action: 'Look at it',
  automation: 'None',
  runbook: 'https://wiki.example.com/busy',
};

const CALM = 40;
const HIGH = 90;

const uidOf = () => `rec-${test.info().testId.slice(-12)}`;

/** Runs of values, five minutes apart: how many, and which. The last one is so many samples after now. */
const runs = (...parts: Array<[count: number, value: number]>) =>
  parts.flatMap(([count, value]) => Array<number>(count).fill(value));

/** A panel that records, judged on six hours. */
function recording(
  series: Record<string, number[]>,
  { after = 0, ...overrides }: Partial<PanelJson> & { after?: number } = {}
) {
  return {
    type: 'protocolops-protocol-panel',
    options: {
      record: true,
      lookBack: '6h',
      step: '1m',
      layout: 'list',
      chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } },
    },
    fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
    targets: [seriesQuery('A', series, after)],
    ...overrides,
  };
}

/** An ordinary annotation query on the tags of one metric: other specs record, too. */
const annotationsOf = (identity: string) => ({
  list: [
    {
      name: 'Recorded',
      datasource: { type: 'grafana', uid: '-- Grafana --' },
      enable: true,
      iconColor: 'red',
      type: 'tags',
      target: {
        type: 'tags',
        tags: ['protocol:breach', `protocol-id:${identity}`],
        matchAny: false,
        limit: 100,
        refId: 'Anno',
      },
    },
  ],
});

/** Opens the first panel of a dashboard on a page; `role` is of the local host alone. */
async function openOn(page: Page, uid: string, query = 'viewPanel=1'): Promise<ProtocolPanel> {
  await page.goto(`/d/${uid}?${query}`);
  const panel = new ProtocolPanel(page.locator('[data-testid^="data-testid Panel header "]').first());
  await panel.ready();
  return panel;
}

/** Another browser: it shares nothing with the first but the server. */
async function anotherBrowser(context: BrowserContext, dashboard: DashboardJson): Promise<Page> {
  const { baseURL, grafanaAPICredentials } = test.info().project.use as PluginOptions & { baseURL?: string };
  const session = ON_GRAFANA ? { storageState: await loggedIn(baseURL, grafanaAPICredentials) } : {};
  const other = await context.browser()?.newContext(session);
  if (!other) {
    throw new Error('no browser');
  }
  await startClock(other);
  return known(await other.newPage(), dashboard);
}

/** A page that knows the dashboard: the local host is told of it page by page. */
async function known(page: Page, dashboard: DashboardJson): Promise<Page> {
  if (!ON_GRAFANA) {
    await page.route(`**/api/dashboards/uid/${dashboard.uid}`, (route) =>
      route.fulfill({ json: { dashboard, meta: { canEdit: true, canSave: false, slug: dashboard.uid } } })
    );
  }
  return page;
}

async function add(temporaryDashboards: TemporaryDashboards, dashboard: DashboardJson): Promise<DashboardJson> {
  await temporaryDashboards.add(dashboard);
  return dashboard;
}

interface Stored {
  id: number;
  panelId: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: string[];
  data: Record<string, unknown>;
}

/** What the store has of a dashboard: the records of breaches, or all that has another tag, or any; ascending by time. */
async function stored(page: Page, uid: string, tag: string | undefined = 'protocol:breach'): Promise<Stored[]> {
  const query = new URLSearchParams({
    dashboardUID: uid,
    ...(tag && { tags: tag }),
    from: String(NOW - 30 * DAY),
    to: String(NOW + 30 * DAY),
    limit: '1000',
  });
  const found = (await (await page.request.get(`/api/annotations?${query}`)).json()) as Stored[];
  return found.sort((a, b) => a.time - b.time || a.id - b.id);
}

async function write(page: Page, annotation: object): Promise<number> {
  const reply = await page.request.post('/api/annotations', { data: annotation });
  return ((await reply.json()) as { id: number }).id;
}

/** The time goes on, minute by minute, as the panels of a page wait for it. */
async function goOn(pages: readonly Page[], minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    await Promise.all(pages.map((page) => page.clock.runFor(MINUTE)));
  }
}

/** How a page writes to the store. */
function writesOf(page: Page): string[] {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && new URL(request.url()).pathname.startsWith('/api/annotations')) {
      writes.push(request.method());
    }
  });
  return writes;
}

const identityOf = (uid: string, name: string) =>
  identityHash(identitiesOf([{ name }], { dashboardUid: uid, panelId: 1, repeat: {} })[0] ?? '');

/** What a real Grafana's own pages say when they are left early, and when two tabs of a session renew it at once. */
if (ON_GRAFANA) {
  test.use({
    expectedConsole: {
      'a page that is left while it connects': /WebSocket is closed before the connection is established/,
      'a session that another tab has renewed': /status of 401 .*\/api\/(ds\/query|user\/auth-tokens|login\/ping)/,
    },
  });
}

test.afterEach(async ({ page }) => {
  for (const { id } of await stored(page, uidOf(), '')) {
    await page.request.delete(`/api/annotations/${id}`);
  }
});

test('a breach is on the record once, whoever looks, through reloads, ranges and tabs; its end makes it a region', async ({
  page,
  context,
  temporaryDashboards,
}) => {
  test.slow();
  // It fires from an hour ago until ten minutes from now.
  const series = { Busy: runs([61, CALM], [14, HIGH], [12, CALM]), Calm: runs([87, CALM]) };
  const plain = {
    type: 'timeseries',
    options: {},
    fieldConfig: { defaults: {}, overrides: [] },
    targets: [seriesQuery('A', series, 14)],
  };
  const json = dashboardOf(uidOf(), [recording(series, { after: 14 }), plain]);
  const dashboard = await add(temporaryDashboards, {
    ...json,
    annotations: annotationsOf(identityOf(json.uid, 'Busy')),
  });
  const { uid } = dashboard;
  const tab = await known(await context.newPage(), dashboard);
  const other = await anotherBrowser(context, dashboard);
  const pages = [page, tab, other];
  const [panel] = await Promise.all(pages.map((one) => openOn(one, uid)));
  await expect.poll(async () => (await stored(page, uid)).length).toBeGreaterThanOrEqual(1);
  await goOn(pages, 2);
  await expect.poll(async () => (await stored(page, uid)).length).toBe(1);
  const [record] = await stored(page, uid);
  expect(record.tags).toEqual([
    'protocol:breach',
    `protocol-id:${identityOf(uid, 'Busy')}`,
    'protocol-severity:critical',
  ]);
  expect(record.text).toBe(
    'Critical: Busy above 80. Worst 90. Owner: Ops. Do: Look at it. Runbook: https://wiki.example.com/busy'
  );
  expect(record).toMatchObject({
    panelId: 1,
    data: { severity: 'critical', onset: record.time, firingSince: record.time },
  });
  expect(record.timeEnd).toBe(record.time);

  // Other ranges, resolutions and reloads look at the same breach.
  await openOn(page, uid, 'viewPanel=1&from=now-5m&to=now');
  await openOn(tab, uid, 'viewPanel=1&from=now-30d&to=now');
  await openOn(other, uid, 'viewPanel=1&from=now-7d&to=now-1d');
  await goOn(pages, 2);
  expect((await stored(page, uid)).map(({ id }) => id)).toEqual([record.id]);

  // The dashboard's own annotation query brings it, too; it is drawn once, and the panel says that it is recorded.
  await openOn(page, uid);
  await expect(panel.chart().marks).toHaveCount(1);
  await (await panel.chart().firstMark()).hover();
  await expect(page.getByText('Recorded as an annotation')).toBeVisible();
  await panel.card('Busy').breaches.click();
  const list = new BreachList(page);
  await expect.poll(() => list.column('Since')).toEqual([expect.stringContaining('recorded')]);
  await page.keyboard.press('Escape');

  // It ends, and its record becomes a region.
  await goOn(pages, 16);
  await expect.poll(async () => (await stored(page, uid))[0].timeEnd - record.time).toBeGreaterThan(MINUTE);
  const [ended, ...others] = await stored(page, uid);
  expect(others).toEqual([]);
  expect(ended.id).toBe(record.id);
  expect(ended.text).toMatch(/Lasted 1 h \d+ min\. Worst 90\./);
  expect(ended.data).toMatchObject({
    end: ended.timeEnd,
    durationMs: ended.timeEnd - record.time,
    worst: { value: 90 },
  });

  // A panel that knows nothing of this plugin shows it.
  await page.goto(`/d/${uid}?viewPanel=2`);
  await expect(page.getByTestId('data-testid annotation-marker')).not.toHaveCount(0);
  await other.context().close();
});

test('a browser that is killed in the middle leaves it to the other', async ({
  page,
  context,
  temporaryDashboards,
}) => {
  const series = { Busy: runs([61, CALM], [14, HIGH]) };
  const dashboard = await add(temporaryDashboards, dashboardOf(uidOf(), [recording(series)]));
  const other = await anotherBrowser(context, dashboard);
  // What it asks for is done, and it does not live to hear of it.
  const done = new Promise<void>((resolve) => {
    void other.route('**/api/annotations', async (route) => {
      if (route.request().method() !== 'POST') {
        return route.fallback();
      }
      const { id } = (await (await route.fetch()).json()) as { id: number };
      expect(id).toBeGreaterThan(0);
      resolve();
    });
  });
  await openOn(other, dashboard.uid);
  await done;
  await other.context().close();
  await openOn(page, dashboard.uid);
  await goOn([page], 3);
  expect(await stored(page, dashboard.uid)).toHaveLength(1);

  // Killed before it reached the server, nothing is there: the other writes it.
  await page.request.delete(`/api/annotations/${(await stored(page, dashboard.uid))[0].id}`);
  await goOn([page], 3);
  await expect.poll(async () => (await stored(page, dashboard.uid)).length).toBe(1);
});

test('what ended while nobody looked is offered, and written when somebody asks for it', async ({
  page,
  temporaryDashboards,
}) => {
  const series = {
    Busy: runs([20, CALM], [6, HIGH], [10, CALM], [5, HIGH], [30, CALM]),
    Orders: runs([40, CALM], [6, HIGH], [25, CALM]),
  };
  const { uid } = await add(temporaryDashboards, dashboardOf(uidOf(), [recording(series)]));
  const writes = writesOf(page);
  const panel = await openOn(page, uid);
  const offer = panel.root.getByRole('button', { name: 'Record them' });
  await expect(panel.root).toContainText(/3 breaches since \d\d:\d\d are not on the record\./);
  await goOn([page], 3);
  expect(writes).toEqual([]);
  await offer.press('Enter');
  await expect.poll(async () => (await stored(page, uid)).length).toBe(3);
  await expect(offer).toHaveCount(0);
  for (const { time, timeEnd, data } of await stored(page, uid)) {
    expect(timeEnd - time).toBe(data.durationMs);
    expect(timeEnd).toBeLessThan(NOW);
  }
  await openOn(page, uid);
  await goOn([page], 2);
  await expect(offer).toHaveCount(0);
  expect(writes).toEqual(['POST', 'POST', 'POST']);
});

test('a laptop that slept offers what ended meanwhile, and writes what fires', async ({
  page,
  temporaryDashboards,
}) => {
  // For an hour from now on, and again from two hours on.
  const series = { Busy: runs([73, CALM], [12, HIGH], [12, CALM], [24, HIGH]) };
  const { uid } = await add(temporaryDashboards, dashboardOf(uidOf(), [recording(series, { after: 48 })]));
  const panel = await openOn(page, uid);
  await goOn([page], 2);
  await page.clock.fastForward(3 * HOUR + 10 * MINUTE);
  await goOn([page], 2);
  await expect
    .poll(async () => (await stored(page, uid)).map(({ time }) => Math.round((time - NOW) / HOUR)))
    .toEqual([2]);
  await expect(panel.root).toContainText(/1 breach since \d\d:\d\d is not on the record\./);
});

test('only the same breach is cleaned up; what corrected data no longer shows stays, and says so', async ({
  page,
  temporaryDashboards,
}) => {
  const series = { Busy: runs([61, CALM], [12, HIGH]) };
  const { uid } = await add(temporaryDashboards, dashboardOf(uidOf(), [recording(series)]));
  const identity = identityOf(uid, 'Busy');
  const tags = ['protocol:breach', `protocol-id:${identity}`, 'protocol-severity:critical'];
  const record = (from: number, end?: number, more = {}) => ({
    dashboardUID: uid,
    panelId: 1,
    time: from,
    timeEnd: end ?? from,
    text: 'written before',
    tags,
    data: { form: 1, identity, severity: 'critical', from, seenTo: end ?? from, end, ...more },
  });
  const [first, twin, corrected] = [
    await write(page, record(NOW - 50 * MINUTE)),
    await write(page, record(NOW - 50 * MINUTE)),
    await write(page, record(NOW - 4 * HOUR, NOW - 3 * HOUR)),
  ];
  const foreign = [
    await write(page, { ...record(NOW - 50 * MINUTE), tags: ['deploy'] }),
    await write(page, { ...record(NOW - 50 * MINUTE), tags: ['protocol:intervention', tags[1]] }),
    await write(page, record(NOW - 50 * MINUTE, undefined, { form: 2 })),
    await write(page, record(NOW - 50 * MINUTE, undefined, { identity: 'i1-other' })),
    await write(page, record(NOW - 50 * MINUTE, undefined, { severity: 'warning' })),
  ];
  const panel = await openOn(page, uid);
  await expect.poll(async () => (await stored(page, uid, '')).map(({ id }) => id)).not.toContain(twin);
  await goOn([page], 2);
  const left = (await stored(page, uid, '')).map(({ id }) => id).sort((a, b) => a - b);
  expect(left).toEqual([first, corrected, ...foreign]);
  await panel.card('Busy').breaches.click();
  const list = new BreachList(page);
  await expect
    .poll(() => list.column('Since'))
    .toEqual([
      expect.stringMatching(/^Warning.*A breach then; the data or the rule was corrected since/),
      expect.stringMatching(/^Critical.*recorded/),
      expect.stringMatching(/^Critical.*A breach then; the data or the rule was corrected since/),
    ]);
});

test('repeated panels keep their breaches apart, though they share panel and names', async ({
  page,
  temporaryDashboards,
}) => {
  const json = dashboardOf(uidOf(), [
    {
      ...recording({ Busy: runs([61, CALM], [12, HIGH]) }),
      repeat: 'team',
      repeatDirection: 'h',
      title: 'Of $team',
    } as Partial<PanelJson>,
  ]);
  const values = ['EMEA', 'APAC'];
  const team = {
    name: 'team',
    type: 'custom',
    query: values.join(','),
    multi: true,
    current: { text: values, value: values },
    options: values.map((value) => ({ text: value, value, selected: true })),
  };
  const { uid } = await add(temporaryDashboards, { ...json, templating: { list: [team] } });
  await page.goto(`/d/${uid}`);
  await expect.poll(async () => (await stored(page, uid)).length).toBe(2);
  await goOn([page], 2);
  const records = await stored(page, uid);
  expect(records.map(({ panelId }) => panelId)).toEqual([1, 1]);
  expect(new Set(records.map(({ tags }) => tags[1])).size).toBe(2);
});

test(
  'where a panel can’t have the look-back nothing is recorded, and it says why',
  { tag: LONG },
  async ({ page, dashboard, temporaryDashboards }) => {
    const series = { Busy: runs([61, CALM], [12, HIGH]) };
    const renamed = { id: 'organize', options: { renameByName: { Busy: 'Load' } } };
    const source = { ...recording(series), options: {} };
    const shown = recording(series, {
      datasource: { type: 'datasource', uid: '-- Dashboard --' },
      targets: [{ refId: 'A', datasource: { type: 'datasource', uid: '-- Dashboard --' }, panelId: 1 }],
    });
    const { uid } = await add(
      temporaryDashboards,
      dashboardOf(uidOf(), [source, recording(series, { transformations: [renamed] }), shown])
    );
    const writes = writesOf(page);
    await dashboard.open(uid);
    for (const [title, why] of [
      ['Panel 2', /transformations rename or compute/],
      ['Panel 3', /the data of another panel/],
    ] as const) {
      const { root } = dashboard.panel(title);
      await root.scrollIntoViewIfNeeded();
      await expect(root).toContainText('No breach is recorded: that takes the fixed look-back.');
      await expect(root).toContainText(why);
    }
    await goOn([page], 2);
    expect(writes).toEqual([]);
  }
);

test('switching it on judges the fixed look-back; while the panel is edited nothing is written', async ({
  page,
  editPane,
  temporaryDashboards,
}) => {
  const panel = recording({ Busy: runs([61, CALM], [12, HIGH]) });
  const options = { ...panel.options, record: false };
  const { uid } = await add(temporaryDashboards, dashboardOf(uidOf(), [{ ...panel, options }]));
  const writes = writesOf(page);
  await editPane.open(uid, 1);
  await editPane.panel.ready();
  const option = editPane.grafana.getCustomOptions('Protocol');
  await option.expand();
  await expect(page.getByText('State from', { exact: true })).toBeVisible();
  await option.getSwitch('Record breaches').check();
  await expect(page.getByText('State from', { exact: true })).toHaveCount(0);
  await expect(editPane.panel.root).toContainText('States are of now, from the last 6 h in 1 min steps.');
  await goOn([page], 2);
  expect(writes).toEqual([]);
});

test('the provisioned dashboard shows what it recorded in a panel that knows nothing of rules', async ({
  page,
  dashboard,
}) => {
  try {
    await dashboard.open('on-record');
    await dashboard.panel('Queues').root.getByRole('button', { name: 'Record them' }).click();
    await expect.poll(async () => (await stored(page, 'on-record')).length).toBe(4);
    await dashboard.open('on-record');
    const { root } = dashboard.panel('The same queues in a panel that knows nothing of rules');
    // Whatever else is on the record at this time is there, too.
    await expect(root.getByTestId('data-testid annotation-marker')).not.toHaveCount(0);
  } finally {
    for (const { id } of await stored(page, 'on-record')) {
      await page.request.delete(`/api/annotations/${id}`);
    }
  }
});

test.describe('on the local host', () => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  test.use({ expectedConsole: { 'the faults that are asked for': /Failed to load resource|ERR_/ } });
  const series = { Busy: runs([61, CALM], [12, HIGH]) };

  test('a viewer writes nothing, and is told once who could', async ({ page, temporaryDashboards }) => {
    const json = dashboardOf(uidOf(), [
      recording(series),
      recording({ Busy: runs([20, CALM], [6, HIGH], [47, CALM]) }),
    ]);
    const { uid } = await add(temporaryDashboards, json);
    const writes = writesOf(page);
    await openOn(page, uid, 'role=Viewer');
    await expect(page.getByText(/^Breaches are recorded by those who may write annotations/)).toHaveCount(1);
    await goOn([page], 3);
    await expect(page.getByText(/^Breaches are recorded by those who may write annotations/)).toHaveCount(1);
    await expect(page.getByText(/not on the record/)).toHaveCount(0);
    expect(writes).toEqual([]);
    expect(await stored(page, uid)).toEqual([]);
  });

  test(
    'what the alert engine wrote is a record, and none of the panel’s own is beside it',
    { tag: LONG },
    async ({ page, temporaryDashboards }) => {
      const { uid } = await add(temporaryDashboards, dashboardOf(uidOf(), [recording(series)]));
      const change = {
        dashboardUID: uid,
        panelId: 1,
        alertId: 7,
        alertName: 'Busy too long',
        newState: 'Alerting',
        time: NOW - 50 * MINUTE,
      };
      await page.request.post('/api/demo/annotations', { data: { stateChanges: [change] } });
      const writes = writesOf(page);
      const panel = await openOn(page, uid);
      await goOn([page], 3);
      expect(writes).toEqual([]);
      await panel.card('Busy').breaches.click();
      await expect
        .poll(() => new BreachList(page).column('Since'))
        .toEqual([expect.stringContaining('recorded by the alert engine: Busy too long')]);
    }
  );

  test('what fails is tried again, says why meanwhile, and is there once', async ({ page, temporaryDashboards }) => {
    const { uid } = await add(temporaryDashboards, dashboardOf(uidOf(), [recording(series)]));
    const faults = [
      { method: 'POST', status: 503, message: 'Away', dashboardUID: uid },
      { method: 'POST', lostReply: true, dashboardUID: uid },
    ];
    await page.request.post('/api/demo/annotations', { data: { faults } });
    const panel = await openOn(page, uid);
    await expect(panel.root).toContainText('1 breach is not on the record yet: Away');
    await goOn([page], 6);
    await expect(panel.root).not.toContainText('not on the record yet');
    // A browser may send a lost write again whenever it likes: what arrives late is removed with the next read.
    await expect
      .poll(async () => {
        await goOn([page], 1);
        return (await stored(page, uid)).length;
      })
      .toBe(1);
    await goOn([page], 2);
    expect(await stored(page, uid)).toHaveLength(1);
  });

  test('tabs on plain http, where there are no locks, come to one record, too', async ({
    page,
    context,
    temporaryDashboards,
  }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    const dashboard = await add(temporaryDashboards, dashboardOf(uidOf(), [recording(series)]));
    const tab = await known(await context.newPage(), dashboard);
    await Promise.all([page, tab].map((one) => openOn(one, dashboard.uid)));
    await expect.poll(async () => (await stored(page, dashboard.uid)).length).toBeGreaterThanOrEqual(1);
    await goOn([page, tab], 3);
    await expect.poll(async () => (await stored(page, dashboard.uid)).length).toBe(1);
  });
});
