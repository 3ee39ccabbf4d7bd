import { EMPTY, PIPELINE, STAT, WALL } from './dashboards.mjs';
import { openHost } from './host.mjs';
import { median, openPage } from './measure.mjs';

const REFRESHES = Number(process.env.BENCH_PAIRS ?? 20);

/**
 * A wall of 1,000 metrics with 500 samples each, refreshed: main-thread time of a refresh, beside that of the same data with
 * nothing drawn of it and of a Stat panel, and how many DOM nodes the wall has.
 *
 * @returns {Promise<{ wall: number[], pipeline: number[], stat: number[], nodes: number }>} ms each, ascending
 */
export async function measureWall() {
  const host = await openHost([EMPTY, WALL, STAT, PIPELINE]);
  const { page, cost, settle, close } = await openPage(host);
  try {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const refreshes = async ({ uid }) => {
      await page.goto(`${host.url}/d/${uid}?viewPanel=1&refresh=5m`);
      await page.locator('[data-viz-panel-key], [data-testid^="data-testid Panel header"]').first().waitFor();
      await settle();
      const costs = [];
      for (let count = 0; count < REFRESHES + 2; count++) {
        costs.push(
          await cost(
            () => refresh(page),
            () => page.waitForTimeout(0)
          )
        );
      }
      // The first ones compile what is run often.
      return costs.slice(2).sort((a, b) => a - b);
    };
    const pipeline = await refreshes(PIPELINE);
    const stat = await refreshes(STAT);
    const wall = await refreshes(WALL);
    const nodes = await page.getByTestId('protocol-wall').locator('*').count();
    return { wall, pipeline, stat, nodes };
  } finally {
    await close();
    await host.stop();
  }
}

/** The middle, and what 19 of 20 are below. */
export function spread(ascending) {
  return { median: median(ascending), p95: ascending[Math.ceil(ascending.length * 0.95) - 1] };
}

async function refresh(page) {
  const answered = page.waitForResponse((response) => response.url().includes('/api/ds/query'));
  await page.getByTestId('data-testid RefreshPicker run button').click();
  await (await answered).finished();
}
