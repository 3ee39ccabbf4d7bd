import type { DataFrame } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

import type { ScenePanel } from './scenePanels';
import { asksPanels } from './dashboardSource';

/** The frames of a panel that shows others, by whose they are. */
export interface DividedFrames {
  /** By the keys of the panels that they are taken from. */
  ofPanels: ReadonlyMap<string, DataFrame[]>;
  /** What the panel's own queries returned. */
  own: DataFrame[];
  /** Nobody can say by which rules they are to be judged. */
  unknown: DataFrame[];
}

/** What the frames of a panel are divided by. */
interface Asked {
  /** All queries of the panel. */
  targets: readonly DataQuery[];
  /** The panels that they name. */
  panels: ReadonlyArray<Pick<ScenePanel, 'key' | 'data' | 'queries'>>;
}

const OWN = '';

/**
 * Tells the frames that a panel takes from others apart. They come with the names of the queries that the other panels
 * gave them, so nothing in a frame says which panel that was. A frame is given to a panel where that is proved: it has the
 * very arrays that the panel shows, or nothing else was asked. It remembers the arrays: what a panel showed is still its
 * own when it has newer ones already.
 */
export class FrameOwners {
  private readonly known = new WeakMap<object, string>();

  divide(all: readonly DataFrame[], { targets, panels }: Asked): DividedFrames {
    panels.forEach(({ key, data }) =>
      this.remember(
        key,
        data.flatMap((one) => one.series)
      )
    );
    const series = all.filter((frame) => arraysOf(frame).length > 0);
    const only = targets.length === 1 && panels.length === 1 && asksPanels(targets[0]) ? panels[0].key : undefined;
    const isOwn = ownTest(series, targets, panels);
    const owners = series.map((frame) => only ?? this.ownerOf(frame) ?? (isOwn(frame) ? OWN : undefined));
    series.forEach((frame, index) => owners[index] === OWN && this.remember(OWN, [frame]));
    const of = (key: string | undefined) => series.filter((_, index) => owners[index] === key);
    return { ofPanels: new Map(panels.map(({ key }) => [key, of(key)])), own: of(OWN), unknown: of(undefined) };
  }

  private remember(key: string, series: readonly DataFrame[]): void {
    for (const values of series.flatMap(arraysOf)) {
      this.known.set(values, key);
    }
  }

  private ownerOf(frame: DataFrame): string | undefined {
    const [owner, ...others] = new Set(arraysOf(frame).map((values) => this.known.get(values)));
    return others.length === 0 ? owner : undefined;
  }
}

/**
 * Whether a frame that is no panel's is one of the own queries': it has the name of one, and no panel calls a query so;
 * or all that the panels show is among the frames already.
 */
function ownTest(
  series: readonly DataFrame[],
  targets: readonly DataQuery[],
  panels: Asked['panels']
): (frame: DataFrame) => boolean {
  const own = new Set(targets.filter((target) => !asksPanels(target)).map(({ refId }) => refId));
  const others = new Set(panels.flatMap(({ queries }) => queries.map(({ refId }) => refId)));
  const here = new Set(series.flatMap(arraysOf));
  const isHere = (frame: DataFrame) => arraysOf(frame).every((values) => here.has(values));
  const isComplete = panels.every(({ data }) => data.at(-1)?.series.every(isHere) ?? false);
  return ({ refId }) => refId !== undefined && own.has(refId) && (isComplete || !others.has(refId));
}

/** The columns of a frame. What is no list is not remembered. */
function arraysOf(frame: DataFrame | undefined): object[] {
  const columns: unknown[] = Array.isArray(frame?.fields) ? frame.fields.map((field) => field?.values) : [];
  return columns.filter((values): values is object => typeof values === 'object' && values !== null);
}
