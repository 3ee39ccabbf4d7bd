import type { Locator, Page } from '@playwright/test';

/** The wall display. */
export class WallPage {
  readonly root: Locator;

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('protocol-wall');
  }

  /** The names of what fires, in the order of its tiles. */
  get tiles(): Locator {
    return this.root.getByRole('article');
  }

  tile(name: string): Locator {
    return this.root.getByRole('article', { name, exact: true });
  }

  get cells(): Locator {
    return this.root.getByRole('list', { name: 'Not in breach' }).getByRole('listitem');
  }

  /** The names in the strip as they are seen, which may be cut. */
  seenNames(): Promise<string[]> {
    return this.cells.evaluateAll((cells) =>
      cells.map((cell) => cell.querySelector('div > div:not([style])')?.textContent ?? '')
    );
  }

  /** What is wrong with the wall itself. */
  get trouble(): Locator {
    return this.root.getByRole('alert');
  }

  get counts(): Locator {
    return this.root.locator('[data-wall="counts"]');
  }

  /** What is said of panels beside their metrics. */
  get notices(): Locator {
    return this.root.locator('[data-wall="notices"]');
  }

  /** How it stands with its sound. */
  get sound(): Locator {
    return this.root.locator('[data-wall="sound"]');
  }

  /** Of when its data are. */
  get dataAge(): Locator {
    return this.root.locator('[data-wall="data"]');
  }

  get clock(): Locator {
    return this.root.locator('[data-wall="clock"]');
  }

  /** What is said of the whole where nothing fires. */
  get whole(): Locator {
    return this.root.locator('[data-wall="whole"]');
  }

  /** Which page is shown. */
  get pageNumber(): Locator {
    return this.root.locator('[data-wall="page"]');
  }

  /** What covers the wall when its page stands still. */
  get frozen(): Locator {
    return this.root.locator('[data-wall="frozen"]');
  }

  /** Whether all that is shown has its colours. */
  get isColored(): Promise<boolean> {
    return this.root
      .locator('[data-wall-current], [data-wall="counts"]')
      .evaluateAll((elements) => elements.every((element) => getComputedStyle(element).filter === 'none'));
  }

  /** Whether nothing of what is shown has its colours. */
  get isFaded(): Promise<boolean> {
    return this.root
      .locator('[data-wall-current], [data-wall="counts"]')
      .evaluateAll((elements) => elements.every((element) => getComputedStyle(element).filter !== 'none'));
  }

  /** Opens a panel as a wall, on a screen that nobody touches. */
  async open(uid: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ viewPanel: '1', refresh: '10s', ...parameters });
    await this.page.goto(`/d/${uid}?${query}&kiosk`);
    await this.root.waitFor();
  }

  /** What moves by itself, but for the cover of a page that stands still. */
  moving(): Promise<string[]> {
    return this.root.evaluate((wall) =>
      wall
        .getAnimations({ subtree: true })
        .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null))
        .filter((target) => target?.closest('[data-wall="frozen"]') === null)
        .map((target) => target?.outerHTML ?? '')
    );
  }

  /** What of the tiles can't be read from five metres on a screen of 1920 × 1080: metric, owner, and what is to be done. */
  tooSmall(): Promise<string[]> {
    return this.tiles.evaluateAll((tiles) =>
      tiles.flatMap((tile) =>
        Object.entries({ name: 64, owner: 64, action: 44 }).flatMap(([part, least]) => {
          const line = tile.querySelector(`[data-wall="${part}"] div div`);
          const size = line ? parseFloat(getComputedStyle(line).fontSize) : 0;
          return size < least ? [`${tile.getAttribute('aria-label')}, ${part}: ${size}`] : [];
        })
      )
    );
  }

  /** What can't be read from afar, or does not stand where it should: empty where all is well. */
  faults(leastType: number): Promise<string[]> {
    return this.root.evaluate((wall, least) => {
      const faults: string[] = [];
      const visible = [...wall.querySelectorAll<HTMLElement>('*')].filter(
        (element) => element.closest('[data-wall="frozen"], svg') === null && element.getClientRects().length > 0
      );
      const hasText = (element: HTMLElement) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
      const frame = wall.getBoundingClientRect();
      for (const element of visible.filter(hasText)) {
        const { left, right, top, bottom, width } = element.getBoundingClientRect();
        const text = element.textContent ?? '';
        // Read out, and not shown.
        if (width <= 1) {
          continue;
        }
        if (parseFloat(getComputedStyle(element).fontSize) < least) {
          faults.push(`too small: ${text}`);
        }
        const holder = (
          element.closest('[data-wall-tile], [data-wall-cell], header, footer') ?? wall
        ).getBoundingClientRect();
        const isInside =
          left >= holder.left - 1 && right <= holder.right + 1 && top >= holder.top - 2 && bottom <= holder.bottom + 2;
        if (!isInside || right > frame.right + 1) {
          faults.push(`cut: ${text}`);
        }
      }
      const parts = [
        ...wall.querySelectorAll<HTMLElement>('[data-wall-tile], [data-wall-cell], header, footer, [role="alert"]'),
      ];
      const boxes = parts.map((part) => part.getBoundingClientRect());
      boxes.forEach((a, place) =>
        boxes.slice(place + 1).forEach((b) => {
          if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) {
            faults.push('overlap');
          }
        })
      );
      for (const tile of wall.querySelectorAll('[data-wall-tile]')) {
        const inner = [...tile.children].map((child) => child.getBoundingClientRect());
        inner.forEach((a, place) => {
          const next = inner[place + 1];
          if (next && a.bottom > next.top + 1) {
            faults.push(`overlap in ${tile.getAttribute('aria-label')}`);
          }
        });
      }
      return faults;
    }, leastType);
  }
}
