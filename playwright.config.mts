import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, devices } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

/** A real Grafana that has the plugin and the provisioning; without it, the specs run on the local host. */
const grafana = process.env.BASE_URL;

const port = Number(process.env.PORT ?? 4181);
const baseURL = grafana ?? `http://localhost:${port}`;
const login = `${dirname(createRequire(import.meta.url).resolve('@grafana/plugin-e2e'))}/auth`;

export default defineConfig<PluginOptions>({
  testDir: './tests',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    trace: 'retain-on-failure',
    viewport: { width: 1400, height: 900 },
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
    provisioningRootDir: 'provisioning',
    grafanaAPICredentials: {
      user: process.env.GRAFANA_USER ?? 'admin',
      password: process.env.GRAFANA_PASSWORD ?? 'admin',
    },
  },
  projects: grafana
    ? [
        { name: 'login', testDir: login, testMatch: [/.*\.js/] },
        { name: 'grafana', use: { storageState: 'playwright/.auth/admin.json' }, dependencies: ['login'] },
      ]
    : [{ name: 'local-host' }],
  ...(!grafana && {
    webServer: {
      command: 'npm run demo',
      url: baseURL,
      env: { PORT: String(port) },
      timeout: 300_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
  }),
});
