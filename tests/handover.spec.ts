import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { NOW } from './clock';
import { expect, LOCAL_HOST_ALONE, ON_GRAFANA, test } from './fixtures';
import { dashboardOf, seriesQuery, tableQuery } from './panels';
import type { DashboardJson } from './temporaryDashboards';
import { identitiesOf, identityHash } from '../src/protocol/identity';
import { HOUR, MINUTE } from '../src/time/units';

const RULE = {
  ...{
    operator: '>',
    critical: 80,
    owner: 'Ops & Co',
    action: 'Look',
    automation: 'None',
    escalateTo: 'Head of specs',
  },
  respondUrl: 'https://forms.example.com/?m={metric}&l={level}&o={owner}',
};

const PROTOCOL = 'protocolops-protocol-panel';
const rising = (minutes: number) => Array.from({ length: 72 }, (_, index) => (index < 72 - minutes / 5 ? 40 : 90));
const iso = (time: number) => new Date(time).toISOString();
const uidOf = () => `handover-${test.info().testId.slice(-12)}`;
const shows = (refId: string, panelId: number) => ({
  ...{ refId, panelId, withTransforms: true },
  datasource: { type: 'datasource', uid: '-- Dashboard --' },
});

/** Two metrics that fire and one that is over, on one panel with a response sheet; a calm one; one that records alone. */
function sourcesAndHandover(uid: string): DashboardJson {
  const over = rising(120).map((value, index) => (index > 60 ? 40 : value));
  const panel = (title: string, targets: unknown[], options = {}) => ({
    ...{ type: PROTOCOL, title, targets },
    options: { layout: 'list', chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } }, ...options },
    fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
  });
  const answers = tableQuery('ANSWERS', [
    ['Submitted at', 'Metric', 'Your name', 'Your answer', 'Comments'],
    [iso(NOW - 20 * MINUTE), 'Queue', 'Dana Lee', 'Handed to Ben Okafor', 'back at noon'],
    [iso(NOW - 10 * MINUTE), 'Queue', 'Dana Lee', 'Not sure', ''],
  ]);
  return dashboardOf(uid, [
    panel('Load', [seriesQuery('A', { Busy: rising(60), Queue: rising(120), Disk: over }), answers], {
      responseSheet: 'ANSWERS',
    }),
    panel('Calm panel', [seriesQuery('A', { Calm: Array<number>(72).fill(40) })]),
    panel('Accounts', [seriesQuery('A', { Other: rising(60) })], { record: true, lookBack: '6h', step: '1m' }),
    {
      ...{ type: PROTOCOL, title: 'Handover', options: { layout: 'handover' } },
      fieldConfig: { defaults: {}, overrides: [] },
      datasource: { type: 'datasource', uid: '-- Mixed --' },
      targets: [shows('A', 1), shows('B', 2)],
    },
  ]);
}

/** The record of a breach of the panel that nobody asks for. */
async function recordBreach(page: Page, uid: string, name: string): Promise<number> {
  const [identity] = identitiesOf([{ name }], { dashboardUid: uid, panelId: 3, repeat: {} });
  const hash = identityHash(identity ?? '');
  const [from, end] = [NOW - 3 * HOUR, NOW - 2 * HOUR - 20 * MINUTE];
  const data = {
    ...{ form: 1, identity: hash, severity: 'critical', name, onset: from, firingSince: from },
    ...{ from, seenTo: end, end, stepMs: MINUTE, owner: 'Back office' },
  };
  const reply = await page.request.post('/api/annotations', {
    data: {
      ...{ dashboardUID: uid, panelId: 3, time: from, timeEnd: end, text: 'Critical', data },
      tags: ['protocol:breach', `protocol-id:${hash}`, 'protocol-severity:critical'],
    },
  });
  return ((await reply.json()) as { id: number }).id;
}

/** What somebody recorded of a metric of the first panel. */
async function record(page: Page, uid: string, name: string, said: object): Promise<number> {
  const [identity] = identitiesOf([{ name }], { dashboardUid: uid, panelId: 1, repeat: {} });
  const hash = identityHash(identity ?? '');
  const at = NOW - 55 * MINUTE;
  const breach = { identity: hash, severity: 'critical', from: NOW - 2 * HOUR, to: at, name };
  const data = { form: 1, key: `${uid} ${name}`, at, by: 'Ana', login: 'admin', said, note: 'a feed was late', breach };
  const reply = await page.request.post('/api/annotations', {
    data: {
      ...{ dashboardUID: uid, panelId: 1, time: at, text: 'Ana did it', data },
      tags: ['protocol:intervention', `protocol-id:${hash}`],
    },
  });
  return ((await reply.json()) as { id: number }).id;
}

