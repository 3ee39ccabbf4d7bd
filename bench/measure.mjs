import { chromium } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.mjs';

/** The main thread counts as idle when it worked for less than this share of a look, three looks in a row. */
const IDLE_SHARE = 0.05;
const LOOK_MS = 150;

/**
 * A browser page whose main thread can be measured.
 *
 * @param {{ url: string, login?: { user: string, password: string } }} host
 */
export async function openPage({ url, login }) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  if (login) {
    await page.request.post(`${url}/login`, { data: login });
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');

  const busyMs = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };

  const settle = async () => {
    let before = await busyMs();
    for (let idle = 0; idle < 3;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const after = await busyMs();
      idle = after - before < LOOK_MS * IDLE_SHARE ? idle + 1 : 0;
      before = after;
    }
  };

  /** Main-thread time, ms, that `action` costs until `done` is seen and the page is idle again. */
  const cost = async (action, done) => {
    await settle();
    const before = await busyMs();
    await action();
    await done();
    await settle();
    return (await busyMs()) - before;
  };

  return { page, cost, settle, close: () => browser.close() };
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
