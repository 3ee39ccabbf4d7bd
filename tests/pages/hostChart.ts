import type { Locator } from '@playwright/test';

/** A place on the time axis of a chart, px of the page. */
export interface Extent {
  left: number;
  right: number;
}

/** The native chart inside the panel. */
export class HostChart {
  constructor(readonly root: Locator) {}

  /** The area in which the chart draws its values. */
  get plot(): Locator {
    return this.root.locator('.u-over');
  }

  /** The marks below the time axis: regions are bars. */
  get marks(): Locator {
    return this.root.getByTestId('data-testid annotation-marker');
  }

  /** The marks as they stand on the page, from left to right. */
  async markExtents(): Promise<Extent[]> {
    const extents = await this.marks.evaluateAll((marks) =>
      marks.map((mark) => {
        const { left, right } = mark.getBoundingClientRect();
        return { left, right };
      })
    );
    return extents.sort((a, b) => a.left - b.left || a.right - b.right);
  }

  /** The mark that begins first on the time axis. */
  async firstMark(): Promise<Locator> {
    const lefts = await this.marks.evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().left));
    return this.marks.nth(lefts.indexOf(Math.min(...lefts)));
  }

  /** Where an instant of the range in view is on the page. */
  async placeOf(time: number, range: { from: number; to: number }): Promise<number> {
    const { x, width } = await this.plotBox();
    return x + ((time - range.from) / (range.to - range.from)) * width;
  }

  async plotBox(): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.plot.boundingBox();
    if (!box) {
      throw new Error('The chart draws nothing.');
    }
    return box;
  }

  /** Moves the pointer over the plot, to a share of its width and height. */
  async hover(x: number, y = 0.5): Promise<void> {
    const { width, height } = await this.plotBox();
    await this.plot.hover({ position: { x: width * x, y: height * y } });
  }

  /** Drags over the plot, between two shares of its width. */
  async drag(from: number, to: number): Promise<void> {
    const { x, y, width, height } = await this.plotBox();
    const { mouse } = this.root.page();
    await mouse.move(x + width * from, y + height / 2);
    await mouse.down();
    await mouse.move(x + width * ((from + to) / 2), y + height / 2, { steps: 4 });
    await mouse.move(x + width * to, y + height / 2, { steps: 4 });
    await mouse.up();
  }

  /** A fingerprint of the picture, to tell whether it changed. */
  async picture(): Promise<string> {
    return this.readPixels(({ width, height, pixels }) => {
      let hash = 0;
      for (const value of pixels) {
        hash = (hash * 31 + value) | 0;
      }
      return `${width} x ${height}: ${hash}`;
    });
  }

  /**
   * The places on the page where the plot has a red tint from top to bottom, and how opaque it is (0 to 255): what
   * waits to fire, and what fires.
   */
  async redColumns(): Promise<Array<{ x: number; alpha: number }>> {
    const { x: left } = await this.plotBox();
    const columns = await this.readPixels(({ width, height, scale, pixels }) => {
      const commonest = (column: number) => {
        const counts = new Map<number, number>();
        for (let row = 0; row < height; row++) {
          const at = (row * width + column) * 4;
          const color = ((pixels[at] << 16) | (pixels[at + 1] << 8)) + pixels[at + 3];
          counts.set(color, (counts.get(color) ?? 0) + 1);
        }
        return [...counts].sort((a, b) => b[1] - a[1])[0][0];
      };
      return Array.from({ length: width }, (_, column) => ({ x: column / scale, color: commonest(column) }))
        .map(({ x, color }) => ({ x, red: (color >> 16) & 255, green: (color >> 8) & 255, alpha: color & 255 }))
        .filter(({ red, green, alpha }) => alpha > 4 && red > 200 && green < 200)
        .map(({ x, alpha }) => ({ x, alpha }));
    });
    return columns.map(({ x, alpha }) => ({ x: left + x, alpha }));
  }

  /** How far apart the channels of a pixel of the plot are at most, 0 to 255 times its opacity: 0 where all is grey. */
  async mostColorful(): Promise<number> {
    return this.readPixels(({ pixels }) => {
      let most = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
        const apart = Math.max(red, green, blue) - Math.min(red, green, blue);
        most = Math.max(most, (apart * alpha) / 255);
      }
      return most;
    });
  }

  /** Whether the chart itself writes up to its right side below the plot, where a label of the time axis is cut off. */
  async cutsLabel(): Promise<boolean> {
    const plot = await this.plotBox();
    return this.root.locator('canvas').evaluate((canvas: HTMLCanvasElement, bottom) => {
      const box = canvas.getBoundingClientRect();
      const scale = canvas.width / box.width;
      const [top, height] = [Math.round((bottom + 7 - box.top) * scale), Math.round(14 * scale)];
      // A copy: Chromium warns of a canvas that is read again and again.
      const copy = new OffscreenCanvas(2, height).getContext('2d', { willReadFrequently: true });
      copy?.drawImage(canvas, 2 - canvas.width, -top);
      return copy?.getImageData(0, 0, 2, height).data.some((value) => value > 60) ?? false;
    }, plot.y + plot.height);
  }

  /** On which side of the plot its values are told: where the chart leaves the most room. */
  async valueAxisSide(): Promise<'left' | 'right'> {
    const [plot, frame] = [await this.plotBox(), await this.root.boundingBox()];
    if (!frame) {
      throw new Error('There is no chart.');
    }
    return plot.x - frame.x > frame.x + frame.width - plot.x - plot.width ? 'left' : 'right';
  }

  /**
   * The heights of the threshold lines on the page, from top to bottom, read from the picture: rows that are red or
   * orange over much of the first third of the plot, where no breach may be.
   */
  async lineHeights(): Promise<number[]> {
    const { y: top } = await this.plotBox();
    const heights = await this.readPixels(({ width, height, scale, pixels }) => {
      const third = Math.floor(width / 3);
      const isLine = (row: number) => {
        let colored = 0;
        for (let column = 0; column < third; column++) {
          const at = (row * width + column) * 4;
          if (pixels[at + 3] > 60 && pixels[at] > 180 && pixels[at + 2] < pixels[at] * 0.6) {
            colored++;
          }
        }
        return colored > third * 0.3;
      };
      const rows = Array.from({ length: height }, (_, row) => row).filter(isLine);
      return rows.filter((row) => !rows.includes(row - 1)).map((row) => row / scale);
    });
    return heights.map((height) => top + height);
  }

  /** Reads the pixels of the plot; the function runs in the page. */
  private async readPixels<T>(read: (picture: Picture) => T): Promise<T> {
    const plot = await this.plotBox();
    const picture = await this.root.locator('canvas').evaluateHandle((canvas: HTMLCanvasElement, area): Picture => {
      const box = canvas.getBoundingClientRect();
      const scale = canvas.width / box.width;
      const width = Math.floor(area.width * scale);
      const height = Math.floor(area.height * scale);
      // A copy: Chromium warns of a canvas that is read again and again.
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      copy?.drawImage(canvas, -Math.round((area.x - box.x) * scale), -Math.round((area.y - box.y) * scale));
      const pixels = copy?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      return { width, height, scale, pixels };
    }, plot);
    return picture.evaluate(read as (picture: Picture) => T) as Promise<T>;
  }
}

/** The plot of a chart as a picture: rows of pixels, each red, green, blue and alpha. */
interface Picture {
  width: number;
  height: number;
  /** Pixels of the picture a pixel of the page. */
  scale: number;
  pixels: Uint8ClampedArray;
}
