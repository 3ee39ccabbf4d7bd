import type { BrowserContext } from '@playwright/test';

/**
 * The moment at which the specs take place, epoch ms, a whole minute: the dashboards are written for it, the specs' own
 * data end at it, and the clock of each page starts at it. `scripts/specsClock.mjs` decides which it is.
 */
export const NOW = Date.parse(process.env.SPECS_NOW ?? '');

/**
 * Gives the pages of a context the specs' clock. It goes on from there as a clock does: on one that stands still what waits
 * for its moment by comparing dates (debounced input, the panel's next question) would wait for ever.
 */
export async function startClock(context: BrowserContext): Promise<void> {
  await context.clock.install({ time: NOW });
}
