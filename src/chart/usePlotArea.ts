import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** Where the host chart draws its values, in pixels from the container's top left corner. */
export interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
  /** From the plot's right side to that of the chart, where a label of the time axis may be. */
  beyond: number;
}

/** The element that uPlot lays over the area it draws in. */
const PLOT_AREA = '.u-over';

/**
 * Follows the area in which the host chart draws, through its first render, its resizes and its being built anew.
 *
 * @returns undefined while there is none
 */
export function usePlotArea(container: RefObject<HTMLElement>): PlotArea | undefined {
  const [area, setArea] = useState<PlotArea>();

  useEffect(() => {
    const root = container.current;
    if (!root) {
      return undefined;
    }
    let plot: Element | null = null;
    const measure = () => setArea((before) => keepIfSame(before, readArea(root, plot)));
    const resizes = new ResizeObserver(measure);
    const follow = () => {
      const found = root.querySelector(PLOT_AREA);
      if (found !== plot) {
        resizes.disconnect();
        plot = found;
        if (found) {
          resizes.observe(found);
        }
        measure();
      }
    };
    const changes = new MutationObserver(follow);
    changes.observe(root, { childList: true, subtree: true });
    follow();
    return () => {
      changes.disconnect();
      resizes.disconnect();
    };
  }, [container]);

  return area;
}

function readArea(root: HTMLElement, plot: Element | null): PlotArea | undefined {
  if (!plot) {
    return undefined;
  }
  const outer = root.getBoundingClientRect();
  const { left, top, width, height } = plot.getBoundingClientRect();
  const beyond = plot.closest('.uplot')?.getBoundingClientRect().right ?? left + width;
  return { left: left - outer.left, top: top - outer.top, width, height, beyond: beyond - left - width };
}

function keepIfSame(before: PlotArea | undefined, area: PlotArea | undefined): PlotArea | undefined {
  return JSON.stringify(before) === JSON.stringify(area) ? before : area;
}