test.use({
  expectedConsole: { 'axe itself, which defines a module of a name when it is injected': /SystemJS Error#W6/ },
  timezoneId: 'UTC',
});

test('what one shift tells the next is read, opened and copied, over the panels that it asks for', async ({
  temporaryDashboards,
  page,
  context,
}) => {
  const uid = uidOf();
  await temporaryDashboards.add(sourcesAndHandover(uid));
  const ids = [await record(page, uid, 'Disk', { kind: 'acted' }), await recordBreach(page, uid, 'Refunds')];
  let reads = 0;
  page.on('request', (request) => {
    reads += request.url().includes('protocol%3Aintervention') ? 1 : 0;
  });
  try {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`/d/${uid}?viewPanel=4`);
    const handover = page.getByRole('region', { name: /^Handover since/ });
    const lines = handover.getByRole('listitem');
    await expect(lines.nth(0)).toContainText(
      'Queue 90, critical for 1 h 55 min, new. Ben Okafor has it (from Dana Lee'
    );
    await expect(lines.nth(0)).toContainText('from the response sheet: back at noon.');
    await expect(lines.nth(0)).toContainText(/Busy 90, critical for 55 min.*, new\. Ops & Co: nothing said yet\./);
    await expect(lines.nth(1)).toContainText(
      /^New Busy, critical since .*Queue, critical since .*Disk, critical .*, over after 1 h 5 min\./
    );
    await expect(lines.nth(2)).toContainText('Disk, after 1 h 5 min: Done (Ana): a feed was late.');
    await expect(lines.nth(2)).toContainText('Refunds, after 40 min: no response was recorded. From the record.');
    await expect(handover).toContainText('How it stands now in: Accounts. Only the record tells of it.');
    await expect(handover).toContainText('Besides: 2 OK.');

    await handover.getByRole('button', { name: 'Ended' }).press('Enter');
    await expect(handover.getByRole('link', { name: 'Load' })).toHaveAttribute(
      'href',
      new RegExp(`^/d/${uid}\\?viewPanel=1`)
    );

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await handover.getByRole('button', { name: 'Copy as Markdown' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\*\*Handover since .*\n\n- \*\*Needs somebody now\.\*\* \*\*Queue\*\* 90, critical/);

    await page.getByRole('radio', { name: 'Last Monday' }).check({ force: true });
    await expect(handover.getByRole('table', { name: 'Figures by metric' })).toBeVisible();
    await expect(handover).toContainText('Called 4 times.');
    await expect(handover).toContainText('Not answered: 2 of 4.');
    await expect(handover).toContainText('Answered in the response sheet: 1.');
    expect(reads).toBe(1);

    for (const [theme, width] of [
      ['light', 1280],
      ['dark', 400],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/d/${uid}?viewPanel=4&theme=${theme}`);
      await page.getByRole('radio', { name: 'Last Monday' }).check({ force: true });
      await expect(handover.getByRole('table', { name: 'Figures by metric' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .include('[data-testid="data-testid panel content"]')
        .analyze();
      expect(violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html}`))).toEqual([]);
      const overflow = await handover.evaluate((node) => node.scrollWidth - node.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  } finally {
    await Promise.all(ids.map((id) => page.request.delete(`/api/annotations/${id}`)));
  }
});

test('who may not write responds by the rule’s link, and what they answered comes back', async ({
  temporaryDashboards,
  page,
}) => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  const uid = uidOf();
  await temporaryDashboards.add(sourcesAndHandover(uid));
  await page.goto(`/d/${uid}?viewPanel=1&role=Viewer`);
  await page.getByRole('button', { name: /^more.*Busy/ }).click();
  const link = page.getByRole('link', { name: 'Respond: Busy' });
  await expect(link).toHaveAttribute('href', 'https://forms.example.com/?m=Busy&l=critical&o=Ops%20%26%20Co');
  await expect(page.getByRole('button', { name: 'I have it' })).toHaveCount(0);
  await expect(page.getByText('Ben Okafor has it', { exact: false })).toContainText(
    'from the response sheet: back at noon.'
  );
  await page.getByRole('button', { name: 'The response sheet has 1 problem' }).click();
  await expect(page.getByText('Row 3, column Your answer', { exact: false }).locator('..')).toContainText(
    '"Not sure" is no answer that is known'
  );

  // The dashboard that shows the round trip: a form that knows what it is about, and a table of its answers.
  await page.goto('/d/responses?role=Viewer');
  const form = await page.getByRole('link', { name: 'Respond: First call, Iberia' }).getAttribute('href');
  await page.goto(form ?? '');
  const filledIn = page.getByTestId('data-testid panel content').getByRole('row');
  await expect(filledIn.filter({ hasText: 'Metric' })).toContainText('First call, Iberia');
  await expect(filledIn.filter({ hasText: 'Level' })).toContainText('critical');
  await page.goto('/d/responses?role=Viewer&viewPanel=3');
  await expect(page.getByRole('table', { name: 'Data' })).toContainText('Handed to Ben Okafor');
});
