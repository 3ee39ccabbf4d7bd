import { EMPTY, PIPELINE, STAT, WALL } from './dashboards.mjs';
import { openHost } from './host.mjs';
import { median, openPage } from './measure.mjs';
import { openWallPage } from './openWallPage.mjs';

const OWN_REFRESHES = 60;
const REFRESHES = Number(process.env.BENCH_PAIRS ?? 9);

/**
 * A wall of 1,000 metrics with 500 samples each, refreshed with new data.
 *
 * @returns {Promise<{ own: Spread, nodes: number, wall: Spread, pipeline: Spread, stat: Spread }>} main-thread time, ms: of the
 * panel alone, and of a whole refresh on a dashboard with the wall, with nothing drawn of the same data, and with a Stat
 * panel; how many DOM nodes the wall has
 * @typedef {{ median: number, p95: number }} Spread
 */
export async function measureWall() {
  return { ...(await measureAlone()), ...(await measureOnDashboard()) };
}

async function measureAlone() {
  const { page, devtools, close } = await openWallPage();
  try {
    // What the main thread worked, and not how long it waited for others on the machine.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const workedMs = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    };
    await page.evaluate(() => window.wall.begin({ metrics: 1000, samples: 500 }));
    await page.getByTestId('protocol-wall').waitFor();
    // The first ones compile what is run often.
    await page.evaluate(() => window.wall.refresh(10));
    const costs = [];
    for (let count = 0; count < OWN_REFRESHES; count++) {
      await page.evaluate(() => window.wall.prepare());
      const before = await workedMs();
      await page.evaluate(() => window.wall.draw());
      costs.push((await workedMs()) - before);
    }
    const nodes = await page.getByTestId('protocol-wall').locator('*').count();
    return { own: spread(costs), nodes };
  } finally {
    await close();
  }
}

async function measureOnDashboard() {
  const host = await openHost([EMPTY, WALL, STAT, PIPELINE]);
  const { page, cost, settle, close } = await openPage(host);
  const refreshesOf = async ({ uid }) => {
    await page.goto(`${host.url}/d/${uid}?viewPanel=1`);
    await page.getByTestId('data-testid RefreshPicker run button').waitFor();
    await settle();
    const costs = [];
    for (let count = 0; count < REFRESHES + 2; count++) {
      costs.push(await cost(() => refresh(page), settle));
    }
    return spread(costs.slice(2));
  };
  try {
    return { pipeline: await refreshesOf(PIPELINE), stat: await refreshesOf(STAT), wall: await refreshesOf(WALL) };
  } finally {
    await close();
    await host.stop();
  }
}

/** The middle, and what 19 of 20 are below. */
function spread(costs) {
  const ascending = [...costs].sort((a, b) => a - b);
  return { median: median(ascending), p95: ascending[Math.ceil(ascending.length * 0.95) - 1] };
}

async function refresh(page) {
  const answered = page.waitForResponse((response) => response.url().includes('/api/ds/query'));
  await page.getByTestId('data-testid RefreshPicker run button').click();
  await (await answered).finished();
}
