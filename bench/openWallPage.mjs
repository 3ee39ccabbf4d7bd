import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';

import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(project, 'node_modules/.cache/protocol-wall-page');

/**
 * The panel as a wall on a page of its own, without a dashboard: what it costs is its own. `window.wall` drives it.
 *
 * @returns the page, what asks the browser about it, and what ends both
 */
export async function openWallPage() {
  const config = {
    configFile: join(project, 'demo/vite.config.ts'),
    root: join(project, 'bench/wallPage'),
    logLevel: 'error',
    define: { __webpack_public_path__: '"/"' },
    build: { outDir, emptyOutDir: true },
  };
  await build(config);
  const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_FLAGS, '--enable-precise-memory-info'],
  });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  // Nobody answers here; the wall says so, which is a part of what it draws.
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForFunction(() => window.wall !== undefined);
  const devtools = await page.context().newCDPSession(page);
  return {
    page,
    devtools,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
