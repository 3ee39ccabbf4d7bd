import type { Field } from '@grafana/data';
import { FieldType } from '@grafana/data';

import type { NativeThresholds } from '../rule/thresholds';

/**
 * A field's own Thresholds option as a source of levels; undefined where it has none. What percentages are of is told
 * by min and max, or where one is not set by the soft one of the axis; a boolean field is drawn from 0 to 1.
 */
export function readNativeThresholds({ config, type }: Field): NativeThresholds | undefined {
  const { thresholds, min, max, custom } = config;
  if (!thresholds) {
    return undefined;
  }
  const style: unknown = custom?.thresholdsStyle?.mode;
  const isBoolean = type === FieldType.boolean;
  return {
    mode: thresholds.mode,
    steps: thresholds.steps,
    min: isBoolean ? 0 : firstNumber(min, custom?.axisSoftMin),
    max: isBoolean ? 1 : firstNumber(max, custom?.axisSoftMax),
    styled: typeof style === 'string' && style !== 'off',
  };
}

/** Saved options may be anything. */
function firstNumber(...values: unknown[]): number | undefined {
  return values.find((value): value is number => typeof value === 'number' && Number.isFinite(value));
}
