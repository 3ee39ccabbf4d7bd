import { MINUTE } from '../scripts/dashboards/time.mjs';
import { CALM_RECORDED, recorded } from './dashboards.mjs';
import { openHost } from './host.mjs';
import { openPage } from './measure.mjs';

const CALM_MINUTES = 60;
const BREACH_MINUTES = 30;

/**
 * What recording asks of the annotation store, in counted time: of a dashboard of 10 panels with 10 calm metrics each in an
 * hour, and of one whose one metric fires and ends, beyond the reads that are made each minute anyway.
 *
 * @returns {Promise<{ calmReads: number, calmWrites: number, breachReads: number, breachWrites: number }>}
 */
export async function measureRecords() {
  const calm = await count([CALM_RECORDED], CALM_MINUTES);
  const breach = await count([recorded(Date.now())], BREACH_MINUTES);
  return {
    calmReads: calm.shared + calm.own,
    calmWrites: calm.writes,
    breachReads: breach.own,
    breachWrites: breach.writes,
  };
}

async function count([dashboard], minutes) {
  const host = await openHost([dashboard]);
  const { page, close } = await openPage(host);
  try {
    await page.clock.install();
    const counts = { shared: 0, own: 0, writes: 0 };
    const first = page.waitForResponse((response) => isShared(new URL(response.url())));
    page.on('request', (request) => {
      const url = new URL(request.url());
      // The dashboard asks for its own annotations, too, and is no business of the panels'.
      if (request.method() !== 'GET' && url.pathname.startsWith('/api/annotations')) {
        counts.writes += 1;
      } else if (isShared(url)) {
        counts.shared += 1;
      } else if (isOwn(url)) {
        counts.own += 1;
      }
    });
    await page.goto(`${host.url}/d/${dashboard.uid}`);
    await first;
    counts.shared = 0;
    for (let minute = 0; minute < minutes; minute++) {
      await page.clock.runFor(MINUTE);
      await page.evaluate(() => fetch('/api/health').then((reply) => reply.text()));
    }
    return counts;
  } finally {
    await close();
    await host.stop();
  }
}

function isShared({ pathname, searchParams }) {
  return pathname === '/api/annotations' && searchParams.getAll('tags').includes('protocol:intervention');
}

/** Looks before it writes: for records, and for what the alert engine wrote. */
function isOwn({ pathname, searchParams }) {
  const isOfRecords = searchParams.getAll('tags').join() === 'protocol:breach' || searchParams.get('type') === 'alert';
  return pathname === '/api/annotations' && isOfRecords;
}
