/**
 * Merges lists that ascend by `key` into one that does. Where keys are equal, what is of a later list comes first: the
 * levels of a rule are listed from warning to critical, and critical is told first.
 */
export function merge<T>(lists: ReadonlyArray<readonly T[]>, key: (item: T) => number): readonly T[] {
  return lists.reduce((merged, list) => mergeTwo(merged, list, key), []);
}

function mergeTwo<T>(earlier: readonly T[], later: readonly T[], key: (item: T) => number): readonly T[] {
  if (earlier.length === 0 || later.length === 0) {
    return earlier.length === 0 ? later : earlier;
  }
  const merged: T[] = [];
  let next = 0;
  for (const item of earlier) {
    while (next < later.length && key(later[next]) <= key(item)) {
      merged.push(later[next++]);
    }
    merged.push(item);
  }
  while (next < later.length) {
    merged.push(later[next++]);
  }
  return merged;
}
