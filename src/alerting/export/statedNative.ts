import type { StatedFields } from '../../frames/foundPanel';
import { isRecord } from '../../rule/isRecord';
import type { NativeThresholds } from '../../rule/thresholds';

/** Grafana's own Thresholds option as what is saved states it; undefined where it has none that can be read. */
export function statedNative({ thresholds, ...stated }: StatedFields): NativeThresholds | undefined {
  if (!isRecord(thresholds) || !Array.isArray(thresholds.steps)) {
    return undefined;
  }
  const style = isRecord(stated.thresholdsStyle) ? stated.thresholdsStyle.mode : undefined;
  return {
    mode: typeof thresholds.mode === 'string' ? thresholds.mode : 'absolute',
    steps: (thresholds.steps as unknown[]).filter(isRecord).map(({ value, color }) => ({
      value: typeof value === 'number' ? value : null,
      color: typeof color === 'string' ? color : '',
    })),
    min: firstNumber(stated.min, stated.softMin),
    max: firstNumber(stated.max, stated.softMax),
    styled: typeof style === 'string' && style !== 'off',
  };
}

function firstNumber(...values: unknown[]): number | undefined {
  return values.find((value): value is number => typeof value === 'number' && Number.isFinite(value));
}
