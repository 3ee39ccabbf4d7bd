import { join } from 'node:path';

import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, devices } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';
import { settleSpecsClock } from './scripts/specsClock.mjs';

/** A real Grafana that has the plugin; without it, the specs run on the local host. */
const grafana = process.env.BASE_URL;

const port = Number(process.env.PORT ?? 4181);
const baseURL = grafana ?? `http://localhost:${port}`;

/** Where the local host finds the dashboards as of the specs' moment: not those that somebody looks at meanwhile. */
const dashboards = join(import.meta.dirname, `node_modules/.cache/protocol-specs/${port}`);

/** What of the local host is there already: `built`, or `running` on the port. */
const localHost = process.env.LOCAL_HOST;

const timezoneId = settleSpecsClock(process.env);

export default defineConfig<PluginOptions>({
  testDir: './tests',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: '100%',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    timezoneId,
    // The page as it was at every step would cost a sixth of the run: of a failure there are its steps and its last picture.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
    screenshot: 'only-on-failure',
    viewport: { width: 1400, height: 900 },
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
    provisioningRootDir: 'provisioning',
    grafanaAPICredentials: {
      user: process.env.GRAFANA_USER ?? 'admin',
      password: process.env.GRAFANA_PASSWORD ?? 'admin',
    },
  },
  projects: [
    { name: 'dashboards', testMatch: 'dashboards.setup.ts', metadata: { dashboards } },
    { name: grafana ? 'grafana' : 'local-host', dependencies: ['dashboards'] },
  ],
  ...(!grafana &&
    localHost !== 'running' && {
      webServer: {
        command: `${localHost === 'built' ? '' : 'npm run build && '}node demo/server/start.mjs`,
        url: baseURL,
        env: { PORT: String(port), PROVISIONING_DATA: dashboards, ANNOTATIONS: 'memory' },
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
      },
    }),
});
