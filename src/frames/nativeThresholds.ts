import type { Field } from '@grafana/data';

import type { NativeThresholds } from '../rule/thresholds';

/** A field's own Thresholds option as a source of levels; undefined where it has none. */
export function readNativeThresholds({ config }: Field): NativeThresholds | undefined {
  const { thresholds, min, max, custom } = config;
  if (!thresholds) {
    return undefined;
  }
  const style: unknown = custom?.thresholdsStyle?.mode;
  return {
    mode: thresholds.mode,
    steps: thresholds.steps,
    min,
    max,
    styled: typeof style === 'string' && style !== 'off',
  };
}
