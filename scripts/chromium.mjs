import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
];

/** Flags with which a headless Chromium runs as root, without a GPU, and without calls to the outside. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * An installed Chromium or Chrome: `CHROME_PATH`, the usual names and places, Playwright's own; else Playwright's is
 * fetched.
 *
 * @returns {string} the path of its executable
 * @throws {Error} one line that says what to install
 */
export function findChromium() {
  const found = installed() ?? fetched();
  if (!found) {
    throw new Error(
      'No Chromium found: install Chromium or Google Chrome (Debian: apt-get install chromium), or set CHROME_PATH to it.'
    );
  }
  return found;
}

function installed() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (!existsSync(CHROME_PATH)) {
      throw new Error(`CHROME_PATH is ${CHROME_PATH}, and nothing is there.`);
    }
    return CHROME_PATH;
  }
  const onPath = NAMES.map(which).find(Boolean);
  return onPath ?? [...PLACES, chromium.executablePath()].find((place) => existsSync(place));
}

function which(name) {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function fetched() {
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  } catch {
    return undefined;
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}
