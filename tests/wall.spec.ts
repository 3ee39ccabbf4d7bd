import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Route } from '@playwright/test';

import { NOW } from './clock';
import { expect, LOCAL_HOST_ALONE, ON_GRAFANA, test } from './fixtures';
import { WallPage } from './pages/wall';
import { dashboardOf, seriesQuery, tableQuery } from './panels';
import type { DashboardJson } from './temporaryDashboards';
import { DAY, HOUR, MINUTE } from '../src/time/units';

const OWNERS = ['Demand Gen', 'Finance BP', 'Head of inside sales EMEA and Asia-Pacific', 'RevOps'];
const ACTIONS = [
  '1. Pause paid campaigns under 15 %\n2. Call the 20 newest leads',
  'Recheck the mapping of every source that lost more than two points since the last close, and tell finance which numbers are affected',
];

/** Values over six hours, one every five minutes, ending with so many that are high. */
const rising = (high: number, for5min: number) => [
  ...Array<number>(72 - for5min).fill(40),
  ...Array<number>(for5min).fill(high),
];
const CALM = Array<number>(72).fill(40);

/** A wall of metrics by name, each with a rule. */
function wallOf(
  uid: string,
  series: Record<string, number[]>,
  more: unknown[] = [],
  options: Record<string, unknown> = {}
): DashboardJson {
  const names = Object.keys(series);
  return {
    ...dashboardOf(uid, [
      {
        type: 'protocolops-protocol-panel',
        title: '',
        options: { layout: 'wall', ...options },
        fieldConfig: {
          defaults: { unit: 'percent', custom: {} },
          overrides: names.map((name, place) => ({
            matcher: { id: 'byName', options: name },
            properties: [
              {
                id: 'custom.rule',
                value: {
                  operator: '>',
                  warning: 60,
                  critical: 80,
                  staleAfter: '30m',
                  owner: OWNERS[place % OWNERS.length],
                  action: ACTIONS[place % ACTIONS.length],
                  automation: 'none',
                  escalateAfter: place === 1 ? '1h' : undefined,
                  escalateTo: 'VP Sales',
                },
              },
            ],
          })),
        },
        targets: [seriesQuery('A', series), ...more],
      },
    ]),
    title: 'Sales Ops',
  };
}

const FOUR: Record<string, number[]> = {
  'Week-2 lead conversion': rising(90, 12),
  'Forecast accuracy against the finance plan of the quarter': rising(90, 30),
  http_request_duration_seconds_bucket_of_the_booking_service: rising(70, 9),
  'Commit gap': rising(70, 20),
  'Win rate': CALM,
  'Meetings held': CALM,
};

const uidOf = () => `wall-${test.info().testId.slice(-12)}`;

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1280, height: 720 },
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];

