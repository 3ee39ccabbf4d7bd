import { statSync } from 'node:fs';

import type { Locator } from '@playwright/test';

import { DAY } from '../../src/time/units';
import { NOW } from '../../tests/clock';
import { expect, test as base } from '../../tests/fixtures';

/** What a page of the docs may make a reader load for one picture. */
const LARGEST_BYTES = 350_000;

/** A part of the page, in its pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface ShootOptions {
  /** Whether the pointer stays where it is, for what shows only below it. */
  keepPointer?: boolean;
}

/** Writes `docs/img/<title of the test>.png`: a part of the page, an area of it, or all that is seen of it. */
export type Shoot = (what: Locator | Area | 'page', options?: ShootOptions) => Promise<void>;

interface Fixtures {
  shoot: Shoot;
  /** Takes back what a picture recorded: none is in the next one. */
  emptyStore: void;
}

/** The specs' test, made to draw: its title is the name of the picture. */
export const picture = base.extend<Fixtures>({
  shoot: async ({ page }, provide, testInfo) => {
    await provide(async (what, { keepPointer = false } = {}) => {
      const name = `${testInfo.title}.png`;
      if (!keepPointer) {
        await page.mouse.move(0, 0);
      }
      if (what === 'page') {
        await expect(page).toHaveScreenshot(name);
      } else if ('width' in what) {
        await expect(page).toHaveScreenshot(name, { clip: what });
      } else {
        await expect(what).toHaveScreenshot(name);
      }
      const { size } = statSync(testInfo.snapshotPath(name, { kind: 'screenshot' }));
      expect(size, `the size of ${name}`).toBeLessThan(LARGEST_BYTES);
    });
  },

  emptyStore: [
    async ({ request }, provide) => {
      await provide();
      const query = { from: String(NOW - 400 * DAY), to: String(NOW + 400 * DAY), limit: '5000' };
      // The host may just have closed the connection, which nobody has used for as long as the picture took.
      const reply = await request.get(`/api/annotations?${new URLSearchParams(query)}`, { maxRetries: 2 });
      for (const { id } of (await reply.json()) as Array<{ id: number }>) {
        await request.delete(`/api/annotations/${id}`, { maxRetries: 2 });
      }
    },
    { auto: true },
  ],
});

export { expect };

/** The area of the page that parts of it take together, with a margin. */
export async function around(parts: Locator[], margin = 0): Promise<Area> {
  const boxes = await Promise.all(
    parts.map(async (part) => {
      const box = await part.boundingBox();
      if (!box) {
        throw new Error(`Not on the page: ${String(part)}`);
      }
      return box;
    })
  );
  const x = Math.min(...boxes.map((box) => box.x)) - margin;
  const y = Math.min(...boxes.map((box) => box.y)) - margin;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  return { x, y, width: right - x, height: bottom - y };
}
