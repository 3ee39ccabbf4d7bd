import { join } from 'node:path';

import { defineConfig } from '@playwright/test';

import specs from '../../playwright.config.mjs';

const ROOT = join(import.meta.dirname, '../..');

/**
 * `npm run pictures`: on the specs' local host, with their clock and their dashboards, one page after another, because the
 * pages share one annotation store. A picture that looks as it did is left as it is. `-g wall` is for some of them;
 * `LOCAL_HOST=built` takes what is built already.
 */
export default defineConfig({
  ...specs,
  testDir: import.meta.dirname,
  outputDir: join(ROOT, 'test-results/pictures'),
  snapshotPathTemplate: join(ROOT, 'docs/img/{arg}{ext}'),
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: {
    timeout: 30_000,
    toHaveScreenshot: { scale: 'device', stylePath: join(import.meta.dirname, 'still.css') },
  },
  reporter: 'list',
  projects: [
    { ...specs.projects?.[0], testDir: join(ROOT, 'tests') },
    { name: 'pictures', testMatch: '*.picture.ts', dependencies: ['dashboards'] },
  ],
  ...(specs.webServer && { webServer: { ...[specs.webServer].flat()[0], cwd: ROOT } }),
});
