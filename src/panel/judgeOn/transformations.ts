import type { DataQueryRequest, DataTransformerConfig } from '@grafana/data';
import { DataTopic, DataTransformerID } from '@grafana/data';

import { keepRows } from '../../frames/cadence';
import type { SceneObject } from '../../frames/sceneObject';
import { askingObject, lineage } from '../../frames/sceneObject';
import { isObject } from '../../rule/isObject';

/**
 * Transformations that neither rename nor compute: they drop, sort and join what the queries returned. Done to the answer
 * of the panel's own queries, too, they leave there what is in view.
 */
const HARMLESS: ReadonlySet<string> = new Set([
  DataTransformerID.noop,
  DataTransformerID.order,
  DataTransformerID.sortBy,
  DataTransformerID.filterFields,
  DataTransformerID.filterFieldsByName,
  DataTransformerID.filterFrames,
  DataTransformerID.filterByRefId,
  DataTransformerID.filterByValue,
  DataTransformerID.merge,
  DataTransformerID.joinByField,
  // Its former name, in dashboards of that time.
  'seriesToColumns',
  DataTransformerID.prepareTimeSeries,
  DataTransformerID.convertFieldType,
]);

/** A transformation that only the dashboard's own code knows. */
const OF_UNKNOWN_KIND: DataTransformerConfig = { id: 'unknown', options: {} };

/**
 * The transformations between a panel's queries and its data. Grafana does not tell them to a panel and leaves no trace of
 * them in the data, so they are read from the dashboard's scene, which every request names for its variables: a scene
 * object that only passes data on stands above the one that asks.
 *
 * @returns in the order in which they are done; undefined where the request names no scene
 */
export function readTransformations(request: DataQueryRequest): DataTransformerConfig[] | undefined {
  const asking = askingObject(request);
  return asking && dataAbove(asking).flatMap(transformationsOf).filter(isDone);
}

/**
 * Whether names that no query returns may be the work of a transformation. Where there is none, all series are others than
 * they were, as those of short-lived instances are.
 */
export function mayBeTransformed(request: DataQueryRequest | undefined): boolean {
  return request === undefined || readTransformations(request)?.length !== 0;
}

/**
 * Whether a panel shows every row that its queries returned. What another panel did to data that are shown once more is
 * not known here.
 */
export function keepsRows(request: DataQueryRequest): boolean {
  const isTaken = request.targets.some((target) => 'withTransforms' in target && target.withTransforms === true);
  return !isTaken && keepRows(readTransformations(request));
}

/** Whether a transformation leaves names and values as they are. */
export function isHarmless({ id, options }: DataTransformerConfig): boolean {
  return HARMLESS.has(id) || (id === 'organize' && !renames(options));
}

function renames(options: unknown): boolean {
  const names: unknown = isObject(options) ? options.renameByName : undefined;
  return isObject(names) && Object.values(names).some((name) => name !== '' && name !== null && name !== undefined);
}

/** The scene objects through which the data of this one pass on, the nearest first. */
function dataAbove(source: SceneObject): SceneObject[] {
  const [, ...above] = lineage(source);
  const end = above.findIndex(({ state }, index) => state.$data !== (above[index - 1] ?? source));
  return end < 0 ? above : above.slice(0, end);
}

function transformationsOf({ state: { transformations } }: SceneObject): DataTransformerConfig[] {
  const list: unknown[] = Array.isArray(transformations) ? transformations : [];
  return list.map((one) => (isConfig(one) ? one : OF_UNKNOWN_KIND));
}

function isConfig(transformation: unknown): transformation is DataTransformerConfig {
  return isObject(transformation) && typeof transformation.id === 'string';
}

/** Those that are switched off, and those of annotations, do nothing to the series. */
function isDone({ disabled, topic }: DataTransformerConfig): boolean {
  return !disabled && (topic === undefined || topic === DataTopic.Series);
}
