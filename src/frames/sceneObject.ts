import type { DataQueryRequest } from '@grafana/data';
import { isObject } from '../rule/isObject';

/** An object of the scene that a dashboard is, as far as it is looked at: nothing of its code, only its state. */
export interface SceneObject {
  state: Readonly<Record<string, unknown>>;
}

/**
 * The scene object that asks, which Grafana names in every request of a dashboard for its variables.
 *
 * @returns Undefined where the request names none, or something of another form.
 */
export function askingObject(request: DataQueryRequest): SceneObject | undefined {
  const wrapped: unknown = request.scopedVars?.__sceneObject?.value;
  // Newer Grafanas wrap it, so that nobody writes the whole scene into JSON.
  const object: unknown = isObject(wrapped) && typeof wrapped.valueOf === 'function' ? wrapped.valueOf() : undefined;
  return isSceneObject(object) ? object : undefined;
}

/** A scene object and those that it stands in, the innermost first. */
export function lineage(object: SceneObject): SceneObject[] {
  const line = new Set<SceneObject>();
  for (let one: SceneObject | undefined = object; one && !line.has(one); one = parentOf(one)) {
    line.add(one);
  }
  return [...line];
}

/**
 * The title of the dashboard that asks: the one that its scene has now, or the one that Grafana put on the request.
 * Undefined where there is neither.
 */
export function dashboardTitle(request: DataQueryRequest): string | undefined {
  const asking = askingObject(request);
  const titles = [asking && lineage(asking).at(-1)?.state.title, request.dashboardTitle];
  return titles.find((title): title is string => typeof title === 'string' && title.trim() !== '');
}

/** The scene objects in a state's value: itself, or those of a list. */
export function sceneObjectsIn(value: unknown): SceneObject[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isSceneObject);
}

export function isSceneObject(object: unknown): object is SceneObject {
  return isObject(object) && isObject(object.state);
}

function parentOf(object: SceneObject): SceneObject | undefined {
  const parent: unknown = 'parent' in object ? object.parent : undefined;
  return isSceneObject(parent) ? parent : undefined;
}
