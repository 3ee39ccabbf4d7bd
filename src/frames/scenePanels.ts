import type { DataQueryRequest, PanelData } from '@grafana/data';

import { DashboardReader, under } from './dashboardReader';
import type { DashboardProblem, FoundPanel, LibraryReference } from './foundPanel';
import { isPanelData } from './panelData';
import { readQueries } from './queries';
import type { SceneObject } from './sceneObject';
import { askingObject, lineage, sceneObjectsIn } from './sceneObject';
import { repeatOf } from './sceneRepeat';
import { readStated } from './statedFields';
import { textOf } from './textOf';

/** A panel that is on the screen: with what was changed and not saved yet, and each repeat by itself. */
export interface ScenePanel extends FoundPanel {
  /** What the scene calls it: of its repeats each has another. */
  key: string;
  /** The variables in `repeatedBy`, with this repeat's values. */
  repeat: Readonly<Record<string, string>>;
  /** Whether the request is one of this panel's. */
  isAsking: boolean;
  /** Its data now, from what its queries returned to what it shows; none until somebody asked for them. */
  data: readonly PanelData[];
  /** Where it stands on the grid, in its units; undefined in other layouts. */
  grid?: { x: number; y: number; w: number; h: number };
  /** What else its panel JSON says of it, by the names that it has there. */
  besides?: PanelBesides;
}

/** What a panel's JSON says beside its data and its looks; what Grafana would not write is left out. */
export interface PanelBesides {
  description?: string;
  transparent?: true;
  pluginVersion?: string;
  /** The shortest step that its queries ask for: `10s`. */
  interval?: string;
  maxDataPoints?: number;
}

/** The panels of a scene, or why there are none: there the saved JSON serves (`readSavedDashboard`). */
export type SceneReading =
  | { panels: readonly ScenePanel[]; problems: readonly DashboardProblem[]; because?: undefined }
  | { panels?: undefined; because: 'noScene' | 'unknownForm' };

/** What Grafana shows while a library panel is under way, and where it is not to be had. */
const LIBRARY_PANEL_LOADS = 'library-panel-loading-plugin';

/**
 * The panels of the dashboard that a request comes from, read from its scene: in rows and tabs of every layout, library
 * panels as soon as they are loaded, repeats as soon as they are there. Only the form of the scene is looked at, none of
 * its code is called, and nothing in it is changed.
 *
 * @returns In the order of the scene. `noScene` where the request names none; `unknownForm` where the panel that asks is
 * not found in it, so that others may be missing, too. Never throws.
 */
export function readScenePanels(request: DataQueryRequest): SceneReading {
  const asking = askingObject(request);
  if (!asking) {
    return { because: 'noScene' };
  }
  const line = lineage(asking);
  const panel = line.find(isPanel);
  const found = panelsIn(line[line.length - 1].state.body);
  if (!panel || !found.includes(panel)) {
    return { because: 'unknownForm' };
  }
  const reader = new DashboardReader();
  const panels = found.map((one) => ({ ...readPanel(reader, one), isAsking: one === panel }));
  return { panels, problems: reader.problems };
}

function panelsIn(body: unknown): SceneObject[] {
  const seen = new Set<SceneObject>();
  const walk = (value: unknown): SceneObject[] =>
    sceneObjectsIn(value)
      .filter((object) => !seen.has(object))
      .flatMap((object) => {
        seen.add(object);
        return isPanel(object) ? [object] : heldBy(object).flatMap(walk);
      });
  return walk(body);
}

/** What an object holds to be shown: not its data, its variables, its behaviors. */
function heldBy({ state }: SceneObject): unknown[] {
  return Object.keys(state)
    .filter((name) => !name.startsWith('$'))
    .map((name) => state[name]);
}

function isPanel({ state }: SceneObject): boolean {
  return typeof state.pluginId === 'string' && 'fieldConfig' in state;
}

function readPanel(reader: DashboardReader, panel: SceneObject): Omit<ScenePanel, 'isAsking'> {
  const { key, title, pluginId, fieldConfig, options } = panel.state;
  const at = textOf(key) ?? '';
  const type = pluginId === LIBRARY_PANEL_LOADS ? '' : (textOf(pluginId) ?? '');
  const library = libraryOf(panel);
  if (library?.isKnown === false) {
    reader.report({ value: library.name, at }, 'libraryPanelElsewhere');
  }
  const repeat = repeatOf(panel);
  const grid = gridOf(panel);
  return {
    key: at,
    id: idOfKey(at),
    title: textOf(title) ?? '',
    type,
    repeatedBy: Object.keys(repeat),
    repeat,
    ...readData(reader, panel, at),
    ...readStated(reader, { value: { fieldConfig, options }, at }, type),
    ...(library && { library }),
    ...(grid && { grid }),
    besides: besidesOf(panel),
  };
}

function besidesOf(panel: SceneObject): PanelBesides {
  const { description, displayMode, pluginVersion } = panel.state;
  const { minInterval, maxDataPoints } = providersOf(panel).at(0)?.state ?? {};
  const texts = { description, pluginVersion, interval: minInterval };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => textOf(text))),
    ...(displayMode === 'transparent' && { transparent: true as const }),
    ...(isNumber(maxDataPoints) && { maxDataPoints }),
  };
}

function gridOf(panel: SceneObject): ScenePanel['grid'] {
  const { x, y, width: w, height: h } = lineage(panel)[1]?.state ?? {};
  return isNumber(x) && isNumber(y) && isNumber(w) && isNumber(h) ? { x, y, w, h } : undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A panel's data come through objects one in another: the innermost asks, those around it transform. */
function readData(
  reader: DashboardReader,
  panel: SceneObject,
  at: string
): Pick<ScenePanel, 'queries' | 'transformations' | 'data'> {
  const providers = providersOf(panel);
  return {
    data: providers.map(({ state: { data } }) => data).filter(isPanelData),
    queries: providers.flatMap(({ state }) =>
      readQueries(reader, under('queries', { value: { queries: state.queries }, at }), state.datasource)
    ),
    transformations: providers.flatMap(({ state: { transformations } }) =>
      Array.isArray(transformations) ? (transformations as unknown[]) : []
    ),
  };
}

/** The innermost first. */
function providersOf(panel: SceneObject): SceneObject[] {
  const providers = new Set<SceneObject>();
  let [inner] = sceneObjectsIn(panel.state.$data);
  while (inner && !providers.has(inner)) {
    providers.add(inner);
    [inner] = sceneObjectsIn(inner.state.$data);
  }
  return [...providers].reverse();
}

function libraryOf({ state: { $behaviors } }: SceneObject): LibraryReference | undefined {
  for (const { state } of sceneObjectsIn($behaviors)) {
    if (typeof state.uid === 'string' && typeof state.name === 'string') {
      return { uid: state.uid, name: state.name, isKnown: state.isLoaded === true };
    }
  }
  return undefined;
}

/** `panel-4`, and `panel-4-clone-1` of its second repeat. */
function idOfKey(key: string): number | undefined {
  const digits = /(?:^|\/)panel-(\d+)[^/]*$/.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
