import { expect, test as base } from '@grafana/plugin-e2e';
import type { BrowserContext } from '@playwright/test';

import { startClock } from './clock';
import { DashboardPage } from './pages/dashboard';
import { EditPane } from './pages/editPane';
import { loggedIn } from './session';
import { TemporaryDashboards } from './temporaryDashboards';

/** Whether the specs run on a real Grafana; else on the local host of `demo/`. */
export const ON_GRAFANA = Boolean(process.env.BASE_URL);

/** The tag of specs that the test command leaves out, because others like them are in it. */
export const LONG = '@long';

/** The tag of specs that wait for a real engine: the test command runs them beside what needs a processor. */
export const ENGINES = '@engines';

/** The tag of specs that are about time: `npm run e2e:clocks` runs them under several clocks, in several zones. */
export const TIME = '@time';

/** What a spec that is about the local host alone says when it is skipped. */
export const LOCAL_HOST_ALONE = 'about the local host alone';

/** What the console may say, by the reason why. */
type Expected = Record<string, RegExp>;

interface Options {
  /** What the console may say in a test that provokes it. */
  expectedConsole: Expected;
  /** Whether a test is about real time: then its pages have the clock of the machine, else the specs' own. */
  realTime: boolean;
}

interface Fixtures {
  /** What plugin-e2e knows of the host under test; not in its published types. */
  bootData: { version: string; namespace: string; selectorsUrl: undefined };
  dashboard: DashboardPage;
  editPane: EditPane;
  temporaryDashboards: TemporaryDashboards;
  quietConsole: void;
}

/** What Grafana's own page says on its console, with or without the plugin. */
const GRAFANAS_OWN: Expected = ON_GRAFANA
  ? {
      'the panel editor of 12.4, when a changed dashboard is saved': /^warning: Cloning object with SceneObjectRef/,
    }
  : {};

/** Two faces ask a query that fails on purpose, and the browser tells of every answer with a status of 500. */
export const FAILS_ON_PURPOSE: Expected = { 'a face whose query fails': /status of 500 .*\/api\/ds\/query/ };

/** Plugin-e2e's test with page objects; it fails when the browser's console says an error or a warning. */
export const test = base.extend<Options & Fixtures>({
  expectedConsole: [{}, { option: true }],
  realTime: [false, { option: true }],

  storageState: async ({ baseURL, grafanaAPICredentials, storageState }, use) => {
    await use(ON_GRAFANA ? await loggedIn(baseURL, grafanaAPICredentials) : storageState);
  },

  context: async ({ context, realTime }, use) => {
    if (!realTime) {
      await startClock(context);
    }
    await use(context);
  },

  quietConsole: [
    async ({ context, expectedConsole }, use) => {
      const said = listenToConsole(context);
      await use();
      expect(unexpected(said, expectedConsole), 'the console stays quiet').toEqual([]);
    },
    { auto: true },
  ],

  // Plugin-e2e loads Grafana's home page twice before every test, to learn what the health answer tells, too.
  bootData: async ({ request }, use) => {
    const health = (await (await request.get('/api/health')).json()) as { version: string };
    await use({ version: health.version, namespace: 'default', selectorsUrl: undefined });
  },

  page: async ({ context }, use) => {
    await use(await context.newPage());
  },

  dashboard: async ({ page, gotoDashboardPage }, use) => {
    await use(new DashboardPage(page, gotoDashboardPage));
  },

  editPane: async ({ page, gotoPanelEditPage }, use) => {
    await use(new EditPane(page, gotoPanelEditPage));
  },

  temporaryDashboards: async ({ page }, use) => {
    const dashboards = new TemporaryDashboards(page);
    await use(dashboards);
    await dashboards.remove();
  },
});

export { expect };

/** Collects the errors and warnings of all pages of a context, and what was thrown and not caught. */
export function listenToConsole(context: BrowserContext): string[] {
  const said: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      said.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => said.push(`uncaught: ${error.error().message}`));
  return said;
}

/** What was said beyond what a test provokes and what Grafana always says. */
export function unexpected(said: readonly string[], expected: Expected = {}): string[] {
  const patterns = Object.values({ ...expected, ...GRAFANAS_OWN });
  return said.filter((text) => !patterns.some((pattern) => pattern.test(text)));
}
