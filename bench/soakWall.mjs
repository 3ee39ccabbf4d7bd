import { openWallPage } from './openWallPage.mjs';

/** A day of refreshes every five seconds, in parts that end where breaches stand as they stood at the end of the first. */
const PART = 960;
const PARTS = Number(process.env.SOAK_PARTS ?? 18);

/**
 * A wall for a day, at full speed, with breaches that come and go: by how much more there is after the last part than after
 * the first, garbage collected.
 *
 * @returns {Promise<{ refreshes: number, heapMb: number, nodes: number, listeners: number }>}
 */
export async function soakWall() {
  const { page, devtools, close } = await openWallPage();
  try {
    await devtools.send('Performance.enable');
    await devtools.send('HeapProfiler.enable');
    await page.evaluate(() => window.wall.begin({ metrics: 200, samples: 60 }));
    await page.getByTestId('protocol-wall').waitFor();
    const measured = [];
    for (let part = 0; part < PARTS; part++) {
      await page.evaluate((times) => window.wall.refresh(times), PART);
      measured.push(await measure(devtools));
    }
    const [first, last] = [measured[0], measured[measured.length - 1]];
    return {
      refreshes: PART * PARTS,
      heapMb: (last.JSHeapUsedSize - first.JSHeapUsedSize) / 2 ** 20,
      nodes: last.Nodes - first.Nodes,
      listeners: last.JSEventListeners - first.JSEventListeners,
    };
  } finally {
    await close();
  }
}

async function measure(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
