import { isRecord } from './isRecord';
import { fingerprintOfLayers } from './signatures';

/**
 * The stored rules of several overrides as one: a later one wins field by field, and a blank field takes nothing away.
 * What is no rule stands for all before it, to be reported where it is read.
 *
 * @param overrides - As they are saved, the oldest first. Never mutated.
 * @returns The very rule where there is only one; undefined where there is none.
 */
export function stackOverrides(overrides: readonly unknown[]): unknown {
  if (overrides.length < 2) {
    return overrides[0];
  }
  const merged = overrides.reduce(mergeLayers);
  return isRecord(merged)
    ? { ...merged, agreedFingerprint: fingerprintOfLayers(overrides.toReversed(), merged) }
    : merged;
}

function mergeLayers(below: unknown, above: unknown): unknown {
  if (!isRecord(below) || !isRecord(above)) {
    return above;
  }
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value !== undefined && value !== null && value !== '') {
      merged[key] = isRecord(value) ? mergeLayers(below[key], value) : value;
    }
  }
  return merged;
}
