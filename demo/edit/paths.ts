/**
 * Reading and writing values at option paths such as `legend.calcs` or `queries[1].text`.
 * Writers return a copy and share with the original what did not change.
 */

type Container = Record<string, unknown> | unknown[];
type Key = string | number;

/** The value at a path; `undefined` where the path leads nowhere. */
export function getAt(source: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>((value, key) => (isContainer(value) ? (value as never)[key] : undefined), source);
}

/** A copy with the value at a path replaced; containers that are missing on the way are made. */
export function setAt<T extends object>(source: T, path: string, value: unknown): T {
  return setAtKeys(source, keysOf(path), value) as T;
}

/** A copy without the value at a path; the source itself where there is none. */
export function withoutAt<T extends object>(source: T, path: string): T {
  const keys = keysOf(path);
  const last = keys[keys.length - 1];
  const parentPath = keys.slice(0, -1).join('.');
  const parent = parentPath ? getAt(source, parentPath) : source;
  if (!isContainer(parent) || !(last in parent)) {
    return source;
  }
  const { [last]: _removed, ...rest } = parent as Record<string, unknown>;
  return parentPath ? setAt(source, parentPath, rest) : (rest as T);
}

function setAtKeys(source: unknown, [key, ...rest]: Key[], value: unknown): Container {
  const copy = copyOf(source, key);
  const next = rest.length === 0 ? value : setAtKeys((copy as never)[key], rest, value);
  Object.assign(copy, { [key]: next });
  return copy;
}

function copyOf(source: unknown, key: Key): Container {
  if (Array.isArray(source)) {
    return [...source];
  }
  if (isContainer(source)) {
    return { ...source };
  }
  return typeof key === 'number' ? [] : {};
}

function keysOf(path: string): Key[] {
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}
