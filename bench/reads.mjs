import { MINUTE } from '../scripts/dashboards/time.mjs';
import { MANY } from './dashboards.mjs';
import { openHost } from './host.mjs';
import { openPage } from './measure.mjs';

const MINUTES = 60;

/**
 * What a dashboard of 10 panels with 10 metrics each asks of the annotation store: how often in an hour, which is counted
 * and not waited for, and how often before its first chart was drawn.
 *
 * @returns {Promise<{ perHour: number, beforeDrawn: number }>}
 */
export async function measureReads() {
  const host = await openHost([MANY]);
  const { page, close } = await openPage(host);
  try {
    await page.clock.install();
    await page.addInitScript(countEarlyReads);
    const answered = page.waitForResponse(isRead);
    await page.goto(`${host.url}/d/${MANY.uid}`);
    await answered;
    const beforeDrawn = await page.evaluate(() => window.earlyReads);
    let perHour = 0;
    page.on('request', (request) => (perHour += isRead(request) ? 1 : 0));
    for (let minute = 0; minute < MINUTES; minute++) {
      await page.clock.fastForward(MINUTE);
      await page.evaluate(() => fetch('/api/health').then((reply) => reply.text()));
    }
    return { perHour, beforeDrawn };
  } finally {
    await close();
    await host.stop();
  }
}

/** The dashboard asks for its own annotations, too, with other tags or none. */
function isRead(message) {
  const url = new URL(message.url());
  return url.pathname === '/api/annotations' && url.searchParams.getAll('tags').includes('protocol:intervention');
}

/** In the page: counts what is asked while there is no chart yet. */
function countEarlyReads() {
  window.earlyReads = 0;
  const send = window.fetch;
  window.fetch = (...request) => {
    const isEarly = String(request[0]).includes('protocol%3Aintervention') && !document.querySelector('.uplot canvas');
    window.earlyReads += isEarly ? 1 : 0;
    return send(...request);
  };
}
