import type { DataQueryRequest, DataTransformerConfig } from '@grafana/data';
import { DataTopic, DataTransformerID } from '@grafana/data';

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
  const wrapped: unknown = request.scopedVars?.__sceneObject?.value;
  const source = isObject(wrapped) ? wrapped.valueOf() : undefined;
  if (!isObject(source)) {
    return undefined;
  }
  const found: unknown[] = [];
  for (let above = dataAbove(source); above; above = dataAbove(above)) {
    const { transformations } = above.state;
    found.push(...(Array.isArray(transformations) ? transformations : []));
  }
  return found.map((one) => (isConfig(one) ? one : OF_UNKNOWN_KIND)).filter(isDone);
}

/**
 * Whether names that no query returns may be the work of a transformation. Where there is none, all series are others than
 * they were, as those of short-lived instances are.
 */
export function mayBeTransformed(request: DataQueryRequest | undefined): boolean {
  return request === undefined || readTransformations(request)?.length !== 0;
}

/** Whether a transformation leaves names and values as they are. */
export function isHarmless({ id, options }: DataTransformerConfig): boolean {
  return HARMLESS.has(id) || (id === 'organize' && !renames(options));
}

function renames(options: unknown): boolean {
  const names: unknown = isObject(options) ? options.renameByName : undefined;
  return isObject(names) && Object.values(names).some((name) => name !== '' && name !== null && name !== undefined);
}

interface DataObject {
  state: Record<string, unknown>;
}

/** The scene object that takes its data from this one. */
function dataAbove(source: object): DataObject | undefined {
  const parent = 'parent' in source ? source.parent : undefined;
  return hasState(parent) && parent.state.$data === source ? parent : undefined;
}

function hasState(object: unknown): object is DataObject {
  return isObject(object) && isObject(object.state);
}

function isConfig(transformation: unknown): transformation is DataTransformerConfig {
  return isObject(transformation) && typeof transformation.id === 'string';
}

/** Those that are switched off, and those of annotations, do nothing to the series. */
function isDone({ disabled, topic }: DataTransformerConfig): boolean {
  return !disabled && (topic === undefined || topic === DataTopic.Series);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
