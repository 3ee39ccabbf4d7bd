import type { Page } from '@playwright/test';

import { NOW } from './clock';
import { expect, test } from './fixtures';
import { dashboardOf, seriesQuery } from './panels';
import { identitiesOf, identityHash } from '../src/protocol/identity';
import { MINUTE } from '../src/time/units';

const RULE = { operator: '>', critical: 80, owner: 'Ops', action: 'Look', automation: 'None' };

/** A dashboard of this test alone: one metric has fired for an hour, the other is calm. */
function firing(uid: string) {
  return dashboardOf(uid, [
    {
      type: 'protocolops-protocol-panel',
      options: { chart: { legend: { showLegend: false }, tooltip: { mode: 'single' } } },
      fieldConfig: { defaults: { custom: { rule: RULE } }, overrides: [] },
      targets: [
        seriesQuery('A', {
          Busy: [...Array<number>(60).fill(40), ...Array<number>(12).fill(90)],
          Calm: Array<number>(72).fill(40),
        }),
      ],
    },
  ]);
}

const uidOf = () => `said-${test.info().testId.slice(-12)}`;

/** What somebody else wrote into the store. */
async function write(page: Page, uid: string, said: object): Promise<number> {
  const [identity] = identitiesOf([{ name: 'Busy' }], { dashboardUid: uid, panelId: 1, repeat: {} });
  const hash = identityHash(identity ?? '');
  const at = NOW - 10 * MINUTE;
  const breach = { identity: hash, severity: 'critical', from: NOW - 50 * MINUTE, to: at };
  const reply = await page.request.post('/api/annotations', {
    data: {
      dashboardUID: uid,
      panelId: 1,
      time: at,
      text: 'Ana accepted it',
      tags: ['protocol:intervention', `protocol-id:${hash}`],
      data: { form: 1, key: uid, at, by: 'Ana', login: 'admin', said, breach },
    },
  });
  return ((await reply.json()) as { id: number }).id;
}

test('what somebody accepted is quiet until then, on the screens of others too, and no longer', async ({
  dashboard,
  temporaryDashboards,
  page,
}) => {
  const uid = uidOf();
  await temporaryDashboards.add(firing(uid));
  const panel = await dashboard.openPanel(uid, 1);
  await panel.ready();
  await expect(panel.root).toContainText('1 critical');
  const id = await write(page, uid, { kind: 'accepted', until: NOW + 3 * MINUTE });
  try {
    await page.clock.fastForward(MINUTE);
    await expect(panel.root).toContainText('1 accepted');
    await expect(panel.root).not.toContainText('1 critical');
    await page.clock.fastForward(3 * MINUTE);
    await expect(panel.root).toContainText('1 critical');
  } finally {
    await page.request.delete(`/api/annotations/${id}`);
  }
});

test('the store is asked after the panel has shown its data, and once a minute', async ({
  dashboard,
  temporaryDashboards,
  page,
}) => {
  const uid = uidOf();
  await temporaryDashboards.add(firing(uid));
  let asked = 0;
  page.on('request', (request) => {
    asked += request.url().includes('protocol%3Aintervention') ? 1 : 0;
  });
  const panel = await dashboard.openPanel(uid, 1);
  await panel.ready();
  await expect.poll(() => asked).toBe(1);
  for (const minute of [2, 3, 4]) {
    await page.clock.fastForward(MINUTE);
    await expect.poll(() => asked).toBe(minute);
  }
});