test.describe('a wall', () => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  test.use({
    expectedConsole: { 'axe itself, which defines a module of a name when it is injected': /SystemJS Error#W6/ },
  });

  test('says what fires, what to do and who, large enough on every screen, and nothing to press', async ({
    page,
    temporaryDashboards,
  }) => {
    const uid = uidOf();
    await temporaryDashboards.add(wallOf(uid, FOUR));
    await page.setViewportSize({ width: 1920, height: 1080 });
    const wall = new WallPage(page);
    await wall.open(uid);

    await expect(wall.tiles).toHaveCount(4);
    await expect(wall.counts).toHaveText(/2 critical.*2 warning.*1 overdue.*2 OK/);
    const [worst] = await wall.tiles.all();
    await expect(worst).toHaveAccessibleName('Forecast accuracy against the finance plan of the quarter');
    await expect(worst).toContainText(/Critical.*Overdue 1 h/);
    await expect(worst.locator('[data-wall="value"]')).toHaveText('90%');
    const first = wall.tile('Week-2 lead conversion');
    await expect(first).toContainText('Pause paid campaigns under 15\u00a0%');
    await expect(first).toContainText('Demand Gen');
    await expect(first).not.toContainText('Call the 20 newest');
    await expect(wall.cells).toHaveText([/Win rate.*40%/, /Meetings held.*40%/]);
    await expect(wall.root.locator('button, a, input, [tabindex]')).toHaveCount(0);

    expect(await wall.tooSmall()).toEqual([]);
    for (const theme of ['dark', 'light']) {
      await wall.open(uid, { theme });
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const long = Math.max(size.width, size.height) / 1920;
        const short = Math.min(size.width, size.height) / 1080;
        const least = 24 * Math.max(0.5, Math.sqrt(long * short));
        await expect.poll(() => wall.faults(least), { message: `${theme} ${size.width}` }).toEqual([]);
      }
      await page.setViewportSize(SIZES[0]);
      expect(await axeFinds(page), theme).toEqual([]);
    }
  });

  test('is all clear only where everything was checked', async ({ page, temporaryDashboards }) => {
    // Cut at their end they would all be the same.
    const names = Array.from({ length: 14 }, (_, place) => `Bookings of the region and the channel no. ${place + 1}`);
    const uid = uidOf();
    const all = Object.fromEntries(names.map((name) => [name, CALM]));
    const gone = tableQuery('B', [
      ['Time', 'Late one'],
      [new Date(NOW - 300 * MINUTE).toISOString(), '40'],
      [new Date(NOW - 280 * MINUTE).toISOString(), '40'],
    ]);
    await temporaryDashboards.add(wallOf(uid, all));
    const late = wallOf(
      `${uid}-late`,
      { ...Object.fromEntries(names.slice(1).map((name) => [name, CALM])), 'Late one': [] },
      [gone]
    );
    await temporaryDashboards.add(late);
    const wall = new WallPage(page);
    await wall.open(uid);
    await expect(wall.whole).toHaveText(/All OK.*14 of 14 checked, data of \d\d:\d\d/);
    await expect(wall.cells).toHaveCount(14);
    await page.setViewportSize({ width: 1280, height: 720 });
    await expect
      .poll(() => wall.seenNames())
      .toEqual(names.map((_, place) => expect.stringMatching(new RegExp(`…(.*\\D)?${place + 1}$`))));

    await wall.open(`${uid}-late`);
    await expect(wall.whole).toHaveText(/1 not checked.*13 of 14 checked, none in breach/);
    await expect(wall.whole).toContainText('Late one: Last value 4 h 40 min ago');
    await expect(wall.whole).not.toContainText('All OK');
    await expect(wall.cells.first()).toHaveText(/Late one.*data 4\sh old/);
  });

  test('rests outside of its hours, says how it stands with its sound, and remembers the mute', async ({
    page,
    temporaryDashboards,
  }) => {
    const uid = uidOf();
    const opens = Math.floor(NOW / DAY) * DAY + 2 * DAY + 7 * HOUR;
    const weekday = new Date(opens).toUTCString().slice(0, 3);
    const resting = wallOf(uid, FOUR, [], { wallHours: `${weekday} 07:00-19:00 UTC`, wallSound: true });
    await temporaryDashboards.add(resting);
    await page.setViewportSize({ width: 1920, height: 1080 });
    const wall = new WallPage(page);
    await wall.open(uid, { theme: 'light' });
    await expect(wall.tiles).toHaveCount(2);
    await expect(wall.root).toContainText(new RegExp(`Rests until ${weekday} .*07:00`));
    await expect(wall.cells).toHaveCount(0);
    expect(await wall.tooSmall()).toEqual([]);
    expect(await wall.faults(24)).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('m');
    await expect(wall.sound).toHaveText('Muted (M: sound on)');
    await page.reload();
    await expect(wall.sound).toHaveText('Muted (M: sound on)');
    await page.keyboard.press('m');
    await expect(wall.sound).toHaveText('Sound on (M: mute)');

    await page.clock.fastForward(opens - NOW);
    await expect(wall.root).not.toContainText('Rests until');
  });

  test('pages what is too much, with the worst pinned, by itself and by keyboard', async ({
    page,
    temporaryDashboards,
  }) => {
    const series = Object.fromEntries(
      Array.from({ length: 20 }, (_, place) => [`Fire ${place + 1}`, rising(90, 70 - place)])
    );
    const uid = uidOf();
    await temporaryDashboards.add(wallOf(uid, series));
    const wall = new WallPage(page);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await wall.open(uid, { refresh: '' });
    const names = () => wall.tiles.evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label')));
    await expect(wall.tiles).toHaveCount(6);
    await expect(wall.pageNumber).toHaveText('Page 1 of 6');
    await expect(wall.root).toContainText('14 in breach not on this page');
    const before = await names();
    expect(before[0]).toBe('Fire 2');

    await page.keyboard.press('ArrowRight');
    await expect(wall.pageNumber).toHaveText('Page 2 of 6');
    const after = await names();
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after.slice(3)).not.toEqual(before.slice(3));
    await page.keyboard.press('PageUp');
    expect(await names()).toEqual(before);
    await page.keyboard.press('Space');
    await expect(wall.root).toContainText('Paused');
    await page.clock.fastForward(MINUTE);
    await expect(wall.pageNumber).toHaveText('Page 1 of 6');
    await page.keyboard.press('Space');
    await expect(wall.root).not.toContainText('Paused');
    await page.clock.runFor(12_500);
    await expect(wall.pageNumber).toHaveText('Page 2 of 6');

    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(wall.root).toContainText(/Page \d of 6\s*next in \d+ s/);
    expect(await wall.moving()).toEqual([]);
  });
});

