import type { Page } from '@playwright/test';

import { NOW } from '../../tests/clock';
import { WallPage } from '../../tests/pages/wall';
import { dashboardOf, seriesQuery, tableQuery } from '../../tests/panels';
import type { DashboardJson, TemporaryDashboards } from '../../tests/temporaryDashboards';
import { MINUTE, SECOND } from '../../src/time/units';
import { expect, picture } from './picture';

const UID = 'wall-of-sales';
const WARNING = 60;
const CRITICAL = 80;

/** What each metric's rule says, beside its levels: who, and the first step. */
const ANSWERS: Record<string, [owner: string, action: string]> = {
  'Leads not called back': ['SDR lead', 'Call the 20 oldest leads first'],
  'Disputed handoffs': ['RevOps', 'Settle the oldest five'],
  'Quotes past due': ['Deal desk', 'Send what is only waiting'],
};

const CALM = [
  ...['Win rate', 'Meetings held', 'Pipeline coverage', 'Open demos', 'No-shows'],
  ...['Source accuracy', 'Partner pipeline', 'New leads', 'Renewals due', 'Average discount', 'Open invoices'],
];

/** Values over six hours, one every five minutes, no two series alike; the last ones are about as high as is said. */
function values(seed: number, high?: number, count = 0): number[] {
  return Array.from({ length: 72 }, (_, sample) => {
    const unrest = Math.sin(sample * 1.7 + seed * 5) + Math.sin(sample * 0.6 + seed);
    return (high !== undefined && sample >= 72 - count ? high : 30) + unrest;
  });
}

function seriesOf(calm: readonly string[], firing: Record<string, number[]> = {}): Record<string, number[]> {
  const names = [...Object.keys(ANSWERS), ...calm];
  return Object.fromEntries(names.map((name, place) => [name, firing[name] ?? values(place)]));
}

/** A wall of metrics by name, each with a rule. */
function wallOf(
  series: Record<string, number[]>,
  { more = [], options = {} }: { more?: unknown[]; options?: Record<string, unknown> } = {}
): DashboardJson {
  const ruleOf = (name: string) => {
    const [owner, action] = ANSWERS[name] ?? ['RevOps', 'Look'];
    return {
      ...{ operator: '>', warning: WARNING, critical: CRITICAL, staleAfter: '30m', owner, action },
      ...{ automation: 'none', escalateAfter: '2h', escalateTo: 'VP Sales' },
    };
  };
  return {
    ...dashboardOf(UID, [
      {
        type: 'protocolops-protocol-panel',
        title: '',
        options: { layout: 'wall', ...options },
        fieldConfig: {
          defaults: { unit: 'percent', decimals: 1, custom: {} },
          overrides: Object.keys(series).map((name) => ({
            matcher: { id: 'byName', options: name },
            properties: [{ id: 'custom.rule', value: ruleOf(name) }],
          })),
        },
        targets: [seriesQuery('A', series), ...more],
      },
    ]),
    title: 'Sales and leads',
    timezone: 'browser',
  };
}

/** When a wall is seen. */
const SEEN_AT = NOW + MINUTE;

/** Opens the wall, and stops its clock when it is seen, with data of that very moment: both are told by the second. */
async function openWall(
  page: Page,
  temporaryDashboards: TemporaryDashboards,
  dashboard: DashboardJson
): Promise<WallPage> {
  await temporaryDashboards.add(dashboard);
  const wall = new WallPage(page);
  await wall.open(UID, { refresh: '5s' });
  await expect(wall.clock).toBeVisible();
  // A clock that leaps is a screen that slept.
  await page.clock.pauseAt((await now(page)) + SECOND);
  await page.clock.runFor(SEEN_AT - 2 * SECOND - (await now(page)));
  await page.clock.setFixedTime(SEEN_AT);
  const answer = page.waitForResponse('**/api/ds/query*');
  await page.clock.runFor(6 * SECOND);
  await answer;
  await expect(wall.trouble).toHaveCount(0);
  return wall;
}

function now(page: Page): Promise<number> {
  return page.evaluate(() => Date.now());
}

/** So many that they fit beside each other: nothing turns the page. */
const FIRING = seriesOf(CALM.slice(0, 5), {
  'Leads not called back': values(0, 89, 18),
  'Disputed handoffs': values(1, 72, 22),
  'Quotes past due': values(2, 71, 19),
});

picture.use({
  viewport: { width: 1280, height: 720 },
  expectedConsole: { 'a server that can’t be reached': /Failed to load resource|ERR_INTERNET_DISCONNECTED/ },
});

picture('wall-dark', async ({ page, temporaryDashboards, shoot }) => {
  const wall = await openWall(page, temporaryDashboards, wallOf(FIRING));
  await expect(wall.tiles).toHaveCount(3);
  await shoot(wall.root);
});

picture('wall-clear', async ({ page, temporaryDashboards, shoot }) => {
  const wall = await openWall(page, temporaryDashboards, wallOf(seriesOf(CALM)));
  await expect(wall.whole).toContainText('14 of 14');
  await shoot(wall.root);
});

picture('wall-not-all', async ({ page, temporaryDashboards, shoot }) => {
  const { 'Quotes past due': _due, 'Open demos': _demos, ...rest } = seriesOf(CALM);
  const at = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();
  const late = tableQuery('B', [
    ['Time', 'Quotes past due', 'Open demos'],
    [at(300), '31', '29'],
    [at(200), '30', '28'],
  ]);
  const wall = await openWall(
    page,
    temporaryDashboards,
    wallOf({ ...rest, 'Quotes past due': [], 'Open demos': [] }, { more: [late] })
  );
  await expect(wall.whole).toContainText('12 of 14');
  await shoot(wall.root);
});

picture('wall-lost', async ({ page, context, temporaryDashboards, shoot }) => {
  const wall = await openWall(page, temporaryDashboards, wallOf(FIRING));
  await expect(wall.tiles).toHaveCount(3);
  // What the specs answer in the server's place would be reached without a network, too.
  await page.unrouteAll();
  await page.route('**/api/ds/query*', () => undefined);
  await context.setOffline(true);
  await page.clock.runFor(3 * SECOND);
  await expect(wall.trouble).toContainText('No connection since');
  await shoot(wall.root);
});

picture('wall-resting', async ({ page, temporaryDashboards, shoot }) => {
  const options = { wallHours: 'weekdays 13:00-21:00 Europe/Berlin' };
  const wall = await openWall(page, temporaryDashboards, wallOf(seriesOf(CALM), { options }));
  await expect(wall.tiles).toHaveCount(0);
  await shoot(wall.root);
});
