import { BARE, EMPTY, PROTOCOL } from './dashboards.mjs';
import { openHost } from './host.mjs';
import { median, openPage } from './measure.mjs';

const FIRST_RENDERS = Number(process.env.BENCH_PAIRS ?? 9);
const REFRESHES = Number(process.env.BENCH_PAIRS ?? 9);

/**
 * The panel against the bare host chart on the same data, main-thread time, median of pairs; on the local host the bare
 * chart is the stand-in.
 *
 * @returns {Promise<{ first: number, refresh: number }>} ratios
 */
export async function measureRender() {
  const host = await openHost([EMPTY, BARE, PROTOCOL]);
  try {
    return await measureOn(host);
  } finally {
    await host.stop();
  }
}

async function measureOn(host) {
  const { page, cost, settle, close } = await openPage(host);
  const go = (dashboard) =>
    page.evaluate((path) => {
      window.history.pushState({}, '', path);
      window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, `/d/${dashboard.uid}`);
  const drawn = () => page.locator('.uplot canvas').first().waitFor();
  const refresh = () => page.getByTestId('data-testid RefreshPicker run button').click();

  await page.goto(`${host.url}/d/${EMPTY.uid}`);
  await settle();
  const visit = async (dashboard, times) => {
    const first = await cost(() => go(dashboard), drawn);
    const refreshes = [];
    for (let i = 0; i < times; i++) {
      refreshes.push(await cost(refresh, drawn));
    }
    await go(EMPTY);
    await page.locator('.uplot').waitFor({ state: 'detached' });
    return { first, refreshes };
  };

  // Once each to load what is loaded once: code, fonts, the plugin.
  await visit(BARE, 1);
  await visit(PROTOCOL, 1);

  const first = [];
  const refreshed = [];
  for (let pair = 0; pair < FIRST_RENDERS; pair++) {
    const bare = await visit(BARE, Math.ceil(REFRESHES / FIRST_RENDERS));
    const protocol = await visit(PROTOCOL, Math.ceil(REFRESHES / FIRST_RENDERS));
    first.push({ bare: bare.first, protocol: protocol.first });
    refreshed.push({ bare: median(bare.refreshes), protocol: median(protocol.refreshes) });
  }
  await close();
  report('first render', first);
  report('refresh', refreshed);
  return { first: ratio(first), refresh: ratio(refreshed) };
}

function ratio(pairs) {
  return median(pairs.map(({ bare, protocol }) => protocol / bare));
}

function report(what, pairs) {
  const of = (key) => Math.round(median(pairs.map((pair) => pair[key])));
  console.error(`${what}: bare ${of('bare')} ms, protocol ${of('protocol')} ms (main thread, ${pairs.length} pairs)`);
}