test.describe('a wall that is not well', () => {
  test.skip(ON_GRAFANA, LOCAL_HOST_ALONE);
  test.use({
    expectedConsole: {
      'what fails on purpose': /Failed to load resource|status of 500/,
      'axe itself, which defines a module of a name when it is injected': /SystemJS Error#W6/,
    },
  });

  test('says so in large type within seconds, keeps what fired, and takes its colours away', async ({
    page,
    context,
    temporaryDashboards,
  }) => {
    const uid = uidOf();
    await temporaryDashboards.add(wallOf(uid, FOUR, [], { judgeOn: 'fixed', lookBack: '6h', step: '1m' }));
    await page.setViewportSize({ width: 1920, height: 1080 });
    const wall = new WallPage(page);
    await wall.open(uid, { refresh: '30s', theme: 'light' });
    await expect(wall.tiles).toHaveCount(4);
    await expect(wall.trouble).toHaveCount(0);
    expect(await wall.isColored).toBe(true);
    const second = await wall.clock.textContent();
    await page.clock.runFor(2000);
    await expect(wall.clock).not.toHaveText(second ?? '');

    const api = `**/api/dashboards/uid/${uid}`;
    // The test's own answer would come without a network.
    const unplugged = (route: Route) => route.abort('internetdisconnected');
    await page.route(api, unplugged);
    await context.setOffline(true);
    await expect(wall.trouble).toContainText('No connection since', { timeout: 5000 });
    expect(await wall.isFaded).toBe(true);
    await expect(wall.tiles).toHaveCount(4);
    expect(await wall.tooSmall()).toEqual([]);
    expect(await wall.faults(24)).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    // The dashboard's refresh and the look-back have failed by then: neither is of when the data are.
    const ofData = (await wall.dataAge.textContent())?.slice(0, 'data of 00:00:00'.length) ?? '';
    await page.clock.runFor(70_000);
    await expect(wall.dataAge).toContainText(`${ofData}, 1 min old`);
    await expect(wall.trouble).toContainText(`What stands here is ${ofData}.`);
    await expect(wall.counts).toHaveText(/2 critical.*2 warning.*1 overdue.*2 OK/);
    await page.unroute(api, unplugged);
    await context.setOffline(false);
    // Sooner than the dashboard would be refreshed: it is asked for at once, and so is the look-back.
    await page.clock.runFor(3000);
    await expect(wall.trouble).toHaveCount(0);
    await expect(wall.dataAge).not.toContainText(ofData);
    await expect(wall.dataAge).not.toContainText('old');
    expect(await wall.isColored).toBe(true);

    for (const [status, words] of [
      [401, 'Signed out'],
      [403, 'No right to this dashboard'],
      [404, 'This dashboard was deleted'],
      [502, 'Grafana has failed since'],
    ] as const) {
      const refuse = (route: Route) => route.fulfill({ status, body: '{}' });
      await page.route(api, refuse);
      await page.clock.runFor(35_000);
      await expect(wall.trouble).toContainText(words, { timeout: 5000 });
      await page.unroute(api, refuse);
    }
    await page.route('**/plugin.json', (route) => route.fulfill({ status: 200, body: '{"info":{"version":"9"}}' }));
    await page.clock.runFor(10_000);
    await expect(wall.trouble).toContainText('A new version is installed');
    await page.unroute('**/plugin.json');
  });

  test('tells of a query that fails, of old data, of a sleep, and of a page that stands still', async ({
    page,
    temporaryDashboards,
  }) => {
    const uid = uidOf();
    await temporaryDashboards.add(wallOf(uid, FOUR));
    await page.setViewportSize({ width: 1920, height: 1080 });
    const wall = new WallPage(page);
    await wall.open(uid, { theme: 'light' });
    await expect(wall.tiles).toHaveCount(4);

    const query = '**/api/ds/query*';
    await page.route(query, (route) => route.fulfill({ status: 500, body: '{"message":"no such table"}' }));
    await page.clock.runFor(12_000);
    await expect(wall.trouble).toContainText('A query fails');
    await expect(wall.tiles).toHaveCount(4);
    await expect(wall.tile('Commit gap')).toContainText(/Data of .*: its query fails now/);
    // What is not known any more is counted once, and neither as OK nor beside its query.
    await expect(wall.counts).toHaveText(/2 critical\s*2 warning\s*1 overdue\s*2 not checked$/);
    await page.unroute(query);
    await page.clock.runFor(12_000);
    await expect(wall.trouble).toHaveCount(0);

    await page.route(query, () => undefined);
    // An answer that was under way may still come.
    await expect(async () => {
      await page.clock.runFor(45_000);
      await expect(wall.trouble).toContainText('Old data', { timeout: 1000 });
    }).toPass();
    expect(await wall.isFaded).toBe(true);
    await page.unroute(query);
    await page.reload();
    await expect(wall.tiles).toHaveCount(4);

    await page.clock.fastForward(12 * MINUTE);
    await expect(wall.trouble).toContainText('This screen was away for 12 min');
    await page.clock.runFor(2000);
    await expect(wall.dataAge).not.toContainText('old');
    await expect.poll(() => wall.isColored).toBe(true);

    expect(await opacityOf(wall)).toBe(0);
    await page.clock.pauseAt(NOW + 60 * MINUTE);
    await expect.poll(() => opacityOf(wall), { timeout: 10_000 }).toBeGreaterThan(0.9);
    await expect(wall.frozen).toContainText('This page stands still');
  });
});

function opacityOf(wall: WallPage): Promise<number> {
  return wall.frozen.evaluate((element) => Number(getComputedStyle(element).opacity));
}

/** What axe finds, at the contrast of 7 to 1. */
async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('[data-testid="protocol-wall"]')
    .options({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
